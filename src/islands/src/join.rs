//! "I have this too", counted in place.

use crate::Declined;
use leptos::prelude::*;

/// What the resident is told after joining.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Joined {
    /// How many have it now.
    pub number: u32,
    /// They had joined before.
    pub already: bool,
}

/// Joins a need: the same verb as the button of the form.
///
/// # Errors
/// [`Declined`].
#[server(prefix = "/api", endpoint = "join", client = server_fn::client::browser::BrowserClient)]
pub async fn join(need: words::NeedId, k: words::Key) -> Result<Joined, Declined> {
    let host = crate::host::host()?;
    if !(host.may_join)() {
        return Err(Declined::TooMany);
    }
    let once = domain::Once::new(k, need.to_string().as_bytes());
    let intent = domain::Intent::by(host.actor).once(Some(once));
    let done = host.store.write(intent, move |act| Box::pin(domain::needs::join(act, need))).await?;
    Ok(Joined { number: done.number, already: done.already })
}

/// The button and its count. Without script it is the plain form that stands inside.
#[island]
pub fn JoinCount(
    /// The need.
    need: words::NeedId,
    /// The key of the form.
    k: words::Key,
    /// How many have it before.
    number: u32,
    /// The words of the button.
    label: String,
    /// The count in words, with `{n}`.
    count: String,
    /// After joining, with `{n}`.
    joined: String,
    /// Where they had joined before.
    already: String,
) -> impl IntoView {
    let state = RwSignal::new(None::<Joined>);
    let busy = RwSignal::new(false);
    let words = StoredValue::new((count, joined, already));
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        leptos::task::spawn_local(async move {
            match join(need, k).await {
                Ok(done) => state.set(Some(done)),
                // The plain form still works: let the browser send it.
                Err(_) => resend(),
            }
            busy.set(false);
        });
    };
    let told = move || {
        words.with_value(|(count, joined, already)| match state.get() {
            Some(Joined { already: true, .. }) => already.clone(),
            Some(Joined { number, .. }) => joined.replace("{n}", &number.to_string()),
            None => count.replace("{n}", &number.to_string()),
        })
    };
    view! {
        <p role="status">{told}</p>
        <form method="post" id="join" on:submit=send>
            <input type="hidden" name="k" value=k.to_string()/>
            <input type="hidden" name="act" value="join"/>
            <button class="btn btn-primary" type="submit" disabled=move || state.get().is_some() aria-busy=move || busy.get().to_string()>
                {label}
            </button>
        </form>
    }
}

/// Sends the plain form without asking the island again.
fn resend() {
    use web_sys::wasm_bindgen::JsCast;
    let form = gloo::utils::document().get_element_by_id("join");
    if let Some(form) = form.and_then(|form| form.dyn_into::<web_sys::HtmlFormElement>().ok()) {
        let _ = form.submit();
    }
}
