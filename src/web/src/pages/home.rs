//! The start page: three doors, rate a service, check progress, what others report.

use crate::forms::{FormState, input};
use crate::paths;
use crate::problem::Shown;
use crate::texts::Lang;
use crate::ui::icon::{drawn, icon};
use crate::ui::needs::list;
use crate::visit::{Size, Visit};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use domain::needs::{self, Filter, Need};
use domain::places::Catalogue;
use leptos::prelude::*;

/// `/` leads to the language of the browser.
pub(crate) async fn choose(headers: HeaderMap) -> Response {
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let place = |tag: &str| accepted.to_ascii_lowercase().split(',').position(|part| part.trim().starts_with(tag));
    let lang = match (place("zh"), place("en")) {
        (None, Some(_)) => Lang::En,
        (Some(zh), Some(en)) if en < zh => Lang::En,
        _ => Lang::Zh,
    };
    let to = paths::home(lang);
    (axum::http::StatusCode::FOUND, [(header::LOCATION, to), (header::VARY, "accept-language".to_owned())])
        .into_response()
}

/// The start page. Without the database the doors stay and the list says why it is missing.
pub(crate) async fn get(v: Visit) -> Shown {
    let near = near(&v).await;
    let page = v.page(v.t("home-title"));
    let others = match near {
        Ok((needs, _)) if needs.is_empty() => view! { <p class="notice">{v.t("home-nobody-yet")}</p> }.into_any(),
        Ok((needs, catalogue)) => view! {
            {list(&v, &needs, &catalogue)}
            <a class="more" href=paths::needs(v.lang)>{v.t("home-all")}{icon(&v, "chevron-right")}</a>
        }
        .into_any(),
        Err(_) => view! { <p class="notice">{v.t("home-no-list")}</p> }.into_any(),
    };
    let second = if v.size == Size::M { rate_door(&v) } else { call_door(&v) };
    let form = FormState::default();
    Ok(page.show(view! {
        <h1>{v.t("home-title")}</h1>
        <p class="lead">{v.t("home-lead")}</p>
        <h2 class="vh">{v.t("home-doors")}</h2>
        <ul class="doors doors-3">
            {door(&v, "urgent", "急", v.t("door-urgent"), v.t("door-urgent-sub"))}
            {door(&v, "difficult", "难", v.t("door-difficult"), v.t("door-difficult-sub"))}
            {door(&v, "longed", "盼", v.t("door-longed"), v.t("door-longed-sub"))}
        </ul>
        <p><a href=format!("{}?for=other", paths::report(v.lang))>{v.t("home-for-other")}</a></p>
        <ul class="doors doors-2">{second}</ul>
        <h2>{v.t("track-title")}</h2>
        <form method="get" action=paths::track_form(v.lang) novalidate>
            {input(&form, "code", v.t("code-label")).hint(v.t("code-hint")).code().show(&v)}
            <button class="btn btn-block" type="submit">{icon(&v, "search")}{v.t("track-look-up")}</button>
        </form>
        <h2>{v.t("home-near")}</h2>
        {others}
    }))
}

async fn near(v: &Visit) -> domain::Result<(Vec<Need>, std::sync::Arc<Catalogue>)> {
    let catalogue = Catalogue::of(&v.app.store).await?;
    let (mut needs, _) = needs::list(&v.app.store, &catalogue, &Filter::default()).await?;
    needs.truncate(5);
    Ok((needs, catalogue))
}

fn door(v: &Visit, kind: &str, mark: &'static str, title: String, sub: String) -> AnyView {
    let href = format!("{}?kind={kind}", paths::report(v.lang));
    view! {
        <li>
            <a class="door" href=href>
                <span class="door-mark" aria-hidden="true" lang="zh-CN">{mark}</span>
                <span class="door-text"><span class="door-title">{title}</span><span class="door-sub">{sub}</span></span>
                {icon(v, "chevron-right")}
            </a>
        </li>
    }
    .into_any()
}

fn plain_door(v: &Visit, href: String, name: &str, title: String, sub: String) -> AnyView {
    view! {
        <li>
            <a class="door door-plain" href=href>
                {drawn(v, name, "ico door-ico")}
                <span class="door-text"><span class="door-title">{title}</span><span class="door-sub">{sub}</span></span>
                {icon(v, "chevron-right")}
            </a>
        </li>
    }
    .into_any()
}

fn rate_door(v: &Visit) -> AnyView {
    plain_door(v, paths::rate_list(v.lang), "star", v.t("rate-title"), v.t("door-rate-sub"))
}

/// In the elder version the third thing on the start page is the telephone.
fn call_door(v: &Visit) -> AnyView {
    plain_door(v, "tel:12345".to_owned(), "phone", v.t("door-call"), v.t("door-call-sub"))
}
