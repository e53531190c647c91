//! Nothing is changed on the word of another site.
//!
//! Stricter than `tower_http::csrf`, which also accepts an Origin that equals the Host header: whoever can point a
//! name at this machine could choose both.

use crate::app::App;
use crate::problem::{Problem, Trouble};
use axum::extract::{Request, State};
use axum::http::{Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Lets a request through that only reads, or comes from our own pages, or from a program that is no browser.
pub(crate) async fn check(State(app): State<App>, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if reads || is_ours(&app, &request) { next.run(request).await } else { Trouble(Problem::Forbidden).into_response() }
}

fn is_ours(app: &App, request: &Request) -> bool {
    let headers = request.headers();
    match headers.get(header::ORIGIN) {
        Some(origin) => origin.as_bytes() == app.base_url.as_bytes(),
        None => headers.get("sec-fetch-site").is_none_or(|site| site == "same-origin" || site == "none"),
    }
}
