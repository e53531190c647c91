//! The words for what is wrong, the same beside the field and in the summary.

use super::FormState;
use crate::visit::Visit;
use leptos::prelude::*;
use words::Issue;

/// What is wrong with a field, as a sentence that says what to do.
pub(crate) fn issue_words(v: &Visit, field: &str, issue: Issue) -> String {
    match (field, issue) {
        ("body" | "text", Issue::Missing) => v.t(if field == "body" { "body-missing" } else { "text-missing" }),
        ("reason", Issue::Missing) => v.t("reason-missing"),
        ("body", Issue::TooShort(_)) => v.t("body-short"),
        (_, Issue::TooLong(most, over)) => v.tn("too-long", &[("most", most.into()), ("over", over.into())]),
        ("kind", _) => v.t("kind-missing"),
        ("place", Issue::NotAChoice) => v.t("place-not-a-choice"),
        ("place", _) => v.t("place-missing"),
        ("contact", _) => v.t("contact-missing"),
        ("phone", _) => v.t("phone-wrong"),
        ("code", Issue::Missing) => v.t("code-missing"),
        ("code", _) => v.t("code-wrong"),
        ("level", _) => v.t("level-missing"),
        ("unit", _) => v.t("unit-missing"),
        ("act", _) => v.t("act-not-yet"),
        ("photos", _) => v.t("photos-not-yet"),
        ("k", Issue::KeyReused) => v.t("key-reused"),
        ("k", _) => v.t("key-missing"),
        ("password", Issue::NotSignedIn) => v.t("sign-in-wrong"),
        ("login", _) => v.t("login-missing"),
        ("password", _) => v.t("password-missing"),
        (_, Issue::NotNow) => v.t("not-now"),
        (_, Issue::TooShort(least)) => v.tn("too-short", &[("least", least.into())]),
        _ => v.t("not-a-choice"),
    }
}

/// The summary above a form that came back: every error with a link to its field.
pub(crate) fn summary(v: &Visit, state: &FormState) -> Option<AnyView> {
    if !state.has_failed() {
        return None;
    }
    let heading = v.tn("summary-heading", &[("n", state.issues.len().into())]);
    let items = state.issues.0.iter().map(|(field, issue)| {
        let words = issue_words(v, field, *issue);
        let href = if field == "k" || field == "act" { "#main".to_owned() } else { format!("#{field}") };
        view! { <li><a class="summary-link" href=href rel="external">{words}</a></li> }
    });
    let items: Vec<_> = items.collect();
    let shown = view! {
        <div class="summary" role="alert" aria-labelledby="sum" tabindex="-1">
            <h2 class="summary-title" id="sum">{heading}</h2>
            <ul>{items}</ul>
        </div>
    };
    Some(shown.into_any())
}
