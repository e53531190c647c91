//! Where islands call: who asks, and the verb does the rest.

use crate::layers::limits::Asked;
use crate::paths;
use crate::texts::Lang;
use crate::ui::tags;
use crate::visit::Visit;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::places::Catalogue;
use islands::host::Host;
use islands::{Declined, Twin};
use std::sync::Arc;

/// Carries a call of an island to its server function. The language is that of the page it comes from.
pub(crate) async fn call(v: Visit, request: Request) -> Response {
    let catalogue = Catalogue::of(&v.app.store).await.unwrap_or_default();
    let lang = lang_of(&request);
    let (typing, joining, reading) = (v.clone(), v.clone(), v.clone());
    let host = Host {
        store: v.app.store.clone(),
        actor: v.only_resident().unwrap_or(domain::Actor::System),
        may_search: Arc::new(move || typing.app.limits.allow(Asked::Similar, typing.address)),
        may_join: Arc::new(move || joining.app.limits.allow(Asked::Rate, joining.address)),
        reads: Arc::new(move |need| {
            let v = reading.in_lang(lang);
            let unit = need.unit.and_then(|id| catalogue.unit(id)).map(|unit| v.name(&unit.name_zh, &unit.name_en));
            let many = v.tn("people-have-this", &[("n", need.supporters.into())]);
            let status = tags::status_words(&v, need.progress, unit);
            let about = format!("{} · {status} · {many}", tags::place_words(&v, need, &catalogue));
            Twin { href: paths::need(lang, need.id), title: need.title.clone(), about }
        }),
    };
    let context = move || leptos::prelude::provide_context(host.clone());
    let answer = leptos_axum::handle_server_fns_with_context(context, request).await.into_response();
    if answer.status() == StatusCode::INTERNAL_SERVER_ERROR { declined(answer).await } else { answer }
}

/// Every error of a server function comes as 500. Most of them are the sender's fault, and nobody is woken for those.
async fn declined(answer: Response) -> Response {
    let (mut parts, body) = answer.into_parts();
    let Ok(body) = to_bytes(body, 4096).await else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    parts.status = match serde_json::from_slice(&body) {
        Ok(Declined::NotFound) => StatusCode::NOT_FOUND,
        Ok(Declined::Unreadable) => StatusCode::UNPROCESSABLE_ENTITY,
        Ok(Declined::TooMany) => StatusCode::TOO_MANY_REQUESTS,
        Ok(Declined::Later) => StatusCode::SERVICE_UNAVAILABLE,
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR,
    };
    Response::from_parts(parts, Body::from(body))
}

fn lang_of(request: &Request) -> Lang {
    let from = request.headers().get(axum::http::header::REFERER).and_then(|value| value.to_str().ok());
    let path = from.and_then(|from| from.splitn(4, '/').nth(3)).unwrap_or_default();
    path.split('/').next().and_then(|first| first.parse().ok()).unwrap_or(Lang::Zh)
}
