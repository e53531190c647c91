//! The record of what happened: appended in the transaction it speaks of, sealed into a chain of hashes.

pub(crate) mod entity;
mod seal;

pub use seal::{Verdict, seal, verify};
