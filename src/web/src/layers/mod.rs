//! One layer a file.

mod guesses;
pub(crate) mod headers;
pub(crate) mod limits;
pub(crate) mod origin;
