//! One service, for officials: how it stands, how it went, who answered.

use super::names::{service_name, verdict_words};
use super::ranking::READERS;
use super::{figures, history, who};
use crate::paths;
use crate::problem::{Problem, Shown, Trouble};
use crate::ui::tags;
use crate::ui::{charts, icon::icon};
use crate::visit::{Visit, Width};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect};
use domain::insight::{Board, Line, Period};
use domain::places::Catalogue;
use domain::services::Service;
use leptos::prelude::*;
use measure::Status;
use words::china_day;

/// One service in the last ninety days and month by month.
pub(crate) async fn get(v: Visit, Path(slug): Path<String>) -> Shown {
    if v.staff.is_none() {
        return Ok(Redirect::to(&paths::sign_in(v.lang)).into_response());
    }
    v.at_work(&READERS)?;
    let store = &v.app.store;
    let catalogue = Catalogue::of(store).await?;
    let service = catalogue.service(&slug).ok_or(Trouble(Problem::NotFound))?;
    let board = Board::of(store, &catalogue, Period::Rolling).await?;
    let line = board.lines().find(|line| line.service.id == service.id).ok_or(Trouble(Problem::NotFound))?;
    let months = history::of(store, &catalogue, service.id, china_day(store.clock().now())).await?;
    let content = content(&v, &catalogue, service, line, &months);
    let page = v.page(service_name(&v, service)).section(v.t("insight-section"));
    Ok(page.width(Width::WorkPrint).show(content))
}

fn content(v: &Visit, catalogue: &Catalogue, service: &Service, line: &Line, months: &[history::Month]) -> AnyView {
    view! {
        <a class="back" href=paths::insight(v.lang)>{icon(v, "arrow-left")}{v.t("insight-back")}</a>
        <h1>{service_name(v, service)}</h1>
        {about(v, catalogue, service)}
        <h2>{v.t("insight-now")}</h2>
        <p>{standing(v, line)}</p>
        {facts(v, line)}
        {charts::distribution(v, line.counts)}
        {charts::levels(v)}
        <h2 id="months">{v.t("insight-months")}</h2>
        {history::picture(v, months)}
        {history::table(v, months)}
        {who::table(v, &[line])}
        <p><a href=paths::methods(v.lang)>{v.t("insight-methods")}</a></p>
    }
    .into_any()
}

/// Class, owner, catchment, law.
fn about(v: &Visit, catalogue: &Catalogue, service: &Service) -> AnyView {
    let unknown = || v.t("insight-unknown");
    let unit =
        service.unit.and_then(|id| catalogue.unit(id)).map(|unit| v.name(&unit.name_zh, &unit.name_en).to_owned());
    let region = service.region.and_then(|id| catalogue.region(id));
    let region = region.map(|region| v.name(&region.name_zh, &region.name_en).to_owned());
    let things = [
        ("class", tags::class_name(v, service.class).into()),
        ("unit", unit.unwrap_or_else(unknown).into()),
        ("region", region.unwrap_or_else(|| v.t("insight-everywhere")).into()),
    ];
    let statutory = service.statutory.then(|| v.t("insight-statutory"));
    view! { <p class="meta">{v.tn("insight-about", &things)} {v.lang.pick("", " ")} {statutory}</p> }.into_any()
}

/// Where it stands among its class, in a sentence.
fn standing(v: &Visit, line: &Line) -> String {
    match (line.row.status, line.row.ranks) {
        (Status::Ranked, Some(ranks)) => v.tn(
            "insight-standing",
            &[
                ("class", tags::class_name(v, line.service.class).into()),
                ("ranks", figures::ranks(ranks).into()),
                ("verdict", verdict_words(v, line.row.verdict).into()),
            ],
        ),
        (Status::UnderReview, _) => v.t("insight-under-review"),
        (Status::Ranked | Status::TooFew, _) => v.t("insight-too-few"),
    }
}

fn facts(v: &Visit, line: &Line) -> AnyView {
    let (counts, n) = (line.counts, line.counts.n());
    let unknown = || figures::UNKNOWN.to_owned();
    let interval = counts.satisfied().value().map(|_| figures::percents(counts.satisfied().interval()));
    let around = counts.index_interval().map(|interval| figures::indexes(interval, n));
    let posterior = (n > 0).then(|| figures::index(line.row.posterior, n));
    let within = (n > 0).then(|| figures::indexes(line.row.interval, n));
    let facts = [
        ("insight-col-n", figures::whole(n), None),
        ("insight-col-index", counts.index().map_or_else(unknown, |index| figures::index(index, n)), around),
        ("insight-col-posterior", posterior.unwrap_or_else(unknown), within),
        ("insight-col-satisfied", figures::share(counts.satisfied()), interval),
        ("insight-col-good", figures::share(counts.good()), None),
        ("insight-col-bad", figures::share(counts.bad()), None),
    ];
    let facts = facts.map(|(key, value, more)| {
        let more = more.map(|more| view! { " " <span class="meta">{more}</span> });
        view! { <div class="fact"><dt>{v.t(key)}</dt><dd class="fact-num">{value}{more}</dd></div> }
    });
    view! { <dl class="facts">{facts.into_iter().collect::<Vec<_>>()}</dl> }.into_any()
}
