//! Find out who visits, before any page is made.

use super::{Inner, Size, Theme, Visit, cookies};
use crate::app::App;
use crate::problem::{Problem, Trouble, fallback_lang};
use crate::texts::Lang;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::cookie::CookieJar;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

/// A nonce of 128 unguessable bits. Hexadecimal is base64 enough for a policy.
fn nonce() -> String {
    domain::chance::token()[..32].to_owned()
}

/// Makes the visit of a request, and puts a page around an answer that is a bare problem.
pub(crate) async fn prepare(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let visit = match visit(&app, &parts).await {
        Ok(visit) => visit,
        Err(trouble) => return trouble.into_response(),
    };
    parts.extensions.insert(visit.clone());
    let is_page = parts.headers.get(header::ACCEPT).is_none_or(|accept| accept != "application/json");
    let answer = next.run(Request::from_parts(parts, body)).await;
    let problem = answer.extensions().get::<Problem>().copied().or_else(|| bare(&answer));
    match problem {
        Some(problem) if is_page => problem.page(&visit),
        _ => answer,
    }
}

/// What axum or a layer answers by itself, without a page.
fn bare(answer: &Response) -> Option<Problem> {
    let kind = answer.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.starts_with("text/html") || kind.starts_with("application/") || kind.starts_with("text/csv") {
        return None;
    }
    match answer.status().as_u16() {
        400 | 408 | 415 => Some(Problem::BadRequest),
        403 => Some(Problem::Forbidden),
        404 => Some(Problem::NotFound),
        405 => Some(Problem::NotAllowed),
        413 => Some(Problem::TooLarge),
        422 => Some(Problem::Invalid),
        429 => Some(Problem::TooMany),
        500 => Some(Problem::Internal),
        503 => Some(Problem::Busy),
        _ => None,
    }
}

async fn visit(app: &App, request: &Parts) -> Result<Visit, Trouble> {
    let uri = &request.uri;
    let jar = CookieJar::from_headers(&request.headers);
    let secure = app.is_secure();
    let (lang, rest) = split(uri);
    let token = |plain| cookies::read(&jar, secure, plain).filter(|value| cookies::is_token(value));
    let session = token("session");
    let staff = match &session {
        Some(token) => domain::people::recognise(&app.store, token).await?,
        None => None,
    };
    let asked = uri.query().and_then(|q| q.split('&').find_map(|pair| Size::read(pair.strip_prefix("size=")?)));
    let size = asked.or_else(|| cookies::read(&jar, secure, "size").and_then(|value| Size::read(&value)));
    let theme = cookies::read(&jar, secure, "theme").and_then(|value| Theme::read(&value));
    Ok(Visit(Arc::new(Inner {
        app: app.clone(),
        lang: lang.unwrap_or_else(fallback_lang),
        size: size.unwrap_or(Size::M),
        theme: theme.unwrap_or(Theme::Auto),
        rest,
        device: token("device"),
        session,
        staff,
        address: address(app, request),
        nonce: nonce(),
        is_get: request.method == Method::GET,
    })))
}

fn split(uri: &Uri) -> (Option<Lang>, String) {
    let path = uri.path_and_query().map_or("/", |both| both.as_str());
    let mut parts = path.trim_start_matches('/').splitn(2, ['/', '?']);
    match parts.next().and_then(|first| first.parse().ok()) {
        Some(lang) => (Some(lang), path.get(3..).unwrap_or_default().to_owned()),
        None => (None, "/".to_owned()),
    }
}

/// Where a request comes from. The word of a proxy counts only where it is trusted, and only its nearest untrusted
/// entry: what stands further left, anybody can write.
pub(crate) fn address(app: &App, request: &Parts) -> IpAddr {
    let peer = request.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let mut at = peer.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST)).to_canonical();
    for hop in forwarded(&request.headers).into_iter().rev() {
        let Some(hop) = hop.filter(|_| app.trusted.contains(&at)) else { break };
        at = hop;
    }
    at
}

/// What proxies say; nothing for an entry that is no address, behind which nothing can be believed.
fn forwarded(headers: &HeaderMap) -> Vec<Option<IpAddr>> {
    let all = headers.get_all("x-forwarded-for").iter().map(|value| value.to_str().unwrap_or("?"));
    let parsed = all.flat_map(|value| value.split(',')).map(|part| part.trim().parse::<IpAddr>().ok());
    parsed.map(|hop| hop.map(|hop| hop.to_canonical())).collect()
}
