//! The thresholds of the ranking. They are policy: dated, reasoned, public, and fixed before the data they judge.

use crate::Prior;

/// Who may be ranked, and how fast answers fade.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Policy {
    /// After how many days an answer counts half.
    pub half_life_days: f64,
    /// The fewest effective answers (Kish) for a rank.
    pub least_n_eff: f64,
    /// The fewest different residents for a rank.
    pub least_raters: u64,
    /// The lowest active rating rate n/I for a rank, where I is known, 0 to 1.
    pub least_active: f64,
    /// The chance that any rank interval of a class is too narrow, 0 to 1.
    pub alpha: f64,
    /// What is believed before the first answer.
    pub prior: Prior,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            half_life_days: 90.0,
            least_n_eff: 30.0,
            least_raters: 20,
            least_active: 0.05,
            alpha: 0.05,
            prior: Prior::default(),
        }
    }
}
