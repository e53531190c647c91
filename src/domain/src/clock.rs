//! The one owner of time.

use chrono::{DateTime, SubsecRound, Utc};
use std::sync::{Arc, Mutex};

/// Where the time comes from: the machine, or a test that sets it.
#[derive(Clone, Default)]
pub struct Clock(Option<Arc<Mutex<DateTime<Utc>>>>);

impl Clock {
    /// A clock that stands still until it is set: for tests and for the demonstration city.
    pub fn standing(at: DateTime<Utc>) -> Self {
        Self(Some(Arc::new(Mutex::new(at))))
    }

    /// Sets a standing clock; the machine's own clock is left alone.
    pub fn set(&self, at: DateTime<Utc>) {
        if let Some(standing) = &self.0 {
            *standing.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = at;
        }
    }

    /// The time now, in whole milliseconds, so that both databases keep it unchanged.
    #[expect(clippy::disallowed_methods, reason = "this is the owner of the clock")]
    pub fn now(&self) -> DateTime<Utc> {
        let now = match &self.0 {
            Some(standing) => *standing.lock().unwrap_or_else(std::sync::PoisonError::into_inner),
            None => Utc::now(),
        };
        now.trunc_subsecs(3)
    }
}
