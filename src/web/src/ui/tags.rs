//! Tags: how far a need is, what kind it is, how soon it is due. Never colour alone.

use crate::texts::Value;
use crate::visit::Visit;
use chrono::{DateTime, Utc};
use domain::needs::Need;
use domain::places::Catalogue;
use leptos::prelude::*;
use words::{Category, Level, NeedKind, Outcome, Progress, ServiceClass, Vote};

/// The name of a kind.
pub(crate) fn kind_name(v: &Visit, kind: Option<NeedKind>) -> String {
    v.t(match kind {
        Some(NeedKind::Urgent) => "kind-urgent",
        Some(NeedKind::Difficult) => "kind-difficult",
        Some(NeedKind::LongedFor) => "kind-longed",
        None => "kind-none",
    })
}

/// The name of a category.
pub(crate) fn category_name(v: &Visit, category: Category) -> String {
    v.t(match category {
        Category::Utilities => "category-utilities",
        Category::Housing => "category-housing",
        Category::Roads => "category-roads",
        Category::Cleanliness => "category-cleanliness",
        Category::Noise => "category-noise",
        Category::Health => "category-health",
        Category::School => "category-school",
        Category::Online => "category-online",
    })
}

/// The name of a class of services.
pub(crate) fn class_name(v: &Visit, class: ServiceClass) -> String {
    v.t(match class {
        ServiceClass::Paying => "class-paying",
        ServiceClass::Permits => "class-permits",
        ServiceClass::Reporting => "class-reporting",
        ServiceClass::Health => "class-health",
        ServiceClass::Living => "class-living",
        ServiceClass::Imported => "class-imported",
    })
}

/// The words of a level.
pub(crate) fn level_name(v: &Visit, level: Level) -> String {
    v.t(match level {
        Level::VeryDissatisfied => "level-1",
        Level::Dissatisfied => "level-2",
        Level::FairlySatisfied => "level-3",
        Level::Satisfied => "level-4",
        Level::VerySatisfied => "level-5",
    })
}

/// The words of a vote.
pub(crate) fn vote_name(v: &Visit, vote: Vote) -> String {
    match vote {
        Vote::Level(level) => level_name(v, level),
        Vote::Outcome(Outcome::Unused) => v.t("outcome-unused"),
        Vote::Outcome(Outcome::Failed) => v.t("outcome-failed"),
    }
}

/// How far a need is, with the unit that holds it where known.
pub(crate) fn status_words(v: &Visit, progress: Progress, unit: Option<&str>) -> String {
    match (progress, unit) {
        (Progress::PassedOn, Some(unit)) => v.tn("status-passed-on-to", &[("unit", unit.into())]),
        _ => v.t(status_key(progress)),
    }
}

/// The key of a status.
pub(crate) fn status_key(progress: Progress) -> &'static str {
    match progress {
        Progress::Received => "status-received",
        Progress::PassedOn => "status-passed-on",
        Progress::InProgress => "status-in-progress",
        Progress::Answered => "status-answered",
        Progress::Solved => "status-solved",
        Progress::PartlySolved => "status-partly-solved",
        Progress::Reopened => "status-reopened",
        Progress::Refused => "status-refused",
        Progress::Merged => "status-merged",
    }
}

/// The tag of a status.
pub(crate) fn status(v: &Visit, need: &Need, catalogue: &Catalogue) -> AnyView {
    let unit = need.unit.and_then(|id| catalogue.unit(id)).map(|unit| v.name(&unit.name_zh, &unit.name_en));
    let class = match need.progress {
        Progress::Solved => "tag tag-solved",
        Progress::PassedOn | Progress::InProgress | Progress::Answered | Progress::PartlySolved => "tag tag-progress",
        Progress::Reopened => "tag tag-today",
        Progress::Received | Progress::Refused | Progress::Merged => "tag",
    };
    view! { <span class=class>{status_words(v, need.progress, unit)}</span> }.into_any()
}

/// The tag of a kind.
pub(crate) fn kind(v: &Visit, kind: Option<NeedKind>) -> AnyView {
    let class = match kind {
        Some(NeedKind::Urgent) => "tag tag-urgent",
        Some(NeedKind::Difficult) => "tag tag-difficult",
        Some(NeedKind::LongedFor) => "tag tag-longed",
        None => "tag",
    };
    view! { <span class=class>{kind_name(v, kind)}</span> }.into_any()
}

/// How soon something is due: overdue, today, or how long there is.
pub(crate) fn due(v: &Visit, need: &Need, now: DateTime<Utc>) -> Option<AnyView> {
    if !need.progress.is_open() {
        return None;
    }
    let left = need.due_at - now;
    let (class, words) = if left.num_seconds() < 0 {
        let late = -left;
        let days = u32::try_from(late.num_days()).unwrap_or(u32::MAX);
        let hours = u32::try_from(late.num_hours()).unwrap_or(u32::MAX).max(1);
        let words = if days > 0 {
            v.tn("overdue-days", &[("n", Value::from(days))])
        } else {
            v.tn("overdue-hours", &[("n", Value::from(hours))])
        };
        ("tag tag-overdue", words)
    } else if words::china_day(need.due_at) == words::china_day(now) {
        ("tag tag-today", v.t("due-today"))
    } else {
        let days = u32::try_from(left.num_days()).unwrap_or(u32::MAX);
        let hours = u32::try_from(left.num_hours()).unwrap_or(u32::MAX);
        let words = if days > 0 {
            v.tn("left-days", &[("n", days.into())])
        } else {
            v.tn("left-hours", &[("n", hours.into())])
        };
        return Some(view! { <span>{words}</span> }.into_any());
    };
    Some(view! { <span class=class>{words}</span> }.into_any())
}

/// Where a need is, as the public may know it: the community, or that staff will check.
pub(crate) fn place_words(v: &Visit, need: &Need, catalogue: &Catalogue) -> String {
    match need.region.and_then(|id| catalogue.region(id)) {
        Some(region) => v.name(&region.name_zh, &region.name_en).to_owned(),
        None => v.t("place-unknown"),
    }
}
