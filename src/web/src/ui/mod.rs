//! Widgets: they show what they are given and never load data.

pub(crate) mod charts;
pub(crate) mod icon;
pub(crate) mod needs;
pub(crate) mod qr;
pub(crate) mod shell;
pub(crate) mod tags;
pub(crate) mod timeline;
