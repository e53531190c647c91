//! A list of public needs.

use super::tags;
use crate::paths;
use crate::visit::Visit;
use domain::needs::Need;
use domain::places::Catalogue;
use leptos::prelude::*;

/// A list of public needs, each with its kind, how far it is, where, and how many have it.
pub(crate) fn list(v: &Visit, needs: &[Need], catalogue: &Catalogue) -> AnyView {
    let items = needs.iter().map(|need| {
        let many = v.tn("people-have-this", &[("n", need.supporters.into())]);
        view! {
            <li class="need">
                <a class="need-title" href=paths::need(v.lang, need.id)>{need.title.clone()}</a>
                <p class="need-meta">
                    {tags::kind(v, need.kind)} {tags::status(v, need, catalogue)}
                    <span>{tags::place_words(v, need, catalogue)}</span> <span>{many}</span>
                </p>
            </li>
        }
    });
    view! { <ul class="needs">{items.collect::<Vec<_>>()}</ul> }.into_any()
}

/// A list of likely twins, each with a button that joins. The form stands on the page of the need, so that what was
/// typed here is not sent along.
pub(crate) fn joinable(v: &Visit, needs: &[Need], catalogue: &Catalogue) -> AnyView {
    let items = needs.iter().map(|need| {
        let many = v.tn("people-have-this", &[("n", need.supporters.into())]);
        let href = paths::need(v.lang, need.id);
        view! {
            <li class="need">
                <a class="need-title" href=href.clone()>{need.title.clone()}</a>
                <p class="need-meta">
                    {tags::status(v, need, catalogue)} <span>{tags::place_words(v, need, catalogue)}</span> <span>{many}</span>
                </p>
                <p class="need-act">
                    <a class="btn" href=href>{v.t("join-button")} <span class="vh">{need.title.clone()}</span></a>
                </p>
            </li>
        }
    });
    view! { <ul class="needs">{items.collect::<Vec<_>>()}</ul> }.into_any()
}
