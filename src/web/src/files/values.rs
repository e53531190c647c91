//! Single cells become values; what is wrong with one is said in words for the rejected file.

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use domain::places::{Catalogue, Region};
use std::str::FromStr;

/// A time as RFC 3339, in whole milliseconds as both databases keep it; nothing for an empty cell.
pub(super) fn time(column: &str, cell: &str, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>, String> {
    if cell.is_empty() {
        return Ok(None);
    }
    let read = DateTime::parse_from_rfc3339(cell)
        .map_err(|_| format!("{column} is no time like 2026-09-28T10:24:00+08:00"))?;
    let at = read.with_timezone(&Utc).trunc_subsecs(3);
    if at > now + TimeDelta::days(1) {
        return Err(format!("{column} lies in the future"));
    }
    if at < DateTime::UNIX_EPOCH {
        return Err(format!("{column} lies before 1970"));
    }
    Ok(Some(at))
}

/// One of the known short names; nothing for an empty cell.
pub(super) fn choice<T: FromStr>(column: &str, cell: &str, known: &[&str]) -> Result<Option<T>, String> {
    if cell.is_empty() {
        return Ok(None);
    }
    cell.parse().map(Some).map_err(|_| format!("{column} is none of {}", known.join(", ")))
}

/// A whole number up to a thousand million; nothing for an empty cell.
pub(super) fn number(column: &str, cell: &str) -> Result<Option<u64>, String> {
    if cell.is_empty() {
        return Ok(None);
    }
    let read = cell.parse().ok().filter(|n| *n <= 1_000_000_000);
    read.map(Some).ok_or_else(|| format!("{column} is no whole number from 0 to 1000000000"))
}

/// A place by its short name, its Chinese or its English name.
pub(super) fn region<'a>(catalogue: &'a Catalogue, cell: &str) -> Option<&'a Region> {
    catalogue.regions.iter().find(|region| region.slug == cell || region.name_zh == cell || region.name_en == cell)
}

/// What is wrong with a text.
pub(super) fn text_issue(column: &str, issue: words::Issue) -> String {
    match issue {
        words::Issue::Missing => format!("{column} is empty"),
        words::Issue::TooShort(least) => format!("{column} has fewer than {least} characters"),
        words::Issue::TooLong(most, over) => {
            format!("{column} has {over} characters more than the {most} allowed")
        }
        _ => format!("{column} cannot be read"),
    }
}
