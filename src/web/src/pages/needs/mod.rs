//! What people report: the list, and one of it.

pub(crate) mod list;
pub(crate) mod one;
