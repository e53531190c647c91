//! What people report. All of its state is in the address.

use crate::paths;
use crate::problem::Shown;
use crate::ui;
use crate::ui::icon::icon;
use crate::ui::tags::{category_name, kind_name, status_key};
use crate::visit::{Visit, Width};
use axum::extract::Query;
use domain::needs::{self, Filter};
use domain::places::Catalogue;
use leptos::prelude::*;
use std::collections::BTreeMap;
use words::{Category, NeedKind, Progress, RegionLevel};

/// The list.
pub(crate) async fn get(v: Visit, Query(query): Query<BTreeMap<String, String>>) -> Shown {
    let catalogue = Catalogue::of(&v.app.store).await?;
    let asked = |name: &str| query.get(name).map(|value| value.trim()).filter(|value| !value.is_empty());
    let filter = Filter {
        kind: asked("kind").and_then(|value| value.parse().ok()),
        category: asked("category").and_then(|value| value.parse().ok()),
        region: asked("region").and_then(|value| value.parse().ok()).filter(|id| catalogue.region(*id).is_some()),
        status: asked("status").and_then(|value| value.parse().ok()),
        q: asked("q").map(|q| q.chars().take(100).collect()),
        after: asked("after").and_then(|value| value.parse().ok()),
    };
    let (found, after) = needs::list(&v.app.store, &catalogue, &filter).await?;
    let list = if found.is_empty() {
        view! { <p class="notice">{v.t("needs-none")} " " <a href=paths::needs(v.lang)>{v.t("needs-clear")}</a></p> }
            .into_any()
    } else {
        ui::needs::list(&v, &found, &catalogue)
    };
    let next = after.map(|id| {
        let mut more: Vec<(String, String)> =
            query.iter().filter(|(name, _)| *name != "after").map(|(n, v)| (n.clone(), v.clone())).collect();
        more.push(("after".to_owned(), id.to_string()));
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(more).finish();
        let href = format!("{}?{query}", paths::needs(v.lang));
        view! {
            <nav class="pager" aria-label=v.t("pages")>
                <a class="btn" href=href rel="next">{v.t("page-next")}{icon(&v, "chevron-right")}</a>
            </nav>
        }
    });
    let page = v.page(v.t("needs-title")).width(Width::Wide);
    Ok(page.show(view! {
        <h1>{v.t("needs-title")}</h1>
        {filters(&v, &catalogue, &filter)}
        {list}
        {next}
    }))
}

fn select(v: &Visit, name: &'static str, label: String, chosen: &str, of: Vec<(String, String)>) -> AnyView {
    let id = format!("f-{name}");
    let all = view! { <option value="" selected=chosen.is_empty()>{v.t("filter-all")}</option> };
    let options = of.into_iter().map(|(value, words)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{words}</option> }
    });
    view! {
        <div class="filter-field">
            <label class="label" for=id.clone()>{label}</label>
            <select class="input" id=id name=name>{all}{options.collect::<Vec<_>>()}</select>
        </div>
    }
    .into_any()
}

fn filters(v: &Visit, catalogue: &Catalogue, filter: &Filter) -> AnyView {
    let kinds = NeedKind::ALL.iter().map(|kind| (kind.slug().to_owned(), kind_name(v, Some(*kind)))).collect();
    let categories = Category::ALL.iter().map(|c| (c.slug().to_owned(), category_name(v, *c))).collect();
    let states = Progress::ALL.iter().filter(|p| **p != Progress::Merged);
    let states = states.map(|p| (p.slug().to_owned(), v.t(status_key(*p)))).collect();
    let places =
        catalogue.regions.iter().filter(|r| matches!(r.level, RegionLevel::Subdistrict | RegionLevel::Community));
    let places = places.map(|r| (r.id.to_string(), v.name(&r.name_zh, &r.name_en).to_owned())).collect();
    let chosen = |slug: Option<&'static str>| slug.unwrap_or_default();
    let region = filter.region.map(|id| id.to_string()).unwrap_or_default();
    view! {
        <form class="filter" method="get" action=paths::needs(v.lang)>
            <div class="filter-field">
                <label class="label" for="f-q">{v.t("filter-q")}</label>
                <input class="input" id="f-q" name="q" type="search" value=filter.q.clone().unwrap_or_default()/>
            </div>
            {select(v, "kind", v.t("filter-kind"), chosen(filter.kind.map(NeedKind::slug)), kinds)}
            {select(v, "category", v.t("filter-category"), chosen(filter.category.map(Category::slug)), categories)}
            {select(v, "region", v.t("filter-region"), &region, places)}
            {select(v, "status", v.t("filter-status"), chosen(filter.status.map(Progress::slug)), states)}
            <button class="btn" type="submit">{icon(v, "search")}{v.t("filter-do")}</button>
        </form>
    }
    .into_any()
}
