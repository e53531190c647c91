//! "Somebody may have reported this already", while typing.

use crate::Declined;
use leptos::prelude::*;

/// A public need like the text, told in the language of the page.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Twin {
    /// Where it is shown and can be joined.
    pub href: String,
    /// Its title.
    pub title: String,
    /// Community, status and how many have it.
    pub about: String,
}

/// Likely twins of a text: the same verb as the button of the form without script.
///
/// # Errors
/// [`Declined`].
#[server(prefix = "/api", endpoint = "likely-twins", client = server_fn::client::browser::BrowserClient)]
pub async fn likely_twins(text: String) -> Result<Vec<Twin>, Declined> {
    let host = crate::host::host()?;
    if !(host.may_search)() {
        return Err(Declined::TooMany);
    }
    if text.len() > 16_000 {
        return Err(Declined::Unreadable);
    }
    let needs = domain::needs::similar::similar(&host.store, &text, None, None).await?;
    Ok(needs.iter().map(|need| (host.reads)(need)).collect())
}

/// Looks for twins half a second after the last key, from six characters on. It appears under the field, so nothing
/// above it moves.
#[island]
pub fn SimilarNeeds(
    /// The id of the field.
    field: String,
    /// The heading.
    heading: String,
    /// What to do when none fits.
    none: String,
    /// What a screen reader hears, with `{n}`.
    found: String,
    /// The words of the link that joins.
    joins: String,
) -> impl IntoView {
    let twins = RwSignal::new(Vec::<Twin>::new());
    let field = StoredValue::new(field);
    Effect::new(move |_| {
        let mut waiting: Option<gloo::timers::callback::Timeout> = None;
        let mut asked = String::new();
        crate::listen::on_text(&field.get_value(), move |text| {
            drop(waiting.take());
            if words::characters(&text) < 6 {
                twins.set(Vec::new());
                return;
            }
            if text == asked {
                return;
            }
            asked.clone_from(&text);
            waiting = Some(gloo::timers::callback::Timeout::new(500, move || {
                leptos::task::spawn_local(async move {
                    // Declined or without network: the form goes on as it is.
                    if let Ok(found) = likely_twins(text).await {
                        twins.set(found);
                    }
                });
            }));
        });
    });
    let (heading, none, joins) = (StoredValue::new(heading), StoredValue::new(none), StoredValue::new(joins));
    let shown = move || {
        let list = twins.get();
        (!list.is_empty()).then(|| {
            let items = list.into_iter().map(|twin| {
                view! {
                    <li class="need">
                        <a class="need-title" href=twin.href.clone()>{twin.title.clone()}</a>
                        <p class="need-meta">{twin.about}</p>
                        <p class="need-act">
                            <a class="btn" href=twin.href>{joins.get_value()} <span class="vh">{twin.title}</span></a>
                        </p>
                    </li>
                }
            });
            view! {
                <section class="notice">
                    <h2 class="notice-title">{heading.get_value()}</h2>
                    <ul class="needs">{items.collect::<Vec<_>>()}</ul>
                    <p class="notice-end">{none.get_value()}</p>
                </section>
            }
        })
    };
    let heard = move || {
        let n = twins.with(Vec::len);
        if n == 0 { String::new() } else { found.replace("{n}", &n.to_string()) }
    };
    view! {
        <p class="vh" role="status">{heard}</p>
        {shown}
    }
}
