//! The one component that writes a `<textarea>`: tachys does not escape its children, so whoever typed
//! `</textarea><script>` would have a script on the page.

#![expect(unreachable_pub, reason = "the component macro writes its own visibility")]

use leptos::prelude::*;

/// Escapes text for the inside of a textarea. The first line break after the tag is eaten by browsers, so one is put
/// before the text that nobody misses.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 16);
    safe.push('\n');
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            c => safe.push(c),
        }
    }
    safe
}

/// Several lines of text.
#[component]
#[expect(clippy::needless_pass_by_value, reason = "properties of a component are owned")]
pub(crate) fn TextArea(
    /// The name of the field, also its id.
    name: &'static str,
    /// What it holds.
    value: String,
    /// How many lines it shows.
    #[prop(default = 6)]
    rows: u32,
    /// The ids of its hint and its error.
    #[prop(optional, into)]
    described: Option<String>,
    /// Whether something is wrong with it.
    #[prop(optional)]
    invalid: bool,
    /// Another id, where the same name stands twice on a page.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| name.to_owned());
    view! {
        <textarea
            class="input input-area"
            id=id
            name=name
            rows=rows.to_string()
            aria-describedby=described
            aria-invalid=invalid.then_some("true")
            inner_html=escaped(&value)
        ></textarea>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_cannot_leave_the_textarea() {
        let evil = "</textarea><script>alert(1)</script>&amp;";
        let html = view! { <TextArea name="body" value=evil.to_owned()/> }.to_html();
        assert!(!html.contains("<script>"), "{html}");
        assert!(html.contains("&lt;/textarea&gt;&lt;script&gt;") && html.contains("&amp;amp;"), "{html}");
    }
}
