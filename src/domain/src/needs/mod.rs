//! Needs: what residents report, join, see and take back.

pub(crate) mod entity;
mod import;
mod join;
mod list;
mod mask;
mod report;
mod revise;
mod risk;
mod row;
mod search;
mod show;
pub mod similar;
mod track;
mod withdraw;

pub use import::{ImportedNeed, import};
pub use join::{Joined, join};
pub use list::{Filter, PAGE, list};
pub use mask::{Found, Stretch, mask, personal, public_title};
pub use report::{NewNeed, Reported, report};
pub use revise::{REVISE_MINUTES, Revision, add, revise};
pub use risk::is_risk;
pub use row::{Entry, EntryWhat, Need};
pub use search::{forget_words, publish_words};
pub use show::{entries, show};
pub use track::{Tracked, track};
pub use withdraw::withdraw;
