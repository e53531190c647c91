//! A page on its way out: heading, width, status, and whether anything on it moves.

use super::Visit;
use crate::ui::shell;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use std::sync::Arc;

/// How wide a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Width {
    /// Forms and texts.
    Text,
    /// Lists and tables of residents.
    Wide,
    /// Staff and officials.
    Work,
    /// Staff and officials, printed on A4 landscape.
    WorkPrint,
    /// A receipt that is also a printed slip.
    Slip,
}

/// A page on its way out.
pub(crate) struct Page {
    pub(crate) visit: Visit,
    pub(crate) title: String,
    pub(crate) section: Option<String>,
    pub(crate) width: Width,
    pub(crate) islands: bool,
    pub(crate) failed: bool,
    status: StatusCode,
    form: bool,
}

impl Page {
    pub(super) fn new(visit: Visit, title: String) -> Self {
        let status = StatusCode::OK;
        Self { visit, title, section: None, width: Width::Text, islands: false, failed: false, status, form: false }
    }

    /// The part of the platform it belongs to, in the title of the window.
    pub(crate) fn section(mut self, section: String) -> Self {
        self.section = Some(section);
        self
    }

    /// How wide it is.
    pub(crate) fn width(mut self, width: Width) -> Self {
        self.width = width;
        self
    }

    /// It holds islands, so the browser fetches the WebAssembly. Pages that only read never do.
    pub(crate) fn islands(mut self) -> Self {
        self.islands = true;
        self
    }

    /// It holds a form, so the browser gets its device token.
    pub(crate) fn form(mut self) -> Self {
        self.form = true;
        self
    }

    /// Another status than 200.
    pub(crate) fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// The form came back with errors: 422, and the title says so.
    pub(crate) fn failed(mut self, failed: bool) -> Self {
        if failed {
            self.failed = true;
            self.status = StatusCode::UNPROCESSABLE_ENTITY;
        }
        self
    }

    /// Sends the page.
    pub(crate) fn show(self, body: impl IntoView + 'static) -> Response {
        self.show_with(move || body)
    }

    /// Sends a page whose content must be made where islands can register themselves.
    pub(crate) fn show_with<V: IntoView + 'static>(self, body: impl FnOnce() -> V) -> Response {
        let (status, visit, form) = (self.status, self.visit.clone(), self.form);
        let html = render(move || shell::shell(&self, body().into_any()));
        let mut answer = (status, Html(html)).into_response();
        let headers = answer.headers_mut();
        // Every page may hold what belongs to one person only: a code, a key, a name.
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
        if let Ok(policy) = HeaderValue::from_str(&policy(&visit.nonce)) {
            headers.insert(header::CONTENT_SECURITY_POLICY, policy);
        }
        if form && visit.is_get {
            visit.put_device(headers);
        }
        answer
    }
}

fn policy(nonce: &str) -> String {
    format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'nonce-{nonce}'; \
         img-src 'self' data:; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'"
    )
}

fn render<V: IntoView>(view: impl FnOnce() -> V) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let html = owner.with(|| view().to_html());
    drop(owner);
    html
}
