//! Ratings of services: one active voice per resident and service, and the tallies that move with it.

pub(crate) mod entity;
mod explain;
mod import;
mod rate;
pub mod recount;
mod show;
pub(crate) mod tally;

pub use explain::{Explanation, explain};
pub use import::{ImportedTally, import_tally};
pub use rate::{NewRating, Rated, rate};
pub use show::{Active, mine, track};
