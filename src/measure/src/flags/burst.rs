//! Many ratings in one hour.

use statrs::distribution::{DiscreteCDF, Poisson};

/// How likely so many ratings in one hour are by chance: Poisson P(X ≥ x; λ), λ the usual number in that hour of the
/// week; 0 to 1. `None` where the usual number is not above 0 or no number: without a history there is no judgement.
pub fn burst_probability(usual: f64, ratings: u64) -> Option<f64> {
    if !(usual.is_finite() && usual > 0.0) {
        return None;
    }
    let Some(below) = ratings.checked_sub(1) else {
        return Some(1.0);
    };
    Poisson::new(usual).ok().map(|curve| curve.sf(below))
}

/// Is that odd, when `hours` hours were looked at? p·hours < threshold (Bonferroni).
pub fn burst_is_odd(probability: f64, hours: u64, below: f64) -> bool {
    probability * (hours.max(1) as f64) < below
}
