//! Choose a period: what was asked for, and what is offered.

use super::names::period_name;
use crate::problem::{Problem, Trouble};
use crate::visit::Visit;
use chrono::{Datelike, NaiveDate};
use domain::insight::Period;
use leptos::prelude::*;

/// The period that was asked for, if any was.
///
/// # Errors
/// 422 for what is no period, and for months that have not begun.
pub(crate) fn asked(text: Option<&String>, today: NaiveDate) -> Result<Option<Period>, Trouble> {
    let Some(text) = text.map(|text| text.trim()).filter(|text| !text.is_empty()) else {
        return Ok(None);
    };
    match text.parse::<Period>() {
        Ok(Period::Month(first)) if first > today => Err(Trouble(Problem::Invalid)),
        Ok(period) => Ok(Some(period)),
        Err(_) => Err(Trouble(Problem::Invalid)),
    }
}

/// The month `today` lies in, and those before it, newest first.
pub(crate) fn months(today: NaiveDate) -> impl Iterator<Item = Period> {
    let this = Period::Month(today.with_day(1).unwrap_or(today));
    std::iter::successors(Some(this), |period| period.before())
}

/// The options of a list of periods. What is chosen is always among them.
pub(crate) fn options(v: &Visit, mut offered: Vec<Period>, chosen: Period) -> AnyView {
    if !offered.contains(&chosen) {
        offered.push(chosen);
    }
    let options = offered.into_iter().map(|period| {
        view! { <option value=period.to_string() selected=period == chosen>{period_name(v, period)}</option> }
    });
    options.collect::<Vec<_>>().into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn read(text: &str) -> Option<String> {
        asked(Some(&text.to_owned()), day("2026-10-03"))
            .ok()
            .map(|period| period.map_or_else(String::new, |p| p.to_string()))
    }

    #[test]
    fn a_period_is_a_month_that_has_begun_or_ninety_days() {
        assert_eq!(read("2026-10").as_deref(), Some("2026-10"));
        assert_eq!(read("90d").as_deref(), Some("90d"));
        assert_eq!(read("").as_deref(), Some(""));
        for wrong in ["2026-11", "2026-13", "last", "2026-1", "=1"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn months_go_back_over_the_year() {
        let offered: Vec<_> = months(day("2026-02-10")).take(3).map(|p| p.to_string()).collect();
        assert_eq!(offered, ["2026-02", "2026-01", "2025-12"]);
    }
}
