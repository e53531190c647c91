//! Dates and times as people read them, on the clock of China.

use crate::texts::Lang;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Timelike, Utc};

/// A moment on the clock of China.
pub(crate) fn china(at: DateTime<Utc>) -> DateTime<FixedOffset> {
    at.with_timezone(&FixedOffset::east_opt(8 * 3600).unwrap_or_else(|| chrono::Offset::fix(&Utc)))
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

fn month_name(month: u32) -> &'static str {
    MONTHS.get(month.saturating_sub(1) as usize).copied().unwrap_or_default()
}

/// 9月28日 10:24 or 28 Sep 2026, 10:24. 24 hours.
pub(crate) fn moment(lang: Lang, at: DateTime<Utc>) -> String {
    let at = china(at);
    match lang {
        Lang::Zh => format!("{}月{}日 {:02}:{:02}", at.month(), at.day(), at.hour(), at.minute()),
        Lang::En => {
            format!("{} {} {}, {:02}:{:02}", at.day(), month_name(at.month()), at.year(), at.hour(), at.minute())
        }
    }
}

/// 9月28日 or 28 Sep 2026.
pub(crate) fn date(lang: Lang, at: DateTime<Utc>) -> String {
    day(lang, china(at).date_naive())
}

/// A day.
pub(crate) fn day(lang: Lang, day: NaiveDate) -> String {
    match lang {
        Lang::Zh => format!("{}月{}日", day.month(), day.day()),
        Lang::En => format!("{} {} {}", day.day(), month_name(day.month()), day.year()),
    }
}

/// 2026 年 9 月 or Sep 2026.
pub(crate) fn month(lang: Lang, first: NaiveDate) -> String {
    match lang {
        Lang::Zh => format!("{} 年 {} 月", first.year(), first.month()),
        Lang::En => format!("{} {}", month_name(first.month()), first.year()),
    }
}

/// For machines: the attribute `datetime`.
pub(crate) fn machine(at: DateTime<Utc>) -> String {
    china(at).to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
}
