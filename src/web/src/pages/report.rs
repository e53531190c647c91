//! Report a need: four steps in one document, cut by CSS, so that it needs no script.

mod form;
mod steps;

use crate::forms::{FormState, Posted, once};
use crate::layers::limits::Asked;
use crate::paths;
use crate::problem::{Problem, Shown, Trouble};
use crate::visit::Visit;
use axum::extract::Query;
use axum::response::{IntoResponse, Redirect};
use domain::places::Catalogue;
use domain::{Intent, needs};
use form::NewNeedForm;
use std::collections::HashMap;
use words::{Category, Issues};

/// The form. The door presets the kind, a poster the place; nothing else is preset.
pub(crate) async fn get(v: Visit, Query(query): Query<HashMap<String, String>>) -> Shown {
    let catalogue = Catalogue::of(&v.app.store).await?;
    let asked = |name: &str| query.get(name).map_or("", String::as_str);
    let place = form::known_place(&catalogue, asked("place"));
    let unknown_place = place.is_none() && !asked("place").is_empty();
    let place = place.map(|id| id.to_string()).unwrap_or_default();
    let kind = asked("kind").parse::<words::NeedKind>().map(words::NeedKind::slug).unwrap_or_default();
    let for_other = matches!(asked("for"), "other" | "family" | "neighbour");
    let shown_for = if for_other { "other" } else { "" };
    let state = FormState::preset(&[("kind", kind), ("place", &place), ("helping", shown_for)]);
    Ok(steps::show(&v, &catalogue, &state, &[], unknown_place))
}

/// Sends it. `act=similar` shows likely twins on the same page and keeps everything typed.
pub(crate) async fn post(v: Visit, posted: Posted) -> Shown {
    let catalogue = Catalogue::of(&v.app.store).await?;
    if posted.get("act") == "similar" {
        return similar(&v, &catalogue, posted).await;
    }
    if !v.app.limits.allow(Asked::Report, v.address) {
        return Err(Trouble(Problem::TooMany));
    }
    if !posted.get("website").is_empty() {
        // The honeypot: people do not see this field, so only a program fills it in.
        return Err(Trouble(Problem::BadRequest));
    }
    let understood = NewNeedForm { posted: &posted, catalogue: &catalogue }.parse();
    let (new, once) = match (understood, once(&posted)) {
        (Ok(new), Ok(once)) => (new, once),
        (understood, once) => {
            let mut issues = understood.err().unwrap_or_default();
            issues.0.extend(once.err().unwrap_or_default().0);
            return Ok(again(&v, &catalogue, posted, issues));
        }
    };
    let known = catalogue.clone();
    let reported = v.app.store.write(Intent::by(v.guest()).once(Some(once)), move |act| {
        let (known, new) = (known.clone(), new.clone());
        Box::pin(async move { needs::report(act, &known, new).await })
    });
    match reported.await {
        Ok(reported) => Ok(Redirect::to(&paths::receipt(v.lang, reported.code)).into_response()),
        Err(domain::Error::Invalid(issues)) => Ok(again(&v, &catalogue, posted, issues)),
        Err(error) => Err(error.into()),
    }
}

async fn similar(v: &Visit, catalogue: &Catalogue, posted: Posted) -> Shown {
    let category: Option<Category> = posted.get("category").parse().ok();
    let region = form::known_place(catalogue, posted.get("place"));
    let found = needs::similar::similar(&v.app.store, posted.get("body"), category, region).await?;
    let state = FormState::failed(posted, Issues::default());
    Ok(steps::show_twins(v, catalogue, &state, &found))
}

fn again(v: &Visit, catalogue: &Catalogue, posted: Posted, issues: Issues) -> axum::response::Response {
    steps::show(v, catalogue, &FormState::failed(posted, issues), &[], false)
}
