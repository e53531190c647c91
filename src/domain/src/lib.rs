//! What people can do: nouns and verbs over the database. No HTTP, no HTML.
//!
//! A folder is a noun, a file is a verb. Every verb that changes anything takes an [`Act`], which exists only behind
//! the write door of the [`Store`]; every verb that reads takes a connection from its read door.

pub mod act;
mod actor;
pub mod audit;
pub mod cases;
pub mod chance;
pub mod clock;
mod error;
pub mod insight;
pub mod needs;
pub mod people;
pub mod places;
pub mod ratings;
mod secret;
pub mod services;
pub mod store;
pub mod units;

pub use act::Act;
pub use actor::{Actor, Staff, Voice};
pub use clock::Clock;
pub use error::{Error, Result};
pub use secret::Secret;
pub use store::{Intent, Once, Store};
