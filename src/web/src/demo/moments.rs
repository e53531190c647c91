//! Moments on the clock of China, counted back from now.

use chrono::{DateTime, TimeDelta, Utc};

/// A minute of the day, some days ago; never later than now.
pub(super) fn at(now: DateTime<Utc>, days_ago: u32, minute: u32) -> DateTime<Utc> {
    let midnight = words::china_day(now).and_time(chrono::NaiveTime::MIN).and_utc() - TimeDelta::hours(8);
    let moment = midnight - TimeDelta::days(i64::from(days_ago)) + TimeDelta::minutes(i64::from(minute));
    if moment < now { moment } else { now - TimeDelta::minutes(1 + i64::from(minute % 90)) }
}
