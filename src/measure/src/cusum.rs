//! An alarm for a service that has begun to fail.

/// Watches one rating after another and rings when bad ones come too often to be chance: a cumulative sum for
/// yes/no events (Page 1954).
///
/// S = max(0, S+w) with w = ln(p1/p0) for a bad rating and ln((1−p1)/(1−p0)) for any other; S has no unit, is never
/// negative, and rings at the alarm level.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cusum {
    bad: f64,
    fine: f64,
    alarm: f64,
    sum: f64,
}

impl Cusum {
    /// `usual` is the share of bad ratings that is normal here, `raised` the one that must be noticed, `alarm` the
    /// level to ring at. `None` unless 0 < usual < raised < 1 and the level is above 0.
    pub fn new(usual: f64, raised: f64, alarm: f64) -> Option<Self> {
        let sound = 0.0 < usual && usual < raised && raised < 1.0 && alarm > 0.0;
        sound.then(|| Self { bad: (raised / usual).ln(), fine: ((1.0 - raised) / (1.0 - usual)).ln(), alarm, sum: 0.0 })
    }

    /// One rating more: was it bad (level 1 or 2)?
    #[must_use]
    pub fn after(mut self, bad: bool) -> Self {
        let step = if bad { self.bad } else { self.fine };
        self.sum = (self.sum + step).max(0.0);
        self
    }

    /// What a bad rating adds, and what any other adds (below 0).
    pub const fn steps(self) -> (f64, f64) {
        (self.bad, self.fine)
    }

    /// The sum S so far.
    pub const fn sum(self) -> f64 {
        self.sum
    }

    /// Does it ring? S ≥ alarm level. It goes on summing; whoever answers the alarm starts anew.
    pub fn rings(self) -> bool {
        self.sum >= self.alarm
    }
}

impl Default for Cusum {
    /// From 5 % to 10 % bad ratings, ringing at 3.5.
    fn default() -> Self {
        Self { bad: 2.0_f64.ln(), fine: (0.90_f64 / 0.95).ln(), alarm: 3.5, sum: 0.0 }
    }
}
