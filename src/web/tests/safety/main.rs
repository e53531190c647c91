//! Safety over HTTP: the binary as it is started, and what anybody may send to it.
//!
//! Every test starts its own server on a free port, with its own copy of the demonstration city.
#![expect(clippy::unwrap_used, reason = "a test that cannot prepare its desk has failed")]

mod bodies;
mod browser;
mod durability;
mod escaping;
mod files;
mod headers;
mod journey;
mod limits;
mod markup;
mod mutations;
mod once;
mod origin;
mod privacy;
mod process;
mod server;
mod slow;
mod statuses;
mod voices;
