//! The time a ranking speaks of.

use chrono::{Datelike, Days, Months, NaiveDate};
use std::{fmt, str::FromStr};

/// A month, or the last ninety days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Period {
    /// A month, by its first day.
    Month(NaiveDate),
    /// The ninety days up to today: live.
    Rolling,
}

impl Period {
    /// The month before the one `today` lies in: the last that is over.
    pub fn last_month(today: NaiveDate) -> Self {
        let first = today.with_day(1).unwrap_or(today);
        Self::Month(first.checked_sub_months(Months::new(1)).unwrap_or(first))
    }

    /// Its first and last day, both included.
    pub fn days(self, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        match self {
            Self::Month(first) => {
                let next = first.checked_add_months(Months::new(1)).unwrap_or(first);
                (first, next - Days::new(1))
            }
            Self::Rolling => (today - Days::new(89), today),
        }
    }

    /// The month before this one.
    #[must_use]
    pub fn before(self) -> Option<Self> {
        match self {
            Self::Month(first) => first.checked_sub_months(Months::new(1)).map(Self::Month),
            Self::Rolling => None,
        }
    }
}

/// `2026-09` or `90d`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month(first) => write!(f, "{:04}-{:02}", first.year(), first.month()),
            Self::Rolling => f.write_str("90d"),
        }
    }
}

/// The text is neither a month nor `90d`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAPeriod;

impl FromStr for Period {
    type Err = NotAPeriod;
    fn from_str(s: &str) -> Result<Self, NotAPeriod> {
        if s == "90d" {
            return Ok(Self::Rolling);
        }
        let (year, month) = s.split_once('-').filter(|(y, m)| y.len() == 4 && m.len() == 2).ok_or(NotAPeriod)?;
        let (year, month) = (year.parse().map_err(|_| NotAPeriod)?, month.parse().map_err(|_| NotAPeriod)?);
        NaiveDate::from_ymd_opt(year, month, 1).filter(|day| day.year() >= 1900).map(Self::Month).ok_or(NotAPeriod)
    }
}
