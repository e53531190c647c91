//! One layer a file.

pub(crate) mod headers;
pub(crate) mod limits;
pub(crate) mod origin;
