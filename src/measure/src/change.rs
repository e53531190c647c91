//! Better, worse, or nobody can tell.

use crate::{Interval, Z};

/// A figure with its standard error, both in the same unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured {
    /// The figure.
    pub value: f64,
    /// Its standard error; a negative one counts by its size.
    pub error: f64,
}

/// What may be said of two periods.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// The later figure is higher, beyond chance.
    Better,
    /// The later figure is lower, beyond chance.
    Worse,
    /// No clear change 看不出变化: the difference may be chance.
    NoClearChange,
}

/// The difference between two periods.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// After − before, in the unit of the figure.
    pub difference: f64,
    /// Where the true difference may lie, 95 %.
    pub interval: Interval,
    /// What may be said of it.
    pub direction: Direction,
}

/// Has it changed? A difference is called only when its interval excludes 0, for a figure where more is better.
///
/// d ± z√(e₁²+e₂²), the two periods being different answers. Figures that are no numbers give "no clear change"
/// over an infinite interval. `MEASURES.md` 2.7.
pub fn change(before: Measured, after: Measured) -> Change {
    let difference = after.value - before.value;
    let half = Z * before.error.hypot(after.error);
    if !difference.is_finite() || !half.is_finite() {
        return Change {
            difference: 0.0,
            interval: Interval { lo: f64::NEG_INFINITY, hi: f64::INFINITY },
            direction: Direction::NoClearChange,
        };
    }
    let interval = Interval { lo: difference - half, hi: difference + half };
    let direction = if interval.lo > 0.0 {
        Direction::Better
    } else if interval.hi < 0.0 {
        Direction::Worse
    } else {
        Direction::NoClearChange
    };
    Change { difference, interval, direction }
}
