//! Is it needed, and does it help? Beliefs about two rates.

use statrs::distribution::{Beta, ContinuousCDF, Gamma, Normal};

use crate::Interval;

/// Beyond this many observations a normal curve tells the same, and the exact series no longer ends in time.
const MANY: u64 = 10_000;

/// How many residents need it: distinct residents who in the window stated a need of their own accord, and the
/// thousands of residents in the catchment. Use and installs are no evidence, since use can be forced.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Demand {
    residents: u64,
    thousands: f64,
}

/// Whether it helps: episodes with known outcome, and those that "got it done".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Benefit {
    done: u64,
    episodes: u64,
}

impl Demand {
    /// X residents in a catchment of E thousands; `None` where E is negative or no number.
    pub fn new(residents: u64, thousands: f64) -> Option<Self> {
        (0.0..=1e9).contains(&thousands).then_some(Self { residents, thousands })
    }

    /// E, in thousands of residents.
    pub const fn thousands(self) -> f64 {
        self.thousands
    }

    /// The expected rate λ, residents per 1,000: (2+X)/(1+E).
    pub fn mean(self) -> f64 {
        self.shape() / self.rate()
    }

    /// Where λ may lie, 95 %: the .025 and .975 quantiles of Gamma(2+X, 1+E).
    pub fn interval(self) -> Interval {
        let sd = self.shape().sqrt() / self.rate();
        let far = Interval { lo: 0.0, hi: f64::INFINITY };
        match Gamma::new(self.shape(), self.rate()) {
            Ok(gamma) if self.residents <= MANY => quantiles(&gamma),
            _ => Interval::around(self.mean(), sd, far),
        }
    }

    /// How sure it is that more than `per_thousand` residents in 1,000 need it: P(λ > λ*), 0 to 1. Gamma-Poisson.
    pub fn exceeds(self, per_thousand: f64) -> f64 {
        if per_thousand.is_nan() || per_thousand <= 0.0 {
            return 1.0;
        }
        match Gamma::new(self.shape(), self.rate()) {
            Ok(gamma) if self.residents <= MANY => gamma.sf(per_thousand),
            _ => normal_sf(self.mean(), self.shape().sqrt() / self.rate(), per_thousand),
        }
    }

    fn shape(self) -> f64 {
        2.0 + self.residents as f64
    }

    fn rate(self) -> f64 {
        1.0 + self.thousands
    }
}

impl Benefit {
    /// y of m got it done; `None` for y > m.
    pub fn new(done: u64, episodes: u64) -> Option<Self> {
        (done <= episodes).then_some(Self { done, episodes })
    }

    /// m, episodes with known outcome.
    pub const fn episodes(self) -> u64 {
        self.episodes
    }

    /// The expected share θ, 0 to 1: (1+y)/(2+m).
    pub fn mean(self) -> f64 {
        let (a, b) = self.shapes();
        a / (a + b)
    }

    /// Where θ may lie, 95 %: the .025 and .975 quantiles of Beta(1+y, 1+m−y).
    pub fn interval(self) -> Interval {
        let (a, b) = self.shapes();
        match Beta::new(a, b) {
            Ok(beta) if self.episodes <= MANY => quantiles(&beta),
            _ => Interval::around(self.mean(), self.sd(), Interval::UNKNOWN_SHARE),
        }
    }

    /// How sure it is that more than this share is helped: P(θ > θ*), 0 to 1. Beta-binomial.
    pub fn exceeds(self, share: f64) -> f64 {
        if share.is_nan() || share <= 0.0 {
            return 1.0;
        }
        let (a, b) = self.shapes();
        match Beta::new(a, b) {
            Ok(beta) if self.episodes <= MANY => beta.sf(share),
            _ => normal_sf(self.mean(), self.sd(), share),
        }
    }

    fn shapes(self) -> (f64, f64) {
        (1.0 + self.done as f64, 1.0 + (self.episodes - self.done) as f64)
    }

    fn sd(self) -> f64 {
        let (a, b) = self.shapes();
        (self.mean() * (b / (a + b)) / (a + b + 1.0)).sqrt()
    }
}

fn quantiles(curve: &impl ContinuousCDF<f64, f64>) -> Interval {
    Interval { lo: curve.inverse_cdf(0.025), hi: curve.inverse_cdf(0.975) }
}

fn normal_sf(mean: f64, sd: f64, at: f64) -> f64 {
    Normal::new(mean, sd).map_or(f64::from(u8::from(mean > at)), |curve| curve.sf(at))
}
