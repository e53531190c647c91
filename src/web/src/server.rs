//! The router: the table of contents of the whole server.

use crate::app::App;
use crate::layers::{headers, origin};
use crate::problem::{Problem, Trouble};
use crate::{assets, pages, visit};
use axum::extract::DefaultBodyLimit;
use axum::http::{StatusCode, Uri};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Router, extract::Request};
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

/// The largest body of any request, in bytes.
const BODY_LIMIT: usize = 1024 * 1024;
/// How long a request may take, its body included.
const REQUEST_TIME: Duration = Duration::from_secs(30);

/// Every address of the platform.
pub(crate) fn router(app: App) -> Router {
    let pages = Router::new()
        .route("/", get(pages::home::get))
        .route("/report", get(pages::report::get).post(pages::report::post))
        .route("/receipt/{code}", get(pages::receipt::get).post(pages::track::post))
        .route("/track", get(pages::track::form))
        .route("/track/{code}", get(pages::track::get).post(pages::track::post))
        .route("/needs", get(pages::needs::list::get))
        .route("/needs/{id}", get(pages::needs::one::get).post(pages::needs::one::post))
        .route("/rate", get(pages::rate::list::get))
        .route("/rate/{service}", get(pages::rate::one::get).post(pages::rate::one::post))
        .route("/rate/{service}/thanks", get(pages::rate::thanks::get).post(pages::rate::thanks::post))
        .route("/results", get(pages::results::get))
        .route("/methods", get(pages::plain::methods))
        .route("/help", get(pages::plain::help))
        .route("/privacy", get(pages::plain::privacy))
        .route("/accessibility", get(pages::plain::accessibility))
        .route("/prefs", get(pages::prefs::get).post(pages::prefs::post))
        .route("/sign-in", get(pages::sign_in::get).post(pages::sign_in::post))
        .route("/sign-out", post(pages::sign_in::out))
        .route("/work", get(pages::work::queue::get))
        .route("/work/case/{id}", get(pages::work::case::get).post(pages::work::case::post))
        .route("/insight", get(pages::insight::ranking::get))
        .route("/insight/service/{service}", get(pages::insight::service::get));
    let all = Router::new()
        .route("/", get(pages::home::choose))
        .nest("/zh", pages.clone())
        .nest("/en", pages)
        .route("/zh/", get(pages::home::get))
        .route("/en/", get(pages::home::get))
        .route("/insight.csv", get(pages::insight::files::csv))
        .route("/insight.xlsx", get(pages::insight::files::xlsx))
        .route("/results.csv", get(pages::results::csv))
        .route("/api/{*name}", post(pages::api::call))
        .fallback(file_or_nothing)
        .method_not_allowed_fallback(|| async { Trouble(Problem::NotAllowed) })
        // Inside of what makes pages: a photo that is too large is told in words. Nothing outside takes a body.
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(RequestBodyLimitLayer::new(BODY_LIMIT))
        .layer(from_fn_with_state(app.clone(), origin::check))
        .layer(from_fn_with_state(app.clone(), visit::prepare))
        .layer(CompressionLayer::new().quality(tower_http::CompressionLevel::Fastest));
    Router::new()
        .route("/healthz", get(|| async { "ok" }))
        .route("/readyz", get(pages::health::ready))
        .route("/metrics", get(pages::health::metrics))
        .merge(all)
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, REQUEST_TIME))
        .layer(CatchPanicLayer::custom(|_| panicked()))
        .layer(from_fn_with_state(app.clone(), headers::add))
        .layer(from_fn(noted))
        .with_state(app)
}

/// A site file, or the page for what does not exist.
async fn file_or_nothing(uri: Uri, request: Request) -> Response {
    let file = assets::serve(uri.path(), request.headers());
    file.unwrap_or_else(|| Trouble(Problem::NotFound).into_response())
}

/// Answers where even the pages fail: no database, no texts.
fn panicked() -> Response<axum::body::Body> {
    let words = "<!DOCTYPE html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>民声台</title>\
        <h1>出了点问题</h1><p>您可以稍后再试，或者拨 12345。Something went wrong. Try again later, or call 12345.</p></html>";
    (StatusCode::INTERNAL_SERVER_ERROR, axum::response::Html(words)).into_response()
}

/// Writes down that a request was answered: method, route and status, never an address, a query or a code.
async fn noted(request: Request, next: axum::middleware::Next) -> Response {
    let method = request.method().clone();
    let id = domain::chance::token()[..16].to_owned();
    let span = tracing::info_span!("request", %id, %method);
    let answer = tracing::Instrument::instrument(next.run(request), span).await;
    if answer.status().is_server_error() {
        tracing::warn!(%id, %method, status = answer.status().as_u16(), "answered");
    }
    answer
}
