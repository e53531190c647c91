//! The frame of every page: head, header, footer.

use super::icon::drawn;
use crate::paths;
use crate::texts::Lang;
use crate::visit::{Page, Size, Visit, Width};
use leptos::prelude::*;
use words::Role;

/// The whole document around the content of a page.
pub(crate) fn shell(page: &Page, content: AnyView) -> impl IntoView + use<> {
    let v = &page.visit;
    let at_work = matches!(page.width, Width::Work | Width::WorkPrint);
    let name = v.t("product");
    let title = [Some(page.title.clone()), page.section.clone(), Some(name)];
    let title = title.into_iter().flatten().collect::<Vec<_>>().join(" - ");
    let title = if page.failed { format!("{}{title}", v.t("error-prefix")) } else { title };
    let main = match page.width {
        Width::Text => "page",
        Width::Wide => "page page-wide",
        Width::Work => "page page-work",
        Width::WorkPrint => "page page-work page-print",
        Width::Slip => "page slip",
    };
    let nonce = v.nonce.clone();
    let css = v.app.assets.css.to_string();
    let other = v.lang.other();
    let other_href = format!("/{other}{}", v.rest);
    view! {
        <!DOCTYPE html>
        <html lang=v.lang.tag() data-size=v.size.slug() data-theme=v.theme.slug()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"/>
                <title>{title}</title>
                <meta name="color-scheme" content="light dark"/>
                <meta name="referrer" content="same-origin"/>
                <link rel="icon" href=v.app.assets.path("favicon.svg") type="image/svg+xml"/>
                <link rel="alternate" hreflang=other.tag() href=other_href.clone()/>
                <style nonce=nonce>{css}</style>
                {page.islands.then(|| scripts(v))}
            </head>
            <body class=at_work.then_some("workspace")>
                <a class="skip" href="#main">{v.t("skip")}</a>
                {header(v, at_work, other, other_href)}
                <main class=main id="main" tabindex="-1">{content}</main>
                {footer(v)}
            </body>
        </html>
    }
}

/// The loader, the glue and the WebAssembly, only where something moves.
fn scripts(v: &Visit) -> impl IntoView + use<> {
    let assets = &v.app.assets;
    view! {
        <script
            type="module"
            nonce=v.nonce.clone()
            src=assets.path("start.js")
            data-glue=assets.path("minsheng.js")
            data-wasm=assets.path("minsheng.wasm")
        ></script>
    }
}

fn header(v: &Visit, at_work: bool, other: Lang, other_href: String) -> impl IntoView + use<> {
    let tools = if at_work { staff_links(v) } else { elder_pill(v) };
    let language = v.t("other-language");
    view! {
        <header class="top">
            <div class=if at_work { "top-in top-work" } else { "top-in" }>
                <a class="brand" href=paths::home(v.lang)>
                    {drawn(v, "seal", "seal")}
                    <span>{v.t("product")}</span>
                </a>
                <div class="top-tools">
                    {tools}
                    <a class="lang" href=other_href hreflang=other.tag() lang=other.tag()>{language}</a>
                </div>
            </div>
        </header>
    }
}

/// 长辈版 on every page at the same place; in the elder version the way back.
fn elder_pill(v: &Visit) -> AnyView {
    let (size, words) = match v.size {
        Size::M => ("l", v.t("elder-version")),
        Size::L | Size::Xl => ("m", v.t("standard-version")),
    };
    view! {
        <form method="post" action=paths::prefs(v.lang)>
            <input type="hidden" name="size" value=size/>
            <input type="hidden" name="back" value=v.rest.clone()/>
            <button class="pill" type="submit">{words}</button>
        </form>
    }
    .into_any()
}

fn staff_links(v: &Visit) -> AnyView {
    let role = v.staff.as_ref().map(|staff| staff.role);
    let link = |href: String, words: String| {
        let here = v.rest.split('?').next().is_some_and(|rest| href.ends_with(rest));
        view! { <a class="topnav-link" href=href aria-current=here.then_some("page")>{words}</a> }
    };
    let queue = role.filter(|role| *role != Role::Official).map(|_| link(paths::work(v.lang), v.t("nav-queue")));
    let figures = role
        .filter(|role| matches!(role, Role::Official | Role::Admin))
        .map(|_| link(paths::insight(v.lang), v.t("nav-insight")));
    let out = v.staff.as_ref().map(|staff| {
        let words = v.tn("sign-out-name", &[("name", staff.name.clone().into())]);
        view! {
            <form method="post" action=paths::sign_out(v.lang)>
                <button class="btn btn-quiet" type="submit">{words}</button>
            </form>
        }
    });
    view! { <nav class="topnav" aria-label=v.t("nav-work")>{queue}{figures}</nav>{out} }.into_any()
}

fn footer(v: &Visit) -> impl IntoView + use<> {
    let link = |href: String, words: String| view! { <li><a class="foot-link" href=href>{words}</a></li> };
    view! {
        <footer class="foot">
            <div class="foot-in">
                <p class="foot-help">
                    {v.t("foot-help-before")} " "
                    <a class="tel" href="tel:12345">"12345"</a> {v.t("foot-help-after")}
                </p>
                <ul class="foot-links">
                    {link(paths::needs(v.lang), v.t("nav-needs"))}
                    {link(paths::results(v.lang), v.t("nav-results"))}
                    {link(paths::help(v.lang), v.t("nav-help"))}
                    {link(paths::privacy(v.lang), v.t("nav-privacy"))}
                    {link(paths::accessibility(v.lang), v.t("nav-accessibility"))}
                    {link(paths::methods(v.lang), v.t("nav-methods"))}
                    {link(paths::prefs(v.lang), v.t("nav-prefs"))}
                    {link(paths::sign_in(v.lang), v.t("nav-staff"))}
                </ul>
            </div>
        </footer>
    }
}
