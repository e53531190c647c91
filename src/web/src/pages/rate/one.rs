//! One tap: five levels of the same size and colour, and a sixth way.

use super::service;
use crate::forms::{FormState, Posted, key_field, once, summary};
use crate::layers::limits::Asked;
use crate::problem::{Problem, Shown, Trouble};
use crate::ui::icon::{drawn, icon};
use crate::ui::tags::{level_name, vote_name};
use crate::visit::Visit;
use crate::{paths, times};
use axum::extract::{Path, Query};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use domain::Intent;
use domain::places::Catalogue;
use domain::ratings::{self, Active, NewRating};
use domain::services::Service;
use leptos::prelude::*;
use std::collections::HashMap;
use words::{Channel, Issue, Issues, Level, Vote};

/// The buttons. Looking at them records nothing.
pub(crate) async fn get(v: Visit, Path(slug): Path<String>, Query(query): Query<HashMap<String, String>>) -> Shown {
    let catalogue = Catalogue::of(&v.app.store).await?;
    let service = service(&catalogue, &slug)?;
    let mine = ratings::mine(&v.app.store, service.id, &v.voice()).await?;
    let entry = query.get("entry").map(String::as_str).unwrap_or_default();
    Ok(show(&v, service, mine.as_ref(), entry, &FormState::default()))
}

fn show(v: &Visit, service: &Service, mine: Option<&Active>, entry: &str, state: &FormState) -> Response {
    let name = v.name(&service.name_zh, &service.name_en);
    let heading = v.tn("rate-heading", &[("service", name.into())]);
    let said = mine.map(|mine| {
        let words = [("day", times::date(v.lang, mine.at).into()), ("vote", vote_name(v, mine.vote).into())];
        view! { <p class="notice">{v.tn("rate-already", &words)}</p> }
    });
    let given = mine.and_then(|mine| mine.vote.level());
    let buttons = Level::ALL.into_iter().map(|level| {
        let before = given == Some(level);
        view! {
            <button class="rate" type="submit" name="level" value=level.to_string() aria-current=before.then_some("true")>
                {drawn(v, &format!("face-{level}"), "face")}
                <span>{level_name(v, level)}</span>
                {before.then(|| view! { <span class="rate-said">{v.t("rate-said")}</span> })}
            </button>
        }
    });
    let entry = known_entry(entry);
    let page = v.page(heading.clone()).section(v.t("rate-title")).form().failed(state.has_failed());
    page.show(view! {
        <a class="back" href=paths::rate_list(v.lang)>{icon(v, "arrow-left")}{v.t("back")}</a>
        {summary(v, state)}
        <h1>{heading}</h1>
        <p class="lead">{v.t("rate-promise")}</p>
        {said}
        <form class="rates" method="post" action=paths::rate(v.lang, &service.slug)>
            {key_field(None)} {crate::forms::hidden("entry", entry.to_owned())}
            {buttons.collect::<Vec<_>>()}
        </form>
        <h2>{v.t("rate-sixth")}</h2>
        <form class="row" method="post" action=paths::rate(v.lang, &service.slug)>
            {key_field(None)} {crate::forms::hidden("entry", entry.to_owned())}
            <button class="btn btn-quiet" type="submit" name="outcome" value="unused">{v.t("outcome-unused")}</button>
            <button class="btn btn-quiet" type="submit" name="outcome" value="failed">{v.t("outcome-failed")}</button>
        </form>
    })
}

/// How the person came, apart from the channel. Only what we print ourselves is believed.
fn known_entry(entry: &str) -> &'static str {
    ["poster", "sms", "link"].into_iter().find(|known| *known == entry).unwrap_or_default()
}

fn vote(posted: &Posted) -> Result<Vote, Issues> {
    match (posted.get("level"), posted.get("outcome")) {
        ("", "") => Err(Issues::one("level", Issue::Missing)),
        ("", outcome) => outcome.parse().map(Vote::Outcome).map_err(|_| Issues::one("level", Issue::NotAChoice)),
        (level, "") => level.parse().map(Vote::Level).map_err(|_| Issues::one("level", Issue::NotAChoice)),
        _ => Err(Issues::one("level", Issue::NotAChoice)),
    }
}

/// Counts the tap.
pub(crate) async fn post(v: Visit, Path(slug): Path<String>, posted: Posted) -> Shown {
    let catalogue = Catalogue::of(&v.app.store).await?;
    let service = service(&catalogue, &slug)?;
    let actor = v.only_resident()?;
    if !v.app.limits.allow(Asked::Rate, v.address) {
        return Err(Trouble(Problem::TooMany));
    }
    let (vote, once) = match (vote(&posted), once(&posted)) {
        (Ok(vote), Ok(once)) => (vote, once.of(&slug)),
        (vote, once) => {
            let mut issues = vote.err().unwrap_or_default();
            issues.0.extend(once.err().unwrap_or_default().0);
            let mine = ratings::mine(&v.app.store, service.id, &v.voice()).await?;
            return Ok(show(&v, service, mine.as_ref(), "", &FormState::failed(posted, issues)));
        }
    };
    let new = NewRating {
        service: service.id,
        voice: v.voice(),
        vote,
        channel: Channel::Own,
        entry: known_entry(posted.get("entry")).to_owned(),
        region: None,
        at: None,
    };
    let rated = v.app.store.write(Intent::by(actor).once(Some(once)), move |act| {
        let new = new.clone();
        Box::pin(async move { ratings::rate(act, new).await })
    });
    rated.await?;
    Ok((HeaderMap::new(), Redirect::to(&paths::thanks(v.lang, &service.slug))).into_response())
}
