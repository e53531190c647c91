//! Answers that suddenly look unlike those before.

use crate::Counts;

/// How far the five shares have moved from the service's own history: the population stability index, from 0, above
/// .25 a shift. A J shape alone is normal self-selection (Hu, Pavlou, Zhang 2009), so history is the measure.
///
/// Σ(a−b)·ln(a/b) over the five levels, `a = (n_l+½)/(n+2½)` now and b the same before: the half answer keeps an empty
/// level from being infinitely surprising. `None` where either side is empty.
pub fn shape_shift(before: Counts, now: Counts) -> Option<f64> {
    if before.n() == 0 || now.n() == 0 {
        return None;
    }
    let pairs = smoothed(now).into_iter().zip(smoothed(before));
    Some(pairs.map(|(a, b)| (a - b) * (a / b).ln()).sum())
}

fn smoothed(counts: Counts) -> [f64; 5] {
    let levels = counts.as_f64().map(|n| n + 0.5);
    let total: f64 = levels.iter().sum();
    levels.map(|n| n / total)
}
