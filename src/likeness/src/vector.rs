//! A text as a direction: what it is about, whatever its length.

use crate::Gram;

/// A text of length 1: each gram with its weight, the squares summing to 1. Without any gram it is empty and like
/// nothing. It is fixed when it is made; the weights of rare grams move slowly as texts come in.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Vector(Vec<(Gram, f32)>);

impl Vector {
    /// From grams in ascending order, each with its weight before scaling.
    pub(crate) fn scaled(weights: Vec<(Gram, f64)>) -> Self {
        let length = weights.iter().map(|(_, w)| w * w).sum::<f64>().sqrt();
        if length <= 0.0 {
            return Self::default();
        }
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a weight of 0 to 1 needs no more than six digits, and half the room"
        )]
        let unit = |(gram, weight): (Gram, f64)| (gram, (weight / length) as f32);
        Self(weights.into_iter().map(unit).collect())
    }

    /// The grams and their weights, in the order of the grams.
    pub fn weights(&self) -> &[(Gram, f32)] {
        &self.0
    }

    /// The cosine with another text, 0 to 1.
    pub fn cosine(&self, other: &Self) -> f64 {
        let mut rest = other.0.as_slice();
        let mut sum = 0.0;
        for &(gram, weight) in &self.0 {
            rest = &rest[rest.partition_point(|&(it, _)| it < gram)..];
            if let Some(&(it, there)) = rest.first()
                && it == gram
            {
                sum += f64::from(weight) * f64::from(there);
            }
        }
        sum.clamp(0.0, 1.0)
    }
}
