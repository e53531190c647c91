//! So many of so many.

use crate::{Interval, wilson};

/// So many of so many: a figure that is published with its numerator, its denominator and its interval, and never
/// as a bare percentage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Share {
    of: u64,
    out_of: u64,
}

impl Share {
    /// `of` out of `out_of`; `None` if there would be more than all.
    pub fn new(of: u64, out_of: u64) -> Option<Self> {
        (of <= out_of).then_some(Self { of, out_of })
    }

    /// For sums inside this room that cannot exceed their whole, except by stopping at `u64::MAX`.
    pub(crate) fn clipped(of: u64, out_of: u64) -> Self {
        Self { of: of.min(out_of), out_of }
    }

    /// The numerator.
    pub const fn of(self) -> u64 {
        self.of
    }

    /// The denominator.
    pub const fn out_of(self) -> u64 {
        self.out_of
    }

    /// The share, 0 to 1; `None` when there is nobody to speak of.
    pub fn value(self) -> Option<f64> {
        (self.out_of > 0).then(|| self.of as f64 / self.out_of as f64)
    }

    /// Where the true share may lie, 95 %, by Wilson (1927); 0 to 1 when there is nobody to speak of.
    pub fn interval(self) -> Interval {
        wilson(self.of, self.out_of)
    }
}
