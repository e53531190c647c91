//! Reading files of other systems: CSV rows become domain values, and what cannot is handed back with its reason.

pub(crate) mod needs;
pub(crate) mod ratings;
mod records;
pub(crate) mod rejected;
pub(crate) mod sheet;
pub(crate) mod tallies;
mod values;
