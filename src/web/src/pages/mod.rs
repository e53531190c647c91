//! The pages: one file a page, with its GET, its POST and its form.

pub(crate) mod api;
pub(crate) mod health;
pub(crate) mod home;
pub(crate) mod insight;
pub(crate) mod needs;
pub(crate) mod plain;
pub(crate) mod prefs;
pub(crate) mod rate;
pub(crate) mod receipt;
pub(crate) mod report;
pub(crate) mod results;
pub(crate) mod sign_in;
pub(crate) mod track;
pub(crate) mod work;
