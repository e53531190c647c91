//! Plain pages: how it is computed, how to use it, what is kept of a person, who can use it.

mod methods;

pub(crate) use methods::methods;

use crate::paths;
use crate::problem::Shown;
use crate::ui::icon::icon;
use crate::visit::Visit;
use leptos::prelude::*;

/// A heading with what stands under it, all by key.
type Part = (&'static str, &'static [&'static str]);

/// What stands under a heading: sentences as paragraphs, or as a list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum As {
    Paragraphs,
    List,
    Steps,
}

/// A heading with its sentences.
fn part(v: &Visit, (heading, sentences): Part, shape: As) -> AnyView {
    let heading = view! { <h2>{v.t(heading)}</h2> };
    let each = sentences.iter().map(|key| v.t(key));
    match shape {
        As::Paragraphs => view! { {heading} {each.map(|text| view! { <p>{text}</p> }).collect::<Vec<_>>()} }.into_any(),
        As::List => view! { {heading} <ul>{items(each)}</ul> }.into_any(),
        As::Steps => view! { {heading} <ol>{items(each)}</ol> }.into_any(),
    }
}

fn items(texts: impl Iterator<Item = String>) -> AnyView {
    texts.map(|text| view! { <li>{text}</li> }).collect::<Vec<_>>().into_any()
}

/// How to use the platform.
pub(crate) async fn help(v: Visit) -> Shown {
    let emergency = view! {
        <p class="emergency">
            {icon(&v, "alert")} {v.t("help-emergency")} " " <a class="tel" href="tel:119">"119"</a> {v.t("help-or")}
            <a class="tel" href="tel:120">"120"</a> {v.t("help-emergency-end")}
        </p>
    };
    let phone = view! {
        <p>{v.t("help-phone-before")} " " <a class="tel" href="tel:12345">"12345"</a> {v.t("help-phone-after")}</p>
    };
    let report: Part = ("help-report", &["help-report-1", "help-report-2", "help-report-3", "help-report-4"]);
    let content = view! {
        <h1>{v.t("help-title")}</h1>
        <p class="lead">{v.t("help-lead")}</p>
        {emergency}
        {part(&v, report, As::Steps)}
        <p><a class="more" href=paths::report(v.lang)>{v.t("help-report-go")}{icon(&v, "chevron-right")}</a></p>
        {part(&v, ("help-follow", &["help-follow-1", "help-follow-2", "help-follow-3"]), As::Paragraphs)}
        <p><a class="more" href=paths::track_form(v.lang)>{v.t("help-follow-go")}{icon(&v, "chevron-right")}</a></p>
        {part(&v, ("help-join", &["help-join-1"]), As::Paragraphs)}
        <p><a class="more" href=paths::needs(v.lang)>{v.t("help-join-go")}{icon(&v, "chevron-right")}</a></p>
        {part(&v, ("help-rate", &["help-rate-1", "help-rate-2"]), As::Paragraphs)}
        <p><a class="more" href=paths::rate_list(v.lang)>{v.t("help-rate-go")}{icon(&v, "chevron-right")}</a></p>
        {part(&v, ("help-account", &["help-account-1"]), As::Paragraphs)}
        {part(&v, ("help-someone", &["help-someone-1", "help-someone-2"]), As::Paragraphs)}
        {phone}
        {part(&v, ("help-large", &["help-large-1"]), As::Paragraphs)}
        <p><a class="more" href=paths::prefs(v.lang)>{v.t("help-large-go")}{icon(&v, "chevron-right")}</a></p>
    };
    Ok(v.page(v.t("help-title")).show(content))
}

/// What is kept of a person, why, and for how long.
pub(crate) async fn privacy(v: Visit) -> Shown {
    let rows = [
        ["privacy-words", "privacy-words-why", "privacy-words-long"],
        ["privacy-place", "privacy-place-why", "privacy-place-long"],
        ["privacy-phone", "privacy-phone-why", "privacy-phone-long"],
        ["privacy-device", "privacy-device-why", "privacy-device-long"],
        ["privacy-address", "privacy-address-why", "privacy-address-long"],
        ["privacy-rating", "privacy-rating-why", "privacy-rating-long"],
        ["privacy-view", "privacy-view-why", "privacy-view-long"],
        ["privacy-once", "privacy-once-why", "privacy-once-long"],
        ["privacy-log", "privacy-log-why", "privacy-log-long"],
    ];
    let public: Part = ("privacy-public", &["privacy-public-1", "privacy-public-2", "privacy-public-3"]);
    let never: Part = ("privacy-never", &["privacy-never-1", "privacy-never-2", "privacy-never-3", "privacy-never-4"]);
    let rights: Part =
        ("privacy-rights", &["privacy-rights-1", "privacy-rights-2", "privacy-rights-3", "privacy-rights-4"]);
    let content = view! {
        <h1>{v.t("privacy-title")}</h1>
        <p class="lead">{v.t("privacy-lead")}</p>
        <h2 id="kept">{v.t("privacy-kept")}</h2>
        {table(&v, "kept", ["privacy-what", "privacy-why", "privacy-long"], &rows)}
        {part(&v, public, As::List)}
        {part(&v, never, As::List)}
        {part(&v, rights, As::List)}
        <p>{v.t("privacy-ask")} " " <a class="tel" href="tel:12345">"12345"</a></p>
    };
    Ok(v.page(v.t("privacy-title")).show(content))
}

/// A table of texts. `label` is the id of its heading.
fn table(v: &Visit, label: &'static str, heads: [&str; 3], rows: &[[&str; 3]]) -> AnyView {
    let heads = heads.map(|key| view! { <th class="data-head" scope="col">{v.t(key)}</th> });
    let rows = rows.iter().map(|[what, why, long]| {
        view! {
            <tr>
                <th class="data-cell" scope="row">{v.t(what)}</th>
                <td class="data-cell">{v.t(why)}</td>
                <td class="data-cell">{v.t(long)}</td>
            </tr>
        }
    });
    view! {
        <div class="scroll" role="region" aria-labelledby=label tabindex="0">
            <table class="data" aria-labelledby=label>
                <thead><tr>{heads.into_iter().collect::<Vec<_>>()}</tr></thead>
                <tbody>{rows.collect::<Vec<_>>()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Who can use it, what was tested, and what was not.
pub(crate) async fn accessibility(v: Visit) -> Shown {
    let can: Part = (
        "accessibility-can",
        &[
            "accessibility-can-1",
            "accessibility-can-2",
            "accessibility-can-3",
            "accessibility-can-4",
            "accessibility-can-5",
        ],
    );
    let tested: Part =
        ("accessibility-tested", &["accessibility-tested-1", "accessibility-tested-2", "accessibility-tested-3"]);
    let open: Part = (
        "accessibility-open",
        &["accessibility-open-1", "accessibility-open-2", "accessibility-open-3", "accessibility-open-4"],
    );
    let content = view! {
        <h1>{v.t("accessibility-title")}</h1>
        <p class="lead">{v.t("accessibility-lead")}</p>
        {part(&v, can, As::List)}
        {part(&v, tested, As::List)}
        {part(&v, open, As::List)}
        <h2>{v.t("accessibility-tell")}</h2>
        <p>
            {v.t("accessibility-tell-before")} " " <a class="tel" href="tel:12345">"12345"</a>
            {v.t("accessibility-tell-after")}
        </p>
    };
    Ok(v.page(v.t("accessibility-title")).show(content))
}
