//! Return visits: was the need really solved? Those who could not be reached are unknown, never a success.

use std::fmt;

use crate::{Interval, Share};

/// Return visits that were due, those the resident answered, and those where the resident said "solved".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visits {
    due: u64,
    answered: u64,
    solved: u64,
}

/// Numbers that cannot all be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VisitsError {
    /// More answered than were due.
    MoreAnsweredThanDue,
    /// More solved than answered.
    MoreSolvedThanAnswered,
}

impl fmt::Display for VisitsError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::MoreAnsweredThanDue => "more visits answered than due",
            Self::MoreSolvedThanAnswered => "more needs solved than visits answered",
        })
    }
}

impl std::error::Error for VisitsError {}

impl Visits {
    /// V due ≥ A answered ≥ S solved.
    ///
    /// # Errors
    /// [`VisitsError`] where that does not hold.
    pub fn new(due: u64, answered: u64, solved: u64) -> Result<Self, VisitsError> {
        if answered > due {
            return Err(VisitsError::MoreAnsweredThanDue);
        }
        if solved > answered {
            return Err(VisitsError::MoreSolvedThanAnswered);
        }
        Ok(Self { due, answered, solved })
    }

    /// C3, resolution 解决率: how many of those who answered say it is solved, S/A.
    pub fn resolution(self) -> Share {
        Share::clipped(self.solved, self.answered)
    }

    /// C6, unknown 未知率: how many could not be reached, (V−A)/V.
    pub fn unknown(self) -> Share {
        Share::clipped(self.due - self.answered, self.due)
    }

    /// The resolution if nobody of the unreached were helped, and if all were: [S/V, (S+V−A)/V], 0 to 1. Certain
    /// bounds, not a 95 % interval. `None` where no visit was due.
    pub fn bounds(self) -> Option<Interval> {
        let due = self.due as f64;
        (self.due > 0).then(|| Interval {
            lo: self.solved as f64 / due,
            hi: (self.solved as f64 + (self.due - self.answered) as f64) / due,
        })
    }
}
