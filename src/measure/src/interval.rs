//! From where to where a figure may lie.

use crate::Z;

/// What the true figure may be, given how few or many were asked. Unless said otherwise it covers 95 %, and
/// `lo <= hi`; the unit is that of its figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub lo: f64,
    /// The upper end.
    pub hi: f64,
}

impl Interval {
    /// Nothing is known about a share: 0 to 1.
    pub const UNKNOWN_SHARE: Self = Self { lo: 0.0, hi: 1.0 };

    /// Around a figure with a known uncertainty: mean ± z·sd, cut at the ends of the scale. Same unit as `mean`.
    pub fn around(mean: f64, sd: f64, scale: Self) -> Self {
        Self { lo: (mean - Z * sd).clamp(scale.lo, scale.hi), hi: (mean + Z * sd).clamp(scale.lo, scale.hi) }
    }

    /// The scale of the satisfaction index: 0 to 100.
    pub const INDEX: Self = Self { lo: 0.0, hi: 100.0 };

    /// Is this value one that the figure may have? The ends belong to it.
    pub fn contains(self, value: f64) -> bool {
        self.lo <= value && value <= self.hi
    }

    /// How unsure we are: hi − lo, in the unit of the figure, never negative.
    pub fn width(self) -> f64 {
        self.hi - self.lo
    }
}
