//! What to believe of a service before and after its first answers.

use crate::SCORES;

/// What is believed of a service of which nothing is known yet: five shares and how many answers they are worth.
/// Policy: the shares are those of long-published surveys of the kind.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prior {
    /// The expected share of each level, p0; they sum to 1.
    pub shares: [f64; 5],
    /// How many answers the expectation weighs, m.
    pub strength: f64,
}

impl Default for Prior {
    fn default() -> Self {
        Self { shares: [0.04, 0.06, 0.15, 0.35, 0.40], strength: 30.0 }
    }
}

/// What is believed of an index of 0-100.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Belief {
    /// The expected index, 0-100.
    pub mean: f64,
    /// How unsure it is, in points of the index; above 0 for every proper prior.
    pub sd: f64,
}

impl Prior {
    /// The belief after these answers, so that three delighted residents do not make a perfect service.
    ///
    /// `α = m·p0+n, A = Σα; μ = Σs_lα_l/A; var = (Σs_l²α_l/A−μ²)/(A+1)`, summed about μ so that nothing cancels.
    /// Counts may be weighted (`n_eff·share`); negative ones and those that are no numbers count as 0. If neither
    /// prior nor answers weigh anything, the belief is the middle of the scale with the widest uncertainty, 50 ± 50.
    /// Dirichlet-multinomial; Gelman et al., Bayesian Data Analysis, 3.4.
    pub fn update(&self, counts: [f64; 5]) -> Belief {
        let alpha: [f64; 5] =
            std::array::from_fn(|at| weight(self.strength) * weight(self.shares[at]) + weight(counts[at]));
        let total: f64 = alpha.iter().sum();
        if total <= 0.0 {
            return Belief { mean: 50.0, sd: 50.0 };
        }
        let shares = alpha.map(|a| a / total);
        let mean: f64 = shares.iter().zip(SCORES).map(|(p, s)| p * s).sum();
        let spread: f64 = shares.iter().zip(SCORES).map(|(p, s)| p * (s - mean).powi(2)).sum();
        Belief { mean: mean.clamp(0.0, 100.0), sd: (spread / (total + 1.0)).sqrt() }
    }
}

/// A weight that can be summed: finite and not negative.
fn weight(value: f64) -> f64 {
    if value.is_finite() { value.clamp(0.0, 1e300) } else { 0.0 }
}
