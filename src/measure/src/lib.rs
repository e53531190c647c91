//! Satisfaction as arithmetic: what residents answered, how sure we may be of it, and what may be said aloud.
//!
//! Pure functions over counts: no database, no clock, no chance. Every figure says what it means to a person, its
//! formula, units, range and source, and is tested against a value that another program computed. What is not
//! known is `None`, never a guess.

mod change;
mod composite;
mod counts;
mod cusum;
mod demand;
mod dirichlet;
mod flags;
mod interval;
mod policy;
mod quadrant;
mod rank_interval;
mod ranking;
mod reach;
mod share;
mod shrink;
mod stratify;
mod success;
mod visits;
mod weighted;
mod wilson;

pub use change::{Change, Direction, Measured, change};
pub use composite::composite;
pub use counts::Counts;
pub use cusum::Cusum;
pub use demand::{Benefit, Demand};
pub use dirichlet::{Belief, Prior};
pub use flags::{Devices, FlagPolicy, Network, Runs, burst_is_odd, burst_probability, runs, shape_shift};
pub use interval::Interval;
pub use policy::Policy;
pub use quadrant::{Answer, DecorationCase, Quadrant, QuadrantPolicy};
pub use rank_interval::{RankInterval, rank_intervals};
pub use ranking::{Ranking, Row, Service, Status, Verdict, rank};
pub use reach::{Reach, ReachError};
pub use share::Share;
pub use shrink::{Estimate, Observed, Shrunk, shrink};
pub use stratify::{Cell, Stratified, Stratify};
pub use success::{Success, ease};
pub use visits::{Visits, VisitsError};
pub use weighted::{NotAWeight, Weighted};
pub use wilson::{wilson, wilson_effective};

/// The version of the formulas. It is printed beside every published figure, so that a figure of last year can be
/// recomputed as it was. It changes when any formula or any order of steps changes, never with a threshold.
pub const FORMULA: &str = "1";

/// How many standard deviations a 95 % interval reaches to each side: the .975 quantile of the normal
/// distribution.
pub const Z: f64 = 1.959_963_984_540_054;

/// What each of the five answers is worth on the index of 0-100, from "very dissatisfied" to "very satisfied".
pub const SCORES: [f64; 5] = [0.0, 25.0, 50.0, 75.0, 100.0];
