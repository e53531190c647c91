//! Many ratings from one device.

/// How ratings spread over devices.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Devices {
    /// Concentration, Σshare² (Herfindahl-Hirschman), above 0 to 1.
    pub hhi: f64,
    /// As if so many people had rated equally often: 1/HHI.
    pub raters: f64,
    /// The share of the busiest device, 0 to 1.
    pub largest: f64,
    n: f64,
}

impl Devices {
    /// From the number of ratings of each device token; `None` without any.
    pub fn of(ratings: &[u64]) -> Option<Self> {
        let n: f64 = ratings.iter().map(|&count| count as f64).sum();
        if n <= 0.0 {
            return None;
        }
        let shares = || ratings.iter().map(|&count| count as f64 / n);
        let hhi: f64 = shares().map(|share| share * share).sum();
        Some(Self { hhi, raters: 1.0 / hhi, largest: shares().fold(0.0, f64::max), n })
    }

    /// Does one device hold more than `above` of at least `least` ratings?
    pub fn is_odd(self, above: f64, least: u64) -> bool {
        self.n >= least as f64 && self.largest > above
    }
}
