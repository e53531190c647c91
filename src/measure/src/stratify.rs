//! What all users would say, when some kinds of users answered more than others.

/// One kind of user, for instance those who came through one channel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell {
    /// Its share among all users, W, 0 to 1; the shares of all cells sum to 1.
    pub share: f64,
    /// How many of them answered, n.
    pub n: u64,
    /// What they answered: the share that says yes, p, 0 to 1.
    pub p: f64,
}

/// How to weigh: policy.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stratify {
    /// A cell with fewer answers is merged with the next smallest.
    pub smallest: u64,
    /// No answer counts less than this, before renormalising.
    pub lightest: f64,
    /// No answer counts more than this, before renormalising.
    pub heaviest: f64,
}

impl Default for Stratify {
    fn default() -> Self {
        Self { smallest: 20, lightest: 0.3, heaviest: 3.0 }
    }
}

/// Both figures; both are published.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stratified {
    /// As answered: `Σnp/Σn`.
    pub raw: f64,
    /// As all users would answer: `ΣWp`.
    pub weighted: f64,
    /// The standard error of the weighted figure: `√ΣW²p(1−p)/(n−1)`.
    pub error: f64,
    /// How many cells were left after merging; with 1 the weighted figure is the raw one and says "raw".
    pub cells: usize,
}

impl Stratify {
    /// Neither merging nor trimming: the plain formula.
    pub const PLAIN: Self = Self { smallest: 1, lightest: 0.0, heaviest: f64::INFINITY };

    /// Weighs each kind of user as often as it occurs among all users.
    ///
    /// An answer of cell h weighs `W_h/(n_h/n)`, trimmed to [lightest, heaviest]; the trimmed shares are renormalised
    /// to sum to 1. `None` where nobody answered, or a share or a p is negative, above 1, or no number. Holt & Smith
    /// 1979.
    pub fn weigh(&self, cells: &[Cell]) -> Option<Stratified> {
        let sound = |value: f64| (0.0..=1.0).contains(&value);
        if !cells.iter().all(|cell| sound(cell.share) && sound(cell.p)) {
            return None;
        }
        let n: f64 = cells.iter().map(|cell| cell.n as f64).sum();
        if n <= 0.0 {
            return None;
        }
        let raw = cells.iter().map(|cell| cell.n as f64 * cell.p).sum::<f64>() / n;
        let merged = self.merged(cells);
        let trimmed = |cell: &Cell| {
            let answered = cell.n as f64 / n;
            (cell.share / answered).clamp(self.lightest, self.heaviest) * answered
        };
        let shares: Vec<f64> = merged.iter().map(trimmed).collect();
        let total: f64 = shares.iter().sum();
        if total <= 0.0 {
            return None;
        }
        let (mut weighted, mut variance) = (0.0, 0.0);
        for (cell, share) in merged.iter().zip(shares) {
            let share = share / total;
            let spread = cell.p * (1.0 - cell.p) / cell.n.saturating_sub(1).max(1) as f64;
            weighted += share * cell.p;
            variance += share * share * spread;
        }
        Some(Stratified { raw, weighted, error: variance.sqrt(), cells: merged.len() })
    }

    /// The cells, the smallest joined to the next smallest until each has enough answers or one is left.
    fn merged(&self, cells: &[Cell]) -> Vec<Cell> {
        let mut cells = cells.to_vec();
        cells.sort_by(|one, other| {
            let by_share = || one.share.total_cmp(&other.share);
            other.n.cmp(&one.n).then_with(by_share)
        });
        let least = self.smallest.max(1);
        while cells.len() > 1 && cells.last().is_some_and(|cell| cell.n < least) {
            if let (Some(one), Some(other)) = (cells.pop(), cells.pop()) {
                let joined = join(one, other);
                let at = cells.partition_point(|cell| cell.n >= joined.n);
                cells.insert(at, joined);
            }
        }
        cells
    }
}

fn join(one: Cell, other: Cell) -> Cell {
    let (a, b) = (one.n as f64, other.n as f64);
    let p = if a + b > 0.0 { ((a * one.p + b * other.p) / (a + b)).clamp(0.0, 1.0) } else { 0.0 };
    Cell { share: one.share + other.share, n: one.n.saturating_add(other.n), p }
}
