//! What officials read: the ranking, one service, and the same as files.

pub(crate) mod choose;
pub(crate) mod figures;
pub(crate) mod files;
mod findings;
mod history;
pub(crate) mod names;
pub(crate) mod ranking;
pub(crate) mod service;
pub(crate) mod sheet;
pub(crate) mod table;
mod who;
