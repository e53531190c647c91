//! Size, theme and language.

use crate::forms::{Choice, FormState, Posted, choices, hidden};
use crate::paths;
use crate::problem::Shown;
use crate::visit::{Size, Theme, Visit};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect};
use leptos::prelude::*;

/// The form.
pub(crate) async fn get(v: Visit) -> Shown {
    let state = FormState::preset(&[("size", v.size.slug()), ("theme", v.theme.slug())]);
    let sizes =
        vec![Choice::new("m", v.t("size-m")), Choice::new("l", v.t("size-l")), Choice::new("xl", v.t("size-xl"))];
    let themes = vec![
        Choice::new("auto", v.t("theme-auto")),
        Choice::new("light", v.t("theme-light")),
        Choice::new("dark", v.t("theme-dark")),
    ];
    Ok(v.page(v.t("nav-prefs")).show(view! {
        <h1>{v.t("nav-prefs")}</h1>
        <p class="sample">{v.t("prefs-sample")}</p>
        <form method="post" action=paths::prefs(v.lang) novalidate>
            {hidden("back", "/prefs".to_owned())}
            <fieldset class="field"><legend class="label">{v.t("prefs-size")}</legend>{choices(&state, "size", sizes)}</fieldset>
            <fieldset class="field"><legend class="label">{v.t("prefs-theme")}</legend>{choices(&state, "theme", themes)}</fieldset>
            <button class="btn btn-primary btn-block" type="submit">{v.t("prefs-save")}</button>
        </form>
    }))
}

/// Keeps the choice and goes back to where it was made. Only to a page of ours: whatever else was sent is the start.
pub(crate) async fn post(v: Visit, posted: Posted) -> Shown {
    let back = posted.get("back");
    let safe =
        back.starts_with('/') && !back.starts_with("//") && !back.contains(['\\', '\r', '\n']) && back.is_ascii();
    let referer_free = if safe { without_size(back) } else { "/".to_owned() };
    let mut headers = HeaderMap::new();
    v.put_prefs(&mut headers, Size::read(posted.get("size")), Theme::read(posted.get("theme")));
    Ok((headers, Redirect::to(&format!("/{}{referer_free}", v.lang))).into_response())
}

/// An address that names a size would win over the choice.
fn without_size(back: &str) -> String {
    let Some((path, query)) = back.split_once('?') else {
        return back.to_owned();
    };
    let rest: Vec<&str> = query.split('&').filter(|pair| !pair.starts_with("size=")).collect();
    if rest.is_empty() { path.to_owned() } else { format!("{path}?{}", rest.join("&")) }
}
