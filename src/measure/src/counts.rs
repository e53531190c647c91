//! The five counts of a service: how many residents gave each answer.

use crate::{Interval, Prior, SCORES, Share};

/// How many residents gave each of the five answers, from "very dissatisfied 非常不满意" (level 1) to "very
/// satisfied 非常满意" (level 5). These counts are what is published; everything else here can be recomputed from
/// them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Counts([u64; 5]);

impl Counts {
    /// From n1..n5.
    pub const fn new(levels: [u64; 5]) -> Self {
        Self(levels)
    }

    /// n1..n5.
    pub const fn levels(self) -> [u64; 5] {
        self.0
    }

    /// How many residents answered: `n = Σ n_l`. A count, stops at `u64::MAX` rather than overflow.
    pub fn n(self) -> u64 {
        self.0.iter().fold(0, |sum, &n| sum.saturating_add(n))
    }

    /// With one more answer. `level` is 1-5; any other number is no answer and changes nothing.
    #[must_use]
    pub fn with(mut self, level: u8) -> Self {
        if let Some(count) = usize::from(level).checked_sub(1).and_then(|at| self.0.get_mut(at)) {
            *count = count.saturating_add(1);
        }
        self
    }

    /// Both together, level by level.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(std::array::from_fn(|at| self.0[at].saturating_add(other.0[at])))
    }

    /// A1, the satisfaction index 满意度指数: 0 if all were very dissatisfied, 100 if all were very satisfied.
    ///
    /// `Σ 25(l−1)·n_l / n`, on 0-100; `None` while nobody has answered. `MEASURES.md` 1.
    pub fn index(self) -> Option<f64> {
        let n = self.exact_n();
        let sum: u128 = (0..5).map(|at| 25 * at as u128 * u128::from(self.0[at])).sum();
        (n > 0).then(|| sum as f64 / n as f64)
    }

    /// A2, satisfied or better 满意率: (n4+n5)/n.
    pub fn satisfied(self) -> Share {
        self.share(&[3, 4])
    }

    /// A3, good including "fairly satisfied" 好评率(含基本满意): (n3+n4+n5)/n.
    pub fn good(self) -> Share {
        self.share(&[2, 3, 4])
    }

    /// A4, bad 差评率: (n1+n2)/n.
    pub fn bad(self) -> Share {
        self.share(&[0, 1])
    }

    /// A7, extremity: how many chose one of the two ends, (n1+n5)/n. A diagnostic, not a merit: voluntary ratings
    /// are extreme by themselves (Hu, Pavlou, Zhang 2009).
    pub fn extreme(self) -> Share {
        self.share(&[0, 4])
    }

    /// How far apart the answers lie: the standard deviation on the index of 0-100 with n−1, so 0 to about 71.
    /// `None` below two answers.
    pub fn sd(self) -> Option<f64> {
        let mean = self.index()?;
        let n = self.exact_n();
        (n > 1).then(|| (self.squares(mean) / (n - 1) as f64).sqrt())
    }

    /// How unsure the index is, in points of the index: sd/√n. Where all agree, or with one answer, the sd of the
    /// Dirichlet belief takes its place, since 0 would be a lie. `None` while nobody has answered.
    pub fn index_error(self) -> Option<f64> {
        self.index()?;
        match self.sd() {
            Some(sd) if sd > 0.0 => Some(sd / (self.exact_n() as f64).sqrt()),
            _ => Some(Prior::default().update(self.as_f64()).sd),
        }
    }

    /// Where the index of all users may lie, 95 %: mean ± z·sd(n−1)/√n, cut at 0 and 100; see [`Self::index_error`]
    /// for the case that all agree. It speaks of chance only, not of those who stayed silent (see
    /// [`crate::Reach::satisfied_bounds`]).
    pub fn index_interval(self) -> Option<Interval> {
        let (mean, error) = (self.index()?, self.index_error()?);
        Some(Interval::around(mean, error, Interval::INDEX))
    }

    /// The counts as numbers, for formulas with weights.
    pub fn as_f64(self) -> [f64; 5] {
        self.0.map(|n| n as f64)
    }

    fn exact_n(self) -> u128 {
        self.0.iter().map(|&n| u128::from(n)).sum()
    }

    fn squares(self, mean: f64) -> f64 {
        let pairs = self.as_f64().into_iter().zip(SCORES);
        pairs.map(|(n, score)| n * (score - mean).powi(2)).sum()
    }

    fn share(self, places: &[usize]) -> Share {
        let of = places.iter().fold(0u64, |sum, &at| sum.saturating_add(self.0[at]));
        Share::clipped(of, self.n())
    }
}
