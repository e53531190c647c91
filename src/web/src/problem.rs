//! What went wrong, as a page in the same clothes.

use crate::texts::Lang;
use crate::visit::Visit;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use leptos::prelude::*;

/// An answer that is no success. Everything a person needs to go on stands on its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Problem {
    /// 400
    BadRequest,
    /// 403
    Forbidden,
    /// 404
    NotFound,
    /// 405
    NotAllowed,
    /// 409
    Conflict,
    /// 410
    Gone,
    /// 413
    TooLarge,
    /// 422 where no form can show it.
    Invalid,
    /// 429
    TooMany,
    /// 500
    Internal,
    /// 503
    Busy,
    /// 507
    Full,
}

impl Problem {
    /// The status.
    pub(crate) fn status(self) -> StatusCode {
        match self {
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::NotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::Conflict => StatusCode::CONFLICT,
            Self::Gone => StatusCode::GONE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Full => StatusCode::INSUFFICIENT_STORAGE,
        }
    }

    /// Its heading and what to do.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::BadRequest | Self::NotAllowed | Self::Invalid => ("problem-invalid", "problem-invalid-text"),
            Self::Forbidden => ("problem-forbidden", "problem-forbidden-text"),
            Self::NotFound => ("problem-not-found", "problem-not-found-text"),
            Self::Conflict => ("problem-conflict", "problem-conflict-text"),
            Self::Gone => ("problem-gone", "problem-gone-text"),
            Self::TooLarge => ("problem-too-large", "problem-too-large-text"),
            Self::TooMany => ("problem-too-many", "problem-too-many-text"),
            Self::Internal => ("problem-internal", "problem-internal-text"),
            Self::Busy => ("problem-busy", "problem-busy-text"),
            Self::Full => ("problem-full", "problem-full-text"),
        }
    }

    /// The page.
    pub(crate) fn page(self, v: &Visit) -> Response {
        let (title, text) = self.words();
        let body = view! {
            <h1>{v.t(title)}</h1>
            <p class="lead">{v.t(text)}</p>
            <div class="row">
                <a class="btn btn-primary" href=crate::paths::home(v.lang)>{v.t("problem-home")}</a>
                <a class="btn" href="tel:12345">{v.t("problem-call")}</a>
            </div>
        };
        let mut answer = v.page(v.t(title)).status(self.status()).show(body);
        if matches!(self, Self::Busy | Self::Full | Self::TooMany) {
            answer.headers_mut().insert(header::RETRY_AFTER, axum::http::HeaderValue::from_static("10"));
        }
        answer
    }
}

impl From<domain::Error> for Problem {
    fn from(error: domain::Error) -> Self {
        use domain::Error as E;
        match error {
            E::NotFound => Self::NotFound,
            E::Gone => Self::Gone,
            E::Forbidden => Self::Forbidden,
            E::Invalid(_) => Self::Invalid,
            E::Conflict => Self::Conflict,
            E::Busy => Self::Busy,
            E::Full => Self::Full,
            E::Internal(what) => {
                tracing::error!(%what, "internal");
                Self::Internal
            }
        }
    }
}

/// What a page handler answers: a page, or a problem with the visit it happened to.
pub(crate) type Shown = Result<Response, Trouble>;

/// A problem on its way to a page. The page is made where the visit is known.
#[derive(Debug)]
pub(crate) struct Trouble(pub(crate) Problem);

impl<E: Into<Problem>> From<E> for Trouble {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

/// Without a visit the answer is bare; the layer `clothes` puts the page around it.
impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let mut answer = self.0.status().into_response();
        answer.extensions_mut().insert(self.0);
        answer
    }
}

/// The bare words of a problem where no language is known.
pub(crate) const fn fallback_lang() -> Lang {
    Lang::Zh
}
