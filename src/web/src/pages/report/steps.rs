//! The four steps.

mod parts;

use crate::forms::{FormState, hidden, key_field, summary};
use crate::ui::icon::icon;
use crate::visit::Visit;
use crate::{paths, ui};
use axum::http::StatusCode;
use axum::response::Response;
use domain::needs::Need;
use domain::places::Catalogue;
use leptos::prelude::*;

/// The form: four steps, or all of it after something was wrong.
pub(super) fn show(
    v: &Visit,
    catalogue: &Catalogue,
    state: &FormState,
    twins: &[Need],
    unknown_place: bool,
) -> Response {
    let all = state.has_failed() || !twins.is_empty();
    page(v, catalogue, state, twins, unknown_place, all)
}

/// The same page with likely twins, all steps open, everything typed still in it.
pub(super) fn show_twins(v: &Visit, catalogue: &Catalogue, state: &FormState, twins: &[Need]) -> Response {
    page(v, catalogue, state, twins, false, true)
}

fn page(
    v: &Visit,
    catalogue: &Catalogue,
    state: &FormState,
    twins: &[Need],
    unknown_place: bool,
    all: bool,
) -> Response {
    let searched = all && !state.has_failed();
    let page = v.page(v.t("body-heading")).section(v.t("report-section")).islands().form();
    let page = if searched { page.status(StatusCode::OK) } else { page.failed(state.has_failed()) };
    page.show_with(|| {
        let posted = (all).then_some(&state.posted);
        let submit = view! { <div class="bar"><button class="btn btn-primary btn-block" type="submit">{v.t("report-send")}</button></div> };
        view! {
            {all.then(|| back(v, paths::home(v.lang)))}
            {summary(v, state)}
            {unknown_place.then(|| view! { <p class="notice">{v.t("place-poster-unknown")}</p> })}
            {searched.then(|| twins_found(v, catalogue, twins))}
            <form
                class=if all { "steps all" } else { "steps" }
                method="post" action=paths::report(v.lang) enctype="multipart/form-data" novalidate
            >
                {key_field(posted)} {hidden("lat", state.value("lat"))} {hidden("lng", state.value("lng"))}
                <p hidden=true><label for="website">{v.t("honeypot")}</label><input id="website" name="website" tabindex="-1" autocomplete="off"/></p>
                <section class="step-part" id="s1" aria-labelledby="h1-1">
                    {(!all).then(|| back(v, paths::home(v.lang)))}
                    {step(v, 1)}
                    {parts::what(v, state)}
                    {(!all).then(|| next(v, "#s2"))}
                </section>
                <section class="step-part" id="s2">
                    {(!all).then(|| back(v, "#s1".to_owned()))}
                    {step(v, 2)}
                    {parts::category(v, state, all)}
                    {(!all).then(|| next(v, "#s3"))}
                </section>
                <section class="step-part" id="s3" aria-labelledby="h1-3">
                    {(!all).then(|| back(v, "#s2".to_owned()))}
                    {step(v, 3)}
                    {parts::place(v, catalogue, state, all)}
                    {(!all).then(|| next(v, "#s4"))}
                </section>
                <section class="step-part" id="s4" aria-labelledby="h1-4">
                    {(!all).then(|| back(v, "#s3".to_owned()))}
                    {step(v, 4)}
                    {parts::check(v, state, all)}
                    {submit}
                </section>
            </form>
        }
    })
}

fn back(v: &Visit, href: String) -> AnyView {
    view! { <a class="back" href=href rel="external">{icon(v, "arrow-left")}{v.t("back")}</a> }.into_any()
}

fn next(v: &Visit, href: &'static str) -> AnyView {
    view! { <div class="bar"><a class="btn btn-primary btn-block" href=href rel="external">{v.t("continue")}</a></div> }
        .into_any()
}

fn step(v: &Visit, n: u32) -> AnyView {
    view! { <p class="step">{v.tn("step-of-four", &[("n", n.into())])}</p> }.into_any()
}

fn twins_found(v: &Visit, catalogue: &Catalogue, twins: &[Need]) -> AnyView {
    if twins.is_empty() {
        return view! { <p class="notice" role="status">{v.t("similar-none")}</p> }.into_any();
    }
    view! {
        <section class="notice">
            <h2 class="notice-title">{v.t("similar-heading")}</h2>
            {ui::needs::joinable(v, twins, catalogue)}
            <p class="notice-end">{v.t("similar-go-on")}</p>
        </section>
    }
    .into_any()
}
