//! Ratings that come in blocks.

/// How often neighbours in time differ, against what chance would do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Runs {
    /// Blocks of equal ratings.
    pub runs: u64,
    /// How far that is from chance, in standard deviations; far below 0 means blocks. `None` where all are equal or
    /// too few to tell.
    pub z: Option<f64>,
}

/// Counts the blocks in the order of time, for instance of "very satisfied or not".
///
/// z = (runs − μ)/σ, μ = 2ab/n+1, σ² = 2ab(2ab−n)/(n²(n−1)), a and b being the numbers of either kind. Wald &
/// Wolfowitz 1940.
pub fn runs(order: &[bool]) -> Runs {
    let changes = order.windows(2).filter(|pair| pair[0] != pair[1]).count();
    let blocks = if order.is_empty() { 0 } else { changes + 1 };
    let yes = order.iter().filter(|&&kind| kind).count();
    let (n, product) = (order.len() as f64, 2.0 * yes as f64 * (order.len() - yes) as f64);
    let variance = product * (product - n) / (n * n * (n - 1.0));
    let z = (variance > 0.0).then(|| (blocks as f64 - product / n - 1.0) / variance.sqrt());
    Runs { runs: blocks as u64, z }
}
