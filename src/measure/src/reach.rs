//! How many were asked, and what their silence leaves open.

use std::fmt;

use crate::{Counts, Interval, Share};

/// How far a question reached: transactions N ≥ invitations I ≥ ratings n. N and I may be unknown, and are then
/// never guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reach {
    transactions: Option<u64>,
    invitations: Option<u64>,
    counts: Counts,
}

/// Numbers that cannot all be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReachError {
    /// More were invited than were served: N < I.
    MoreInvitedThanServed,
    /// More answered than were invited: I < n.
    MoreRatedThanInvited,
    /// More answered than were served: N < n.
    MoreRatedThanServed,
}

impl fmt::Display for ReachError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::MoreInvitedThanServed => "more invitations than transactions",
            Self::MoreRatedThanInvited => "more ratings than invitations",
            Self::MoreRatedThanServed => "more ratings than transactions",
        })
    }
}

impl std::error::Error for ReachError {}

impl Reach {
    /// The three numbers together, checked against each other where they are known.
    ///
    /// # Errors
    /// [`ReachError`] where N ≥ I ≥ n does not hold.
    pub fn new(transactions: Option<u64>, invitations: Option<u64>, counts: Counts) -> Result<Self, ReachError> {
        let n = counts.n();
        if invitations.is_some_and(|invited| invited < n) {
            return Err(ReachError::MoreRatedThanInvited);
        }
        if let Some(served) = transactions {
            if invitations.is_some_and(|invited| served < invited) {
                return Err(ReachError::MoreInvitedThanServed);
            }
            if served < n {
                return Err(ReachError::MoreRatedThanServed);
            }
        }
        Ok(Self { transactions, invitations, counts })
    }

    /// N, if known.
    pub const fn transactions(self) -> Option<u64> {
        self.transactions
    }

    /// I, if known.
    pub const fn invitations(self) -> Option<u64> {
        self.invitations
    }

    /// A5, active rating rate 主动评价率: how many of those asked gave an answer of their own, n/I. `None` where I
    /// is unknown; the share has no value where I is 0.
    pub fn active_rate(self) -> Option<Share> {
        Share::new(self.counts.n(), self.invitations?)
    }

    /// A6, non-response bounds of A2 无应答界: the share of the satisfied if every silent person were dissatisfied,
    /// and if every one were satisfied: [(n4+n5)/I, (n4+n5+I−n)/I], 0 to 1. Certain bounds, not a 95 % interval.
    /// `None` where I is unknown or 0. Manski 1995.
    pub fn satisfied_bounds(self) -> Option<Interval> {
        let invited = self.invitations.filter(|&invited| invited > 0)?;
        let satisfied = self.counts.satisfied().of();
        let silent = invited - self.counts.n();
        Some(Interval {
            lo: satisfied as f64 / invited as f64,
            hi: (satisfied as f64 + silent as f64) / invited as f64,
        })
    }
}
