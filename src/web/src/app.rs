//! What every request shares.

use crate::assets::Assets;
use crate::layers::limits::Limits;
use crate::texts::Texts;
use domain::Store;
use std::net::IpAddr;
use std::sync::Arc;

/// What every request shares: the database, the texts, the site files and the limits.
#[derive(Clone)]
pub(crate) struct App(Arc<Inner>);

/// The parts of [`App`].
pub(crate) struct Inner {
    /// The database with its two doors.
    pub(crate) store: Store,
    /// The texts of both languages.
    pub(crate) texts: Texts,
    /// The embedded site files.
    pub(crate) assets: Assets,
    /// How much one address may ask.
    pub(crate) limits: Limits,
    /// The address that people type.
    pub(crate) base_url: String,
    /// Proxies whose word about an address is believed.
    pub(crate) trusted: Vec<IpAddr>,
}

impl App {
    /// Puts the parts together.
    pub(crate) fn new(inner: Inner) -> Self {
        Self(Arc::new(inner))
    }

    /// Whether people reach the platform over TLS, so that cookies are bound to it.
    pub(crate) fn is_secure(&self) -> bool {
        self.base_url.starts_with("https://")
    }
}

impl std::ops::Deref for App {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}
