//! Cases: the handling of a need by workers and units.

mod confirm;
mod policy;
mod queue;
mod step;

pub use confirm::{confirm, rate_handling};
pub use policy::{Refused, party_of, place_allows};
pub use queue::{Queue, QueueFilter, case, queue};
pub(crate) use step::by_code;
pub use step::{Move, still, take};
