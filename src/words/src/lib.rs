//! The vocabulary of Minsheng: values that cannot be wrong.
//!
//! Everything a resident types dies here as a raw string and comes out as one of these types. Nothing in this
//! room knows a database, a page or a clock, and all of it compiles to WebAssembly.

#[cfg(feature = "ssr")]
mod calendar;
mod channel;
mod deadline;
mod ids;
mod issue;
mod level;
mod need;
mod phone;
mod place;
mod progress;
mod reason;
mod role;
mod service;
mod slug;
mod text;
mod tracking_code;
mod visibility;

#[cfg(feature = "ssr")]
pub use calendar::{Calendar, UnknownYear, china_day};
pub use channel::{Channel, ForWhom};
pub use deadline::{Limit, Limits};
pub use ids::{EntryId, EventId, JobId, Key, NeedId, PersonId, RatingId, RegionId, ServiceId, UnitId};
pub use issue::{Issue, Issues};
pub use level::{Level, Outcome, Solved, Vote};
pub use need::{Category, Contact, NeedKind};
pub use phone::Phone;
pub use place::{Place, Point};
pub use progress::{Party, Progress, Step, StepError};
pub use reason::{Reason, Refusal};
pub use role::{RegionLevel, Role};
pub use service::{ServiceClass, ServiceSlug};
pub use slug::UnknownSlug;
pub use text::{Body, Note, Reply, Spot, Title, characters};
pub use tracking_code::TrackingCode;
pub use visibility::Visibility;
