//! How many characters are left, from 800 on, counted as the server counts.

use leptos::prelude::*;

/// Says below a text field how many characters are left. Silent until it matters.
#[island]
pub fn CharactersLeft(
    /// The id of the field.
    field: String,
    /// The greatest number of characters.
    most: usize,
    /// From how many on it speaks.
    from: usize,
    /// The sentence with `{n}` in the place of the number.
    left: String,
    /// The sentence for too many, with `{n}`.
    over: String,
) -> impl IntoView {
    let said = RwSignal::new(String::new());
    let field = StoredValue::new(field);
    let words = StoredValue::new((left, over));
    Effect::new(move |_| {
        crate::listen::on_text(&field.get_value(), move |text| {
            let n = words::characters(&text);
            said.set(words.with_value(|(left, over)| match n {
                n if n > most => over.replace("{n}", &(n - most).to_string()),
                n if n >= from => left.replace("{n}", &(most - n).to_string()),
                _ => String::new(),
            }));
        });
    });
    view! { <p class="counter" aria-live="polite">{move || said.get()}</p> }
}
