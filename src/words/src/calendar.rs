//! Official working days, with holidays and make-up days.

use crate::Limit;
use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, NaiveTime, TimeDelta, Utc, Weekday};
use std::collections::{BTreeMap, BTreeSet};

/// The day in China at a moment: the day that deadlines, tallies and receipts speak of (UTC+8, no summer time).
pub fn china_day(at: DateTime<Utc>) -> NaiveDate {
    (at + TimeDelta::hours(8)).date_naive()
}

/// A year whose official notice is not loaded: weekends are known, holidays are not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownYear(pub i32);

/// Which days are working days: Monday to Friday, except holidays, and the make-up days.
/// Source: the yearly notices of the General Office of the State Council on holiday arrangements.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    years: BTreeSet<i32>,
    exceptions: BTreeMap<NaiveDate, bool>,
}

/// Holidays as (month, first day, last day) and make-up workdays as (month, day).
type Year = (i32, &'static [(u32, u32, u32)], &'static [(u32, u32)]);

const NOTICES: [Year; 3] = [
    (
        2024,
        &[(1, 1, 1), (2, 10, 17), (4, 4, 6), (5, 1, 5), (6, 8, 10), (9, 15, 17), (10, 1, 7)],
        &[(2, 4), (2, 18), (4, 7), (4, 28), (5, 11), (9, 14), (9, 29), (10, 12)],
    ),
    (
        2025,
        &[(1, 1, 1), (1, 28, 31), (2, 1, 4), (4, 4, 6), (5, 1, 5), (5, 31, 31), (6, 1, 2), (10, 1, 8)],
        &[(1, 26), (2, 8), (4, 27), (9, 28), (10, 11)],
    ),
    (
        2026,
        &[(1, 1, 3), (2, 15, 23), (4, 4, 6), (5, 1, 5), (6, 19, 21), (9, 25, 27), (10, 1, 7)],
        &[(1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)],
    ),
];

impl Calendar {
    /// The calendar of the published notices, 2024 to 2026.
    pub fn official() -> Self {
        let mut calendar = Self::default();
        for (year, holidays, makeup) in NOTICES {
            calendar.years.insert(year);
            for (month, first, last) in holidays {
                let days = (*first..=*last).filter_map(|day| NaiveDate::from_ymd_opt(year, *month, day));
                calendar.exceptions.extend(days.map(|day| (day, false)));
            }
            let days = makeup.iter().filter_map(|(month, day)| NaiveDate::from_ymd_opt(year, *month, *day));
            calendar.exceptions.extend(days.map(|day| (day, true)));
        }
        calendar
    }

    /// Whether people work on that day.
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        self.exceptions.get(&day).copied().unwrap_or(!weekend)
    }

    /// Whether the notice of the year is loaded.
    ///
    /// # Errors
    /// [`UnknownYear`]: its holidays would be counted as working days.
    pub fn knows(&self, year: i32) -> Result<(), UnknownYear> {
        if self.years.contains(&year) { Ok(()) } else { Err(UnknownYear(year)) }
    }

    /// The n-th working day after `day`.
    pub fn working_days_after(&self, day: NaiveDate, n: u32) -> NaiveDate {
        let mut left = n;
        let mut at = day;
        while left > 0 {
            at = at + Days::new(1);
            if self.is_working_day(at) {
                left -= 1;
            }
        }
        at
    }

    /// When a limit that starts at `from` runs out. Working days end at 18:00 in China.
    pub fn due(&self, from: DateTime<Utc>, limit: Limit) -> DateTime<Utc> {
        match limit {
            Limit::Hours(hours) => from + TimeDelta::hours(i64::from(hours)),
            Limit::WorkingDays(n) => {
                let day = self.working_days_after(china_day(from), n);
                let evening = NaiveTime::from_hms_opt(18, 0, 0).unwrap_or_default();
                FixedOffset::east_opt(8 * 3600)
                    .and_then(|china| day.and_time(evening).and_local_timezone(china).single())
                    .map_or(from, |at| at.with_timezone(&Utc))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn worked_values_of_measures_section_3() {
        let c = Calendar::official();
        let from = day(2026, 9, 28);
        assert_eq!(
            [1, 5, 15].map(|n| c.working_days_after(from, n)),
            [day(2026, 9, 29), day(2026, 10, 10), day(2026, 10, 23)]
        );
        let from = day(2026, 2, 10);
        assert_eq!(
            [1, 5, 15].map(|n| c.working_days_after(from, n)),
            [day(2026, 2, 11), day(2026, 2, 24), day(2026, 3, 9)]
        );
    }

    #[test]
    fn a_working_day_ends_at_six_in_china() {
        let c = Calendar::official();
        let from = day(2026, 9, 28).and_hms_opt(2, 24, 0).unwrap().and_utc();
        assert_eq!(c.due(from, Limit::WorkingDays(1)).to_rfc3339(), "2026-09-29T10:00:00+00:00");
    }

    #[test]
    fn a_missing_year_is_said() {
        assert_eq!(Calendar::official().knows(2031), Err(UnknownYear(2031)));
    }
}
