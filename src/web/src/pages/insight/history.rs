//! Twelve months of one service: how it went, and whether it changed.

use super::figures;
use super::names::period_name;
use crate::ui::charts;
use crate::visit::Visit;
use chrono::{Datelike, NaiveDate};
use domain::insight::{Board, Line, Period};
use domain::places::Catalogue;
use domain::{Result, Store};
use leptos::prelude::*;
use measure::{Counts, Direction, Measured, Policy, change};
use words::ServiceId;

/// How many months are shown.
const MONTHS: usize = 12;

/// One month of a service, as it stood on the board.
pub(super) struct Month {
    period: Period,
    line: Option<Line>,
    /// It is not over.
    open: bool,
}

/// The last twelve months, the present one included, oldest first.
///
/// # Errors
/// Whatever the database says.
pub(super) async fn of(
    store: &Store,
    catalogue: &Catalogue,
    service: ServiceId,
    today: NaiveDate,
) -> Result<Vec<Month>> {
    let mut months = Vec::with_capacity(MONTHS);
    for period in super::choose::months(today).take(MONTHS) {
        let board = Board::of(store, catalogue, period).await?;
        let line = board.lines().find(|line| line.service.id == service).cloned();
        let open = period.days(today).1 >= today;
        months.push(Month { period, line, open });
    }
    months.reverse();
    Ok(months)
}

impl Month {
    fn counts(&self) -> Counts {
        self.line.as_ref().map_or_else(Counts::default, |line| line.counts)
    }

    /// The index with its error, where enough people answered to compare it with another month.
    fn measured(&self) -> Option<Measured> {
        let counts = self.counts();
        let enough = counts.n() as f64 >= Policy::default().least_n_eff;
        enough.then_some(())?;
        Some(Measured { value: counts.index()?, error: counts.index_error()? })
    }
}

/// The months as a picture.
pub(super) fn picture(v: &Visit, months: &[Month]) -> AnyView {
    let points: Vec<charts::Point> = months
        .iter()
        .map(|month| {
            let satisfied = month.counts().satisfied();
            let label = match month.period {
                Period::Month(first) => first.month().to_string(),
                Period::Rolling => String::new(),
            };
            charts::Point { label, value: satisfied.value().map(|value| (value, satisfied.interval())) }
        })
        .collect();
    view! {
        <div class="cols">
            <div>{charts::trend(&points)} <span class="vh">{v.t("insight-trend-words")}</span></div>
            <p class="meta">{v.t("insight-trend")}</p>
        </div>
    }
    .into_any()
}

/// The same as a table, newest first.
pub(super) fn table(v: &Visit, months: &[Month]) -> AnyView {
    let rows = months.iter().enumerate().rev().map(|(at, month)| {
        let before = at.checked_sub(1).and_then(|at| months.get(at));
        row(v, before, month)
    });
    let heads =
        ["insight-col-n", "insight-col-interval", "insight-col-index", "insight-col-ranks", "insight-col-change"];
    let heads = heads.map(|key| view! { <th class="data-head data-num" scope="col">{v.t(key)}</th> }).into_iter();
    view! {
        <div class="scroll" role="region" aria-labelledby="months" tabindex="0">
            <table class="data" aria-labelledby="months">
                <thead>
                    <tr>
                        <th class="data-head" scope="col">{v.t("insight-col-month")}</th>
                        {heads.collect::<Vec<_>>()}
                    </tr>
                </thead>
                <tbody>{rows.collect::<Vec<_>>()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(v: &Visit, before: Option<&Month>, month: &Month) -> AnyView {
    let counts = month.counts();
    let n = counts.n();
    let satisfied = counts.satisfied();
    let share = satisfied.value().map(|value| {
        view! { <strong>{figures::percent(value)}</strong> " " {figures::percents(satisfied.interval())} }
    });
    let dash = || counts.n().eq(&0).then_some(figures::UNKNOWN);
    let index = counts.index().zip(counts.index_interval()).map(|(index, interval)| {
        view! { <strong>{figures::index(index, n)}</strong> " " {figures::indexes(interval, n)} }
    });
    let ranks = month.line.as_ref().and_then(|line| line.row.ranks);
    let ranks = ranks.map_or_else(|| v.t("insight-unranked"), figures::ranks);
    view! {
        <tr>
            <th class="data-cell data-name" scope="row">{period_name(v, month.period)} " " {month.open.then(|| v.t("insight-so-far"))}</th>
            <td class="data-cell data-num">{figures::whole(n)}</td>
            <td class="data-cell data-num">{share} {dash()}</td>
            <td class="data-cell data-num">{index} {dash()}</td>
            <td class="data-cell data-num">{ranks}</td>
            <td class="data-cell data-num">{changed(v, before, month)}</td>
        </tr>
    }
    .into_any()
}

/// Better, worse, or nobody can tell; never from a handful of answers.
fn changed(v: &Visit, before: Option<&Month>, month: &Month) -> String {
    let both = before.and_then(Month::measured).zip(month.measured());
    v.t(match both.map(|(before, after)| change(before, after).direction) {
        Some(Direction::Better) => "insight-better",
        Some(Direction::Worse) => "insight-worse",
        Some(Direction::NoClearChange) => "insight-no-change",
        None => "insight-no-comparison",
    })
}
