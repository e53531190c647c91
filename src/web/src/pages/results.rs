//! What everybody may read: satisfaction per service, month by month, nothing of small numbers.

use super::insight::figures::count;
use super::insight::names::{period_name, service_name};
use super::insight::sheet::{self, LEAST_PUBLIC, Reader};
use super::insight::{choose, files, ranking, table};
use crate::paths;
use crate::problem::{Problem, Shown, Trouble};
use crate::times;
use crate::ui::{charts, icon::icon};
use crate::visit::{Visit, Width};
use axum::extract::Query;
use chrono::NaiveDate;
use domain::insight::{Board, Line, Period};
use domain::places::Catalogue;
use domain::{Result, Store};
use leptos::prelude::*;
use std::collections::HashMap;
use words::china_day;

/// How many months back a month with ratings is looked for.
const LOOK_BACK: usize = 12;

/// The results of a month that is over.
pub(crate) async fn get(v: Visit, Query(asked): Query<HashMap<String, String>>) -> Shown {
    let store = &v.app.store;
    let today = china_day(store.clock().now());
    let last = Period::last_month(today);
    let catalogue = Catalogue::of(store).await?;
    let period = match over(&asked, today)? {
        Some(period) => period,
        None => rated(store, &catalogue, last).await?.unwrap_or(last),
    };
    let board = Board::of(store, &catalogue, period).await?;
    let other = if is_rated(&board) {
        None
    } else {
        let before = match period.before() {
            Some(before) => rated(store, &catalogue, before).await?,
            None => None,
        };
        match before {
            Some(before) => Some(before),
            None => rated(store, &catalogue, last).await?,
        }
    };
    let title = v.tn("results-title", &[("period", period_name(&v, period).into())]);
    let content = content(&v, &board, other, today, &title);
    Ok(v.page(title).width(Width::Wide).show(content))
}

/// The same as a file.
pub(crate) async fn csv(v: Visit, Query(asked): Query<HashMap<String, String>>) -> Shown {
    let store = &v.app.store;
    let today = china_day(store.clock().now());
    let period = over(&asked, today)?.unwrap_or_else(|| Period::last_month(today));
    let catalogue = Catalogue::of(store).await?;
    let board = Board::of(store, &catalogue, period).await?;
    let name = format!("minsheng-results-{period}.csv");
    Ok(files::attachment(sheet::csv(&board, Reader::Public)?, files::CSV, &name, "public, max-age=300"))
}

/// The month that was asked for. Public figures change once a month, so that no difference can be taken.
fn over(asked: &HashMap<String, String>, today: NaiveDate) -> Result<Option<Period>, Trouble> {
    match choose::asked(asked.get("period"), today)? {
        Some(period) if period > Period::last_month(today) => Err(Trouble(Problem::NotFound)),
        period => Ok(period),
    }
}

/// The newest month with ratings, from this one backwards.
async fn rated(store: &Store, catalogue: &Catalogue, from: Period) -> Result<Option<Period>> {
    for period in std::iter::successors(Some(from), |period| period.before()).take(LOOK_BACK) {
        if is_rated(&*Board::of(store, catalogue, period).await?) {
            return Ok(Some(period));
        }
    }
    Ok(None)
}

fn is_rated(board: &Board) -> bool {
    board.lines().any(|line| line.counts.n() > 0)
}

fn is_public(line: &Line) -> bool {
    line.counts.n() >= LEAST_PUBLIC
}

fn content(v: &Visit, board: &Board, other: Option<Period>, today: NaiveDate, title: &str) -> AnyView {
    let figures = if is_rated(board) { results(v, board) } else { empty(v, board.period, other) };
    view! {
        <h1>{title.to_owned()}</h1>
        <p class="lead">{v.t("results-lead")}</p>
        {months(v, board.period, today)}
        {figures}
        {ranking::how(v)}
    }
    .into_any()
}

fn months(v: &Visit, period: Period, today: NaiveDate) -> AnyView {
    let offered = choose::months(today).skip(1).take(LOOK_BACK).collect();
    view! {
        <form class="filter" method="get" action=paths::results(v.lang)>
            <div class="filter-field">
                <label class="label" for="period">{v.t("results-month")}</label>
                <select class="input" id="period" name="period">{choose::options(v, offered, period)}</select>
            </div>
            <button class="btn" type="submit">{v.t("results-show")}</button>
        </form>
    }
    .into_any()
}

fn empty(v: &Visit, period: Period, other: Option<Period>) -> AnyView {
    let link = other.map(|other| {
        let href = format!("{}?period={other}", paths::results(v.lang));
        view! { " " <a href=href>{v.tn("insight-see", &[("period", period_name(v, other).into())])}</a> }
    });
    view! {
        <p class="notice">{v.tn("insight-empty", &[("period", period_name(v, period).into())])} {link}</p>
    }
    .into_any()
}

fn results(v: &Visit, board: &Board) -> AnyView {
    let groups = table::groups(v, board, None, is_public);
    let n: u64 = board.lines().filter(|line| is_public(line)).map(|line| line.counts.n()).sum();
    let counted = [("when", times::moment(v.lang, board.counted_at).into()), ("version", measure::FORMULA.into())];
    let shown = (!groups.is_empty()).then(|| {
        view! {
            {charts::legend(v)}
            <h2 id="results">{v.t("insight-sorted")}</h2>
            {table::show(v, "results", &groups, paths::rate)}
        }
    });
    view! {
        <p class="meta">
            {v.tn("insight-base", &[("n", count(n))])} {v.lang.pick("", " ")} {v.t("results-base")}
            {v.lang.pick("", " ")} {v.tn("insight-counted", &counted)}
        </p>
        {shown}
        {few(v, board)}
        <p class="row">
            <a class="btn" href=format!("/results.csv?period={}", board.period)>
                {icon(v, "download")}{v.t("insight-csv")}
            </a>
        </p>
    }
    .into_any()
}

/// Services of which the public may not know more than that few have answered.
fn few(v: &Visit, board: &Board) -> Option<AnyView> {
    let few: Vec<&Line> = board.lines().filter(|line| !is_public(line)).collect();
    if few.is_empty() {
        return None;
    }
    let items = few.into_iter().map(|line| {
        let href = paths::rate(v.lang, &line.service.slug);
        view! { <li><a href=href>{service_name(v, &line.service)}</a></li> }
    });
    let list = view! {
        <h2>{v.t("results-few")}</h2>
        <p>{v.tn("results-few-text", &[("n", LEAST_PUBLIC.into())])}</p>
        <ul>{items.collect::<Vec<_>>()}</ul>
    };
    Some(list.into_any())
}
