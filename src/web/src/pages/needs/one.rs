//! One public need, and "I have this too".

use crate::forms::{Posted, once};
use crate::layers::limits::Asked;
use crate::paths;
use crate::problem::{Problem, Shown, Trouble};
use crate::times;
use crate::ui::tags;
use crate::ui::timeline::{Node, timeline};
use crate::visit::Visit;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect};
use domain::needs::{self, Entry, EntryWhat};
use domain::places::Catalogue;
use domain::{Intent, chance};
use islands::JoinCount;
use leptos::prelude::*;
use std::collections::HashMap;
use words::{NeedId, Progress, Step};

/// One public need.
pub(crate) async fn get(v: Visit, Path(id): Path<String>, Query(query): Query<HashMap<String, String>>) -> Shown {
    let id: NeedId = id.parse().map_err(|_| Trouble(Problem::NotFound))?;
    let catalogue = Catalogue::of(&v.app.store).await?;
    let need = needs::show(&v.app.store, id).await?;
    let entries = needs::entries(&v.app.store, id).await?;
    let told = query.get("joined").map(|how| {
        let n = need.supporters.into();
        let words = if how == "already" { v.t("joined-already") } else { v.tn("joined", &[("n", n)]) };
        view! { <p class="notice" role="status">{words}</p> }
    });
    let open = need.progress != Progress::Refused;
    let answers = answers(&v, &entries, &catalogue);
    let line = public_line(&v, &entries, &catalogue);
    let when = times::date(v.lang, need.created_at);
    let page = v.page(need.title.clone()).section(v.t("needs-title")).form();
    let page = if open { page.islands() } else { page };
    let now = v.app.store.clock().now();
    Ok(page.show_with(|| {
        let count = v.tn("people-have-this", &[("n", "{n}".into())]);
        let joins = open.then(|| {
            view! {
                <JoinCount
                    need=id k=chance::key() number=need.supporters label=v.t("join-button") count=count
                    joined=v.tn("joined", &[("n", "{n}".into())]) already=v.t("joined-already")
                />
            }
        });
        view! {
            <h1>{need.title.clone()}</h1>
            <p class="need-meta">
                {tags::kind(&v, need.kind)} {tags::status(&v, &need, &catalogue)} {tags::due(&v, &need, now)}
                {need.category.map(|category| view! { <span>{tags::category_name(&v, category)}</span> })}
                <span>{tags::place_words(&v, &need, &catalogue)}</span> <span>{when}</span>
            </p>
            {told}
            <p class="words">{need.public_text().to_owned()}</p>
            {joins}
            {answers}
            <h2>{v.t("track-timeline")}</h2>
            {line}
        }
    }))
}

/// What units answered: public with the need.
fn answers(v: &Visit, entries: &[Entry], catalogue: &Catalogue) -> Vec<AnyView> {
    let answered = entries.iter().filter(|entry| entry.public && entry.what == EntryWhat::Step(Step::Answer));
    let shown = answered.map(|entry| {
        let unit = entry.unit.and_then(|id| catalogue.unit(id)).map(|unit| v.name(&unit.name_zh, &unit.name_en));
        let who = unit.map_or_else(|| v.t("community-staff"), str::to_owned);
        // An answer may repeat a number of the resident: what is public is masked like the need itself.
        let text = entry.text.as_deref().map(needs::mask);
        view! {
            <div class="answer">
                <p class="answer-from">
                    {v.tn("answer-from", &[("who", who.into())])} " " <span class="meta">{times::moment(v.lang, entry.at)}</span>
                </p>
                <p class="words">{text}</p>
            </div>
        }
        .into_any()
    });
    shown.collect()
}

fn public_line(v: &Visit, entries: &[Entry], catalogue: &Catalogue) -> AnyView {
    let nodes = entries.iter().filter_map(|entry| {
        let unit = entry.unit.and_then(|id| catalogue.unit(id)).map(|u| v.name(&u.name_zh, &u.name_en).to_owned());
        let what = match entry.what {
            EntryWhat::Received => v.t("step-received"),
            EntryWhat::Step(Step::Accept) => v.tn("entry-passed-on", &[("unit", unit.unwrap_or_default().into())]),
            EntryWhat::Step(Step::Answer) => v.t("entry-answered"),
            EntryWhat::Step(Step::ConfirmSolved) => v.t("entry-confirmed-yes"),
            EntryWhat::Step(Step::ConfirmPartly) => v.t("entry-confirmed-partly"),
            EntryWhat::Step(Step::ConfirmNo) => v.t("entry-confirmed-no"),
            _ => return None,
        };
        Some(Node::done(v, what, entry.at))
    });
    timeline(nodes.collect())
}

/// Joins, once per voice.
pub(crate) async fn post(v: Visit, Path(id): Path<String>, posted: Posted) -> Shown {
    let id: NeedId = id.parse().map_err(|_| Trouble(Problem::NotFound))?;
    let actor = v.only_resident()?;
    if posted.get("act") != "join" {
        return Err(Trouble(Problem::Invalid));
    }
    if !v.app.limits.allow(Asked::Rate, v.address) {
        return Err(Trouble(Problem::TooMany));
    }
    let once = once(&posted).map_err(|_| Trouble(Problem::Invalid))?.of(&id.to_string());
    let joined = v.app.store.write(Intent::by(actor).once(Some(once)), move |act| Box::pin(needs::join(act, id)));
    let how = if joined.await?.already { "already" } else { "now" };
    Ok(Redirect::to(&format!("{}?joined={how}", paths::need(v.lang, id))).into_response())
}
