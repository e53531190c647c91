//! How long each step may take. Deadlines are data, not code: a city sets and publishes its own.

use crate::NeedKind;

/// A limit in hours, or in working days of the official calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Limit {
    /// Hours by the clock, day and night.
    Hours(u32),
    /// Official working days; the last one counts to its end.
    WorkingDays(u32),
}

/// The limits of one kind of need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Limits {
    /// Until a worker has looked at it and passed it on.
    pub pass_on: Limit,
    /// Until the unit has answered, counted from passing on.
    pub answer: Limit,
    /// Until the unit has answered again after "not yet".
    pub reopened: Limit,
}

impl Limits {
    /// The defaults, until a city sets its own: a risk to people is a matter of hours.
    pub const fn of(kind: Option<NeedKind>, risk: bool) -> Self {
        if risk {
            return Self { pass_on: Limit::Hours(2), answer: Limit::Hours(24), reopened: Limit::Hours(24) };
        }
        let answer = match kind {
            Some(NeedKind::Urgent) => Limit::WorkingDays(1),
            Some(NeedKind::Difficult) | None => Limit::WorkingDays(5),
            Some(NeedKind::LongedFor) => Limit::WorkingDays(15),
        };
        Self { pass_on: Limit::WorkingDays(1), answer, reopened: Limit::WorkingDays(15) }
    }
}
