//! Answers that fade: the newer one counts more.

use std::fmt;

use crate::{Counts, Prior, SCORES};

/// Below this a weight is nothing: so old that its square could no longer be told from 0.
const NOTHING: f64 = 1e-140;

/// The five counts with old answers faded, and how many fresh answers they are worth.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Weighted {
    weights: [f64; 5],
    n_eff: f64,
}

/// A weight that is negative or no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAWeight;

impl fmt::Display for NotAWeight {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a weight must be a number, finite and not negative")
    }
}

impl std::error::Error for NotAWeight {}

impl Weighted {
    /// As they were kept: the weight of each level, and the effective number of answers.
    ///
    /// # Errors
    /// [`NotAWeight`] where one is negative, infinite or no number, or where only one of the two says there are any.
    pub fn new(weights: [f64; 5], n_eff: f64) -> Result<Self, NotAWeight> {
        let sound = |value: f64| value.is_finite() && (0.0..=1e300).contains(&value);
        let total: f64 = weights.iter().sum();
        if weights.into_iter().all(sound) && sound(n_eff) && (total > 0.0) == (n_eff > 0.0) {
            Ok(Self { weights, n_eff })
        } else {
            Err(NotAWeight)
        }
    }

    /// From counts by their age in days: an answer of `half_life` days ago counts half.
    ///
    /// `w = 2^(−age/half life)`; `n_eff = (Σw)²/Σw²`, Kish 1965. Ages from the future count as 0; a half-life that is
    /// not above 0 lets nothing fade.
    pub fn aged(days: impl IntoIterator<Item = (f64, Counts)>, half_life: f64) -> Self {
        let mut weights = [0.0; 5];
        let mut squares = 0.0;
        for (age, counts) in days {
            let weight = faded(age, half_life);
            for (sum, count) in weights.iter_mut().zip(counts.as_f64()) {
                *sum += weight * count;
            }
            squares += weight * weight * counts.as_f64().iter().sum::<f64>();
        }
        let total: f64 = weights.iter().sum();
        let n_eff = if squares > 0.0 { total * (total / squares) } else { 0.0 };
        Self { weights, n_eff }
    }

    /// The weight of each level.
    pub const fn weights(self) -> [f64; 5] {
        self.weights
    }

    /// How many fresh answers they are worth, in answers; never more than there were.
    pub const fn n_eff(self) -> f64 {
        self.n_eff
    }

    /// The index of 0-100 with old answers faded: `Σ 25(l−1)·w_l / Σw`; `None` without answers.
    pub fn index(self) -> Option<f64> {
        let shares = self.shares()?;
        Some(shares.iter().zip(SCORES).map(|(p, s)| p * s).sum())
    }

    /// The faded share of each level, summing to 1; `None` without answers.
    pub fn shares(self) -> Option<[f64; 5]> {
        let total: f64 = self.weights.iter().sum();
        (total > 0.0).then(|| self.weights.map(|w| w / total))
    }

    /// How unsure the faded index is: the Dirichlet variance (points squared) of `n_eff·share`, which is above 0 even
    /// where all agree.
    pub fn variance(self, prior: &Prior) -> f64 {
        let shares = self.shares().unwrap_or_default();
        prior.update(shares.map(|p| p * self.n_eff)).sd.powi(2)
    }
}

impl From<Counts> for Weighted {
    /// All answers of today.
    fn from(counts: Counts) -> Self {
        Self::aged([(0.0, counts)], f64::INFINITY)
    }
}

fn faded(age: f64, half_life: f64) -> f64 {
    if age.is_nan() || age <= 0.0 || half_life.is_nan() || half_life <= 0.0 || half_life.is_infinite() {
        return 1.0;
    }
    let weight = (-age / half_life).exp2();
    if weight < NOTHING { 0.0 } else { weight }
}
