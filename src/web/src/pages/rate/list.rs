//! Pick a service.

use crate::paths;
use crate::problem::Shown;
use crate::ui::icon::icon;
use crate::ui::tags;
use crate::visit::{Visit, Width};
use axum::extract::Query;
use domain::places::Catalogue;
use leptos::prelude::*;
use std::collections::HashMap;
use words::ServiceClass;

/// The services by class, or those whose name holds what was typed.
pub(crate) async fn get(v: Visit, Query(query): Query<HashMap<String, String>>) -> Shown {
    let catalogue = Catalogue::of(&v.app.store).await?;
    let q = query.get("q").map(|q| q.trim().to_lowercase()).unwrap_or_default();
    let fits = |zh: &str, en: &str| q.is_empty() || zh.to_lowercase().contains(&q) || en.to_lowercase().contains(&q);
    let mut groups = Vec::new();
    for class in ServiceClass::ALL {
        let of_class = catalogue.services.iter().filter(|s| s.class == *class && fits(&s.name_zh, &s.name_en));
        let items: Vec<_> = of_class
            .map(|service| {
                let name = v.name(&service.name_zh, &service.name_en).to_owned();
                view! { <li class="need"><a class="need-title" href=paths::rate(v.lang, &service.slug)>{name}</a></li> }
            })
            .collect();
        if !items.is_empty() {
            groups.push(view! { <h2>{tags::class_name(&v, *class)}</h2><ul class="needs">{items}</ul> });
        }
    }
    let none = groups.is_empty().then(|| view! { <p class="notice">{v.t("rate-none")}</p> });
    Ok(v.page(v.t("rate-title")).width(Width::Wide).show(view! {
        <h1>{v.t("rate-title")}</h1>
        <form class="filter" method="get" action=paths::rate_list(v.lang)>
            <div class="filter-field">
                <label class="label" for="q">{v.t("rate-search")}</label>
                <input class="input" id="q" name="q" type="search" value=query.get("q").cloned().unwrap_or_default()/>
            </div>
            <button class="btn" type="submit">{icon(&v, "search")}{v.t("rate-find")}</button>
        </form>
        {none}
        {groups}
    }))
}
