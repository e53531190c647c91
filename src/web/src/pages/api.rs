//! Where islands call: who asks, and the verb does the rest.

use crate::layers::limits::Asked;
use crate::paths;
use crate::texts::Lang;
use crate::ui::tags;
use crate::visit::Visit;
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use domain::places::Catalogue;
use islands::Twin;
use islands::host::Host;
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
    leptos_axum::handle_server_fns_with_context(move || leptos::prelude::provide_context(host.clone()), request)
        .await
        .into_response()
}

fn lang_of(request: &Request) -> Lang {
    let from = request.headers().get(axum::http::header::REFERER).and_then(|value| value.to_str().ok());
    let path = from.and_then(|from| from.splitn(4, '/').nth(3)).unwrap_or_default();
    path.split('/').next().and_then(|first| first.parse().ok()).unwrap_or(Lang::Zh)
}
