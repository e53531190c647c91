//! Several rates as one figure, only where an authority has set the weights.

use crate::Share;

/// "Three rates 三率" as one figure, on 0-100: 100·Σ w·rate. The three bars say more; this exists because
/// authorities ask for it, and only with weights that they have published.
///
/// `None` where a rate is unknown (nothing was due), where there is none, or where the weights are negative or do
/// not sum to 1 (± 1e-9). An unknown rate is not replaced: that would be a guess.
pub fn composite(rates: &[(Share, f64)]) -> Option<f64> {
    let total: f64 = rates.iter().map(|(_, weight)| weight).sum();
    let sound = rates.iter().all(|(_, weight)| *weight >= 0.0) && (total - 1.0).abs() <= 1e-9;
    let sum: f64 = rates.iter().map(|(rate, weight)| rate.value().map(|value| value * weight)).sum::<Option<f64>>()?;
    sound.then(|| (100.0 * sum).clamp(0.0, 100.0))
}
