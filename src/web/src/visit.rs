//! One visit: who asks, in which language and size, from where.

mod cookies;
mod extract;
mod page;

pub(crate) use extract::{address, prepare};
pub(crate) use page::{Page, Width};

use crate::app::App;
use crate::problem::{Problem, Trouble};
use crate::texts::{Lang, Value};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use domain::{Actor, Staff, Voice};
use std::net::IpAddr;
use std::sync::Arc;
use words::Role;

/// How large the type is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Size {
    /// 标准
    M,
    /// 大
    L,
    /// 特大
    Xl,
}

impl Size {
    /// The value of the cookie and of `data-size`.
    pub(crate) const fn slug(self) -> &'static str {
        match self {
            Self::M => "m",
            Self::L => "l",
            Self::Xl => "xl",
        }
    }

    /// Reads the cookie, the form or the address.
    pub(crate) fn read(text: &str) -> Option<Self> {
        [Self::M, Self::L, Self::Xl].into_iter().find(|size| size.slug() == text)
    }
}

/// Light, dark, or as the phone says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Theme {
    /// As the phone says.
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The value of the cookie and of `data-theme`.
    pub(crate) const fn slug(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Reads the cookie or the form.
    pub(crate) fn read(text: &str) -> Option<Self> {
        [Self::Auto, Self::Light, Self::Dark].into_iter().find(|theme| theme.slug() == text)
    }
}

/// The parts of [`Visit`].
#[derive(Clone)]
pub(crate) struct Inner {
    /// What every request shares.
    pub(crate) app: App,
    /// The language of the address.
    pub(crate) lang: Lang,
    /// The size of the type.
    pub(crate) size: Size,
    /// Light or dark.
    pub(crate) theme: Theme,
    /// The address after the language, with its query: the same page in the other language.
    pub(crate) rest: String,
    /// The token in the device cookie, if there is one.
    pub(crate) device: Option<String>,
    /// The token in the session cookie, if there is one.
    pub(crate) session: Option<String>,
    /// Who is at work, if somebody is signed in.
    pub(crate) staff: Option<Staff>,
    /// Where the request comes from, on the word of trusted proxies only.
    pub(crate) address: IpAddr,
    /// The nonce of this answer's policy.
    pub(crate) nonce: String,
    /// Whether the browser came from another page of ours that has its own place in the history.
    pub(crate) is_get: bool,
}

/// One visit.
#[derive(Clone)]
pub(crate) struct Visit(Arc<Inner>);

impl std::ops::Deref for Visit {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl Visit {
    /// A text in the language of the visit.
    pub(crate) fn t(&self, key: &str) -> String {
        self.app.texts.get(self.lang, key, &[])
    }

    /// A text with things put into it.
    pub(crate) fn tn(&self, key: &str, args: &[(&'static str, Value)]) -> String {
        self.app.texts.get(self.lang, key, args)
    }

    /// One of two names from the catalogue.
    pub(crate) fn name<'a>(&self, zh: &'a str, en: &'a str) -> &'a str {
        self.lang.pick(zh, en)
    }

    /// Behind which voice this resident speaks: the device, or without any cookie the address of today.
    pub(crate) fn voice(&self) -> Voice {
        let secret = self.app.store.secret();
        match &self.device {
            Some(device) => secret.device(device),
            None => secret.address(&self.address.to_string(), words::china_day(self.app.store.clock().now())),
        }
    }

    /// Acts as a resident.
    pub(crate) fn guest(&self) -> Actor {
        Actor::Guest(self.voice())
    }

    /// Acts as a resident where staff must not: confirming, rating, withdrawing.
    ///
    /// # Errors
    /// 403 for a staff session.
    pub(crate) fn only_resident(&self) -> Result<Actor, Trouble> {
        if self.staff.is_some() { Err(Trouble(Problem::Forbidden)) } else { Ok(self.guest()) }
    }

    /// Who is at work, in one of these roles.
    ///
    /// # Errors
    /// 404 for guests and for others: to them the page does not exist.
    pub(crate) fn at_work(&self, roles: &[Role]) -> Result<&Staff, Trouble> {
        self.staff.as_ref().filter(|staff| roles.contains(&staff.role)).ok_or(Trouble(Problem::NotFound))
    }

    /// The same visit in another language: an island calls from a page whose language is not in its address.
    pub(crate) fn in_lang(&self, lang: Lang) -> Self {
        Self(Arc::new(Inner { lang, ..Inner::clone(self) }))
    }

    /// Begins a page with a heading.
    pub(crate) fn page(&self, title: impl Into<String>) -> Page {
        Page::new(self.clone(), title.into())
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Trouble;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Trouble> {
        parts.extensions.get::<Self>().cloned().ok_or(Trouble(Problem::NotFound))
    }
}
