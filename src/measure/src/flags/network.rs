//! Ratings from the office's own network.

use statrs::distribution::{DiscreteCDF, Hypergeometric};

/// Good ratings from the network of the office that is rated, and from everywhere else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    /// (good, all) from the office's network.
    pub inside: (u64, u64),
    /// (good, all) from everywhere else.
    pub outside: (u64, u64),
}

impl Network {
    /// How likely so many good ones inside are, if the network made no difference: Fisher's exact test, one-sided,
    /// P(X ≥ good inside), 0 to 1. `None` where good exceeds all, or both together exceed a million (the exact sum
    /// would take too long). Exchange good for bad to look for the opposite. Fisher 1922.
    pub fn probability(self) -> Option<f64> {
        let ((good, all), (good_out, all_out)) = (self.inside, self.outside);
        let everyone = all.checked_add(all_out)?;
        if good > all || good_out > all_out || everyone > 1_000_000 {
            return None;
        }
        let Some(below) = good.checked_sub(1) else {
            return Some(1.0);
        };
        let curve = Hypergeometric::new(everyone, good + good_out, all).ok()?;
        Some(curve.sf(below).clamp(0.0, 1.0))
    }
}
