//! Is this the same need? Reading short texts in Chinese and English, finding those alike, near copies, and what
//! many have in common.
//!
//! A text becomes its characters and pairs of characters; rare ones weigh more; likeness is the cosine between two
//! texts, from 0 (nothing shared) to 1 (the same). Measured on 4,326 real petitions in Chinese (`MEASURES.md` 6).
//! Nothing here decides: a person confirms. No database, no clock, no chance.

mod cluster;
mod gram;
mod index;
mod like;
mod postings;
mod reading;
mod search;
mod vector;

pub use cluster::{COMMON, Clusters, Placed};
pub use gram::{BODY_CHARACTERS, Gram, tokens};
pub use index::{Full, Index};
pub use search::{query_terms, search_terms};
pub use vector::Vector;

/// From this cosine on, two texts are near copies of each other.
pub const NEAR_COPY: f64 = 0.70;

/// Is one text nearly a copy of the other? Cosine ≥ .70. Between different people it is a sign of copied text; from
/// the same person it is a second sending.
pub fn near_copy(cosine: f64) -> bool {
    cosine >= NEAR_COPY
}
