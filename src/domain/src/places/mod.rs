//! The region tree: city, district, subdistrict, community.

pub mod catalogue;
mod create;
pub(crate) mod entity;

pub use catalogue::{Catalogue, Region};
pub use create::{NewRegion, create};
