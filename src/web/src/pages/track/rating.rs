//! A rating by its code: what was said, and when.

use crate::problem::{Problem, Shown, Trouble};
use crate::ui::tags::vote_name;
use crate::visit::Visit;
use crate::{paths, times};
use domain::places::Catalogue;
use domain::ratings::Active;
use leptos::prelude::*;

/// The page.
pub(super) async fn show(v: &Visit, active: &Active) -> Shown {
    let catalogue = Catalogue::of(&v.app.store).await?;
    let service = catalogue.service_by_id(active.service).ok_or(Trouble(Problem::NotFound))?;
    let name = v.name(&service.name_zh, &service.name_en).to_owned();
    let said = v.tn("track-rating-said", &[("service", name.into()), ("vote", vote_name(v, active.vote).into())]);
    Ok(v.page(v.t("track-rating-title")).section(v.t("track-title")).show(view! {
        <h1>{v.t("track-rating-title")}</h1>
        <p>{said}</p>
        <p class="meta">{times::moment(v.lang, active.at)}</p>
        <p><a class="btn" href=paths::rate(v.lang, &service.slug)>{v.t("track-rating-change")}</a></p>
    }))
}
