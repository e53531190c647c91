//! The table that is the chart: one row a service, one scale for all rows.

use super::figures;
use super::names::{service_name, verdict_words};
use crate::texts::Lang;
use crate::ui::charts::{self, Scale};
use crate::ui::tags;
use crate::visit::Visit;
use domain::insight::{Board, ClassBoard, Line};
use leptos::prelude::*;
use measure::{Status, Verdict};
use words::{ServiceClass, ServiceSlug};

/// How many columns the table has.
const COLUMNS: &str = "8";

/// Rows under one heading.
pub(crate) struct Group<'a> {
    /// What unites them.
    heading: String,
    /// The rows.
    lines: Vec<&'a Line>,
}

/// The rows of a board: ranked ones class by class, then those that have no rank.
pub(crate) fn groups<'a>(
    v: &Visit,
    board: &'a Board,
    class: Option<ServiceClass>,
    shown: impl Fn(&Line) -> bool,
) -> Vec<Group<'a>> {
    let classes = || board.classes.iter().filter(|one| class.is_none_or(|class| class == one.class));
    let with = |status: Status| classes().flat_map(|one| &one.lines).filter(move |line| line.row.status == status);
    let ranked = classes().map(|one| {
        let lines: Vec<&Line> =
            one.lines.iter().filter(|line| line.row.status == Status::Ranked && shown(line)).collect();
        Group { heading: class_heading(v, one, lines.len()), lines }
    });
    let mut groups: Vec<Group<'a>> = ranked.collect();
    let unranked = [("insight-too-few", Status::TooFew), ("insight-under-review", Status::UnderReview)];
    for (key, status) in unranked {
        let mut lines: Vec<&Line> = with(status).filter(|line| shown(line)).collect();
        lines.sort_by_key(|line| std::cmp::Reverse(line.counts.n()));
        groups.push(Group { heading: v.t(key), lines });
    }
    groups.retain(|group| !group.lines.is_empty());
    groups
}

fn class_heading(v: &Visit, class: &ClassBoard, n: usize) -> String {
    let (name, n) = (tags::class_name(v, class.class), figures::count(n as u64));
    match class.mean {
        Some(mean) => {
            v.tn("insight-class", &[("name", name.into()), ("n", n), ("mean", figures::index(mean, 0).into())])
        }
        None => v.tn("insight-class-raw", &[("name", name.into()), ("n", n)]),
    }
}

/// The table. `label` is the id of the heading that names it, `href` where the name of a service leads.
pub(crate) fn show(
    v: &Visit,
    label: &'static str,
    groups: &[Group<'_>],
    href: fn(Lang, &ServiceSlug) -> String,
) -> AnyView {
    let lows = groups.iter().flat_map(|group| &group.lines).filter(|line| line.counts.n() > 0);
    let scale = Scale::reaching(lows.map(|line| line.counts.satisfied().interval().lo * 100.0));
    let bodies = groups.iter().map(|group| {
        let rows = group.lines.iter().map(|line| row(v, line, scale, href)).collect::<Vec<_>>();
        view! {
            <tbody role="rowgroup">
                <tr role="row">
                    <th role="rowheader" class="data-group" colspan=COLUMNS scope="rowgroup">{group.heading.clone()}</th>
                </tr>
                {rows}
            </tbody>
        }
    });
    view! {
        <div class="scroll" role="region" aria-labelledby=label tabindex="0">
            <table class="data data-stack" role="table" aria-labelledby=label>
                {head(v, scale)}
                {bodies.collect::<Vec<_>>()}
            </table>
        </div>
    }
    .into_any()
}

fn head(v: &Visit, scale: Scale) -> AnyView {
    let cell = |key: &str, class: &'static str| {
        view! { <th role="columnheader" class=class scope="col">{v.t(key)}</th> }
    };
    let two = |first: &str, second: &str| {
        view! { <th role="columnheader" class="data-head data-num" scope="col">{v.t(first)} " " <br/> {v.t(second)}</th> }
    };
    let (plain, number) = ("data-head", "data-head data-num");
    view! {
        <thead role="rowgroup">
            <tr role="row">
                {cell("insight-col-ranks", number)} {cell("insight-col-service", plain)} {cell("insight-col-n", number)}
                {cell("insight-col-levels", plain)}
                <th role="columnheader" class="data-head" scope="col">{v.t("insight-col-satisfied")} {scale.ticks()}</th>
                {two("insight-col-satisfied", "insight-col-span")} {cell("insight-col-good", number)}
                {two("insight-col-index", "insight-col-adjusted")}
            </tr>
        </thead>
    }
    .into_any()
}

fn row(v: &Visit, line: &Line, scale: Scale, href: fn(Lang, &ServiceSlug) -> String) -> AnyView {
    let counts = line.counts;
    let ranks = line.row.ranks.map_or_else(|| v.t("insight-unranked"), figures::ranks);
    let rank = line.row.rank.map(|rank| format!("{rank} "));
    let imported = (line.imported > 0).then(|| view! { " " <span class="tag">{v.t("insight-imported")}</span> });
    let satisfied = counts.satisfied();
    let dot = satisfied.value().map(|value| {
        let interval = satisfied.interval();
        let interval = measure::Interval { lo: interval.lo * 100.0, hi: interval.hi * 100.0 };
        scale.caterpillar(value * 100.0, interval, line.row.rank.is_some())
    });
    let percents = satisfied.value().map(|_| figures::percents(satisfied.interval()));
    view! {
        <tr role="row">
            <td role="cell" class="data-cell data-num" data-label=v.t("insight-col-ranks")>{ranks} {verdict(v, line)}</td>
            <th role="rowheader" class="data-cell data-name" scope="row">
                {rank} <a href=href(v.lang, &line.service.slug)>{service_name(v, &line.service)}</a> {imported}
            </th>
            <td role="cell" class="data-cell data-num" data-label=v.t("insight-col-n")>{figures::whole(counts.n())}</td>
            <td role="cell" class="data-cell data-bar">{charts::distribution(v, counts)}</td>
            <td role="cell" class="data-cell">{dot}</td>
            <td role="cell" class="data-cell data-num" data-label=v.t("insight-col-interval")>
                <strong>{figures::share(satisfied)}</strong> " " <br class="data-br"/> {percents}
            </td>
            <td role="cell" class="data-cell data-num" data-label=v.t("insight-col-good")>
                {figures::share(counts.good())}
            </td>
            {adjusted(v, line)}
        </tr>
    }
    .into_any()
}

/// What may be said of a service, beside its rank.
fn verdict(v: &Visit, line: &Line) -> Option<AnyView> {
    let class = match line.row.verdict {
        Some(Verdict::Commend) => "tag tag-solved",
        Some(Verdict::Attention) => "tag tag-today",
        Some(Verdict::NoDifference) | None => "tag",
    };
    (line.row.status == Status::Ranked).then(|| {
        let words = verdict_words(v, line.row.verdict);
        view! { " " <br class="data-br"/> <span class=class>{words}</span> }.into_any()
    })
}

/// The adjusted index with its interval, and the plain one.
fn adjusted(v: &Visit, line: &Line) -> AnyView {
    let n = line.counts.n();
    let label = v.t("insight-col-posterior");
    let content = line.counts.index().map(|plain| {
        view! {
            <strong>{figures::index(line.row.posterior, n)}</strong> " " {figures::indexes(line.row.interval, n)} " "
            <br class="data-br"/>
            <span class="meta">{v.tn("insight-plain-index", &[("index", figures::index(plain, n).into())])}</span>
        }
        .into_any()
    });
    let content = content.unwrap_or_else(|| figures::UNKNOWN.into_any());
    view! { <td role="cell" class="data-cell data-num" data-label=label>{content}</td> }.into_any()
}
