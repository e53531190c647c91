//! The ranking of services, for officials.

use super::figures::{count, part, whole};
use super::names::period_name;
use super::{choose, findings, table, who};
use crate::paths;
use crate::problem::Shown;
use crate::times;
use crate::ui::tags;
use crate::ui::{charts, icon::icon};
use crate::visit::{Visit, Width};
use axum::extract::Query;
use axum::response::{IntoResponse, Redirect};
use chrono::NaiveDate;
use domain::insight::{Board, Line, Period};
use domain::places::Catalogue;
use leptos::prelude::*;
use std::collections::HashMap;
use words::{Role, ServiceClass, china_day};

/// Who may read it.
pub(super) const READERS: [Role; 2] = [Role::Official, Role::Admin];

/// The ranking of a period, of all classes or one.
pub(crate) async fn get(v: Visit, Query(asked): Query<HashMap<String, String>>) -> Shown {
    if v.staff.is_none() {
        return Ok(Redirect::to(&paths::sign_in(v.lang)).into_response());
    }
    v.at_work(&READERS)?;
    let store = &v.app.store;
    let today = china_day(store.clock().now());
    let period = choose::asked(asked.get("period"), today)?.unwrap_or(Period::Rolling);
    let class = asked.get("class").and_then(|class| class.parse().ok());
    let board = Board::of(store, &*Catalogue::of(store).await?, period).await?;
    let title = v.tn("insight-title", &[("period", period_name(&v, period).into())]);
    let content = content(&v, &board, class, today, &title);
    Ok(v.page(title).width(Width::WorkPrint).show(content))
}

fn content(v: &Visit, board: &Board, class: Option<ServiceClass>, today: NaiveDate, title: &str) -> AnyView {
    let classes = board.classes.iter().filter(|one| class.is_none_or(|class| class == one.class));
    let lines: Vec<&Line> = classes.flat_map(|one| &one.lines).collect();
    let groups = table::groups(v, board, class, |_| true);
    view! {
        <h1>{title.to_owned()}</h1>
        {findings::paragraph(v, &lines).unwrap_or_else(|| empty(v, board.period, today))}
        {base(v, board, &lines)}
        {filter(v, board.period, class, today)}
        {charts::legend(v)}
        <h2 id="ranking">{v.t("insight-sorted")}</h2>
        {table::show(v, "ranking", &groups, paths::insight_service)}
        {who::table(v, &lines)}
        {how(v)}
    }
    .into_any()
}

fn empty(v: &Visit, period: Period, today: NaiveDate) -> AnyView {
    let before = period.before().unwrap_or_else(|| Period::last_month(today));
    let href = format!("{}?period={before}", paths::insight(v.lang));
    view! {
        <p class="notice">
            {v.tn("insight-empty", &[("period", period_name(v, period).into())])} " "
            <a href=href>{v.tn("insight-see", &[("period", period_name(v, before).into())])}</a>
        </p>
    }
    .into_any()
}

/// How many answered, and which way.
fn base(v: &Visit, board: &Board, lines: &[&Line]) -> AnyView {
    let sum = |of: fn(&Line) -> u64| lines.iter().map(|line| of(line)).sum::<u64>();
    let n = sum(|line| line.counts.n());
    let ways = [
        ("verified", part(sum(|line| line.verified), n).into()),
        ("assisted", part(sum(|line| line.assisted), n).into()),
        ("imported", part(sum(|line| line.imported), n).into()),
    ];
    let asked: Vec<&&Line> = lines.iter().filter(|line| line.invited.is_some()).collect();
    let invited = asked.iter().filter_map(|line| line.invited).sum::<u64>();
    let answered = asked.iter().map(|line| line.counts.n()).sum::<u64>();
    let active = (invited > 0).then(|| {
        let things = [("n", whole(invited).into()), ("rate", part(answered, invited).into())];
        v.tn("insight-base-invited", &things)
    });
    let live = matches!(board.period, Period::Rolling)
        || board.period.days(china_day(board.counted_at)).1 >= china_day(board.counted_at);
    let counted = [("when", times::moment(v.lang, board.counted_at).into()), ("version", measure::FORMULA.into())];
    let space = v.lang.pick("", " ");
    view! {
        <p class="meta">
            {v.tn("insight-base", &[("n", count(n))])} {space}
            {(n > 0).then(|| v.tn("insight-base-ways", &ways))} {space} {active} {space}
            {v.tn("insight-counted", &counted)} {space}
            {v.t(if live { "insight-live" } else { "insight-past" })}
        </p>
    }
    .into_any()
}

fn filter(v: &Visit, period: Period, class: Option<ServiceClass>, today: NaiveDate) -> AnyView {
    let offered = std::iter::once(Period::Rolling).chain(choose::months(today).take(13)).collect();
    let classes = ServiceClass::ALL.iter().map(|one| {
        view! { <option value=one.slug() selected=class == Some(*one)>{tags::class_name(v, *one)}</option> }
    });
    view! {
        <form class="row no-print" method="get" action=paths::insight(v.lang)>
            <label for="period">{v.t("insight-period")}</label>
            <select class="input input-slim" id="period" name="period">{choose::options(v, offered, period)}</select>
            <label for="class">{v.t("insight-class-label")}</label>
            <select class="input input-slim" id="class" name="class">
                <option value="">{v.t("insight-all")}</option>
                {classes.collect::<Vec<_>>()}
            </select>
            <button class="btn" type="submit">{icon(v, "refresh")}{v.t("insight-update")}</button>
            <a class="btn" href=format!("/insight.csv?period={period}")>{icon(v, "download")}{v.t("insight-csv")}</a>
            <a class="btn" href=format!("/insight.xlsx?period={period}")>{icon(v, "download")}{v.t("insight-xlsx")}</a>
        </form>
        <p class="meta no-print">{v.t("insight-print")}</p>
    }
    .into_any()
}

/// How it is computed, in five lines.
pub(crate) fn how(v: &Visit) -> AnyView {
    let lines = ["insight-how-1", "insight-how-2", "insight-how-3", "insight-how-4", "insight-how-5"];
    let lines = lines.map(|key| view! { <li>{v.t(key)}</li> }).into_iter();
    view! {
        <section class="card">
            <h2 class="card-title">{v.t("insight-how")}</h2>
            <ul>{lines.collect::<Vec<_>>()}</ul>
            <p><a href=paths::methods(v.lang)>{v.t("insight-methods")}</a></p>
        </section>
    }
    .into_any()
}
