//! Between which ranks a service may stand.

use statrs::function::erf::erfc;

use crate::Observed;

/// The ranks a service may truly have: "3rd to 7th of 20". 1 is the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RankInterval {
    /// The best rank it may have: 1 + number of services significantly better.
    pub best: u32,
    /// The worst rank it may have: K − number of services significantly worse.
    pub worst: u32,
}

/// Between which ranks each service may stand, in the order given.
///
/// `z_ij=(x_i−x_j)/√(v_i+v_j)`, two-sided, Holm over all K(K−1)/2 pairs at `alpha` (usually .05); the chance that any
/// one of the intervals is too narrow is at most `alpha`. Goldstein & Spiegelhalter 1996; Mogstad, Romano, Shaikh,
/// Wilhelm 2023; Holm 1979.
pub fn rank_intervals(class: &[Observed], alpha: f64) -> Vec<RankInterval> {
    let size = u32::try_from(class.len()).unwrap_or(u32::MAX);
    let mut intervals = vec![RankInterval { best: 1, worst: size }; class.len()];
    for (better, worse) in significant(class, alpha) {
        intervals[worse].best += 1;
        intervals[better].worst -= 1;
    }
    intervals
}

/// The pairs (better, worse) whose difference is more than chance.
fn significant(class: &[Observed], alpha: f64) -> Vec<(usize, usize)> {
    let mut pairs = Vec::with_capacity(class.len() * class.len().saturating_sub(1) / 2);
    for (i, one) in class.iter().enumerate() {
        for (j, other) in class.iter().enumerate().skip(i + 1) {
            let difference = one.mean() - other.mean();
            let z = difference / (one.variance() + other.variance()).sqrt();
            let p = erfc(z.abs() / std::f64::consts::SQRT_2);
            pairs.push((p, if difference > 0.0 { (i, j) } else { (j, i) }));
        }
    }
    pairs.sort_by(|one, other| one.0.total_cmp(&other.0));
    let all = pairs.len();
    pairs
        .into_iter()
        .enumerate()
        .take_while(|(before, (p, _))| *p <= alpha / (all - before) as f64)
        .map(|(_, (_, pair))| pair)
        .collect()
}
