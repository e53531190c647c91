//! Thanks, the code, and why. All of it may be skipped, and is the same for every level.

use super::service;
use crate::forms::{Choice, FormState, Posted, TextArea, choices, issue_words, key_field, maybe_once, summary};
use crate::paths;
use crate::problem::{Shown, Trouble};
use crate::ui::tags::vote_name;
use crate::visit::Visit;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Intent;
use domain::places::Catalogue;
use domain::ratings::{self, Active, Explanation};
use domain::services::Service;
use leptos::prelude::*;
use std::collections::HashMap;
use words::{Issue, Issues, Note, Reason, Vote};

/// What was recorded, and the optional questions.
pub(crate) async fn get(v: Visit, Path(slug): Path<String>, Query(query): Query<HashMap<String, String>>) -> Shown {
    let catalogue = Catalogue::of(&v.app.store).await?;
    let service = service(&catalogue, &slug)?;
    let Some(mine) = ratings::mine(&v.app.store, service.id, &v.voice()).await? else {
        return Ok(Redirect::to(&paths::rate(v.lang, &service.slug)).into_response());
    };
    Ok(show(&v, service, &mine, &FormState::default(), query.contains_key("done")))
}

fn reason_name(v: &Visit, reason: Reason) -> String {
    v.t(match reason {
        Reason::HardToFind => "reason-hard-to-find",
        Reason::TooManySteps => "reason-too-many-steps",
        Reason::HardToUnderstand => "reason-hard-to-understand",
        Reason::Errors => "reason-errors",
        Reason::TooSlow => "reason-too-slow",
        Reason::NotSolved => "reason-not-solved",
        Reason::Attitude => "reason-attitude",
        Reason::EasyToFind => "reason-easy-to-find",
        Reason::Fast => "reason-fast",
        Reason::Clear => "reason-clear",
        Reason::ReallySolved => "reason-really-solved",
        Reason::Kind => "reason-kind",
        Reason::Other => "reason-other",
    })
}

fn show(v: &Visit, service: &Service, mine: &Active, state: &FormState, done: bool) -> Response {
    let good = matches!(mine.vote, Vote::Level(level) if !level.is_bad());
    let offered: &[Reason] = if good { &Reason::FOR } else { &Reason::AGAINST };
    let chips = offered.iter().map(|reason| {
        let checked = mine.reasons.contains(reason) || state.posted.all("reasons").any(|slug| slug == reason.slug());
        view! {
            <label class="choice chip">
                <input class="choice-in" type="checkbox" name="reasons" value=reason.slug() checked=checked/>
                <span class="choice-text">{reason_name(v, *reason)}</span>
            </label>
        }
    });
    let said = FormState::preset(&[
        ("solved", mine.solved.map(words::Solved::slug).unwrap_or_default()),
        ("ease", &mine.ease.map(|n| n.to_string()).unwrap_or_default()),
    ]);
    let solved = [("yes", "solved-yes"), ("partly", "solved-partly"), ("no", "solved-no")];
    let solved = solved.map(|(value, key)| Choice::new(value, v.t(key))).into();
    let ease = [("5", "ease-5"), ("4", "ease-4"), ("3", "ease-3"), ("2", "ease-2"), ("1", "ease-1")];
    let ease = ease.map(|(value, key)| Choice::new(value, v.t(key))).into();
    let typed = state.value("text");
    let note = if typed.is_empty() { mine.note.clone().unwrap_or_default() } else { typed };
    let issue = state.issue("text").map(|issue| issue_words(v, "text", issue));
    let failed = issue.is_some();
    let recorded = v.tn("rate-recorded", &[("vote", vote_name(v, mine.vote).into())]);
    let question = if good { v.t("reasons-good") } else { v.t("reasons-bad") };
    let page = v.page(v.t("thanks-title")).section(v.t("rate-title")).form().failed(state.has_failed());
    page.show(view! {
        {summary(v, state)}
        <h1>{recorded}</h1>
        {done.then(|| view! { <p class="notice" role="status">{v.t("thanks-done")}</p> })}
        <p><a href=paths::rate(v.lang, &service.slug)>{v.t("rate-change")}</a></p>
        <p>
            {v.t("thanks-code")} " " <a class="code" href=paths::track(v.lang, mine.code)>{mine.code.to_string()}</a>
        </p>
        <form method="post" action=paths::thanks(v.lang, &service.slug) novalidate>
            {key_field(failed.then_some(&state.posted))}
            <fieldset class="field">
                <legend class="label">{question}</legend>
                <div class="chips">{chips.collect::<Vec<_>>()}</div>
            </fieldset>
            <fieldset class="field"><legend class="label">{v.t("done-question")}</legend>{choices(&said, "solved", solved)}</fieldset>
            <fieldset class="field"><legend class="label">{v.t("ease-question")}</legend>{choices(&said, "ease", ease)}</fieldset>
            <div class=if failed { "field field-error" } else { "field" }>
                <label class="label" for="text">{v.t("note-label")}</label>
                {issue.map(|words| view! { <p class="error" id="text-error"><span class="vh">{v.t("error-prefix")}</span>{words}</p> })}
                <TextArea name="text" value=note rows=3 described=if failed { "text-error" } else { "" } invalid=failed/>
            </div>
            <button class="btn btn-primary btn-block" type="submit">{v.t("thanks-send")}</button>
        </form>
        <p><a href=paths::home(v.lang)>{v.t("thanks-home")}</a></p>
    })
}

fn explanation(posted: &Posted) -> Result<Explanation, Issues> {
    let mut issues = Issues::default();
    let mut reasons = Vec::new();
    for slug in posted.all("reasons").filter(|slug| !slug.is_empty()) {
        reasons.extend(issues.keep("reasons", slug.parse::<Reason>().map_err(|_| Issue::NotAChoice)));
    }
    reasons.sort_unstable();
    reasons.dedup();
    let optional = |name: &'static str| Some(posted.get(name)).filter(|value| !value.trim().is_empty());
    let solved = optional("solved").map(|s| issues.keep("solved", s.parse().map_err(|_| Issue::NotAChoice)));
    let ease = optional("ease").map(|s| s.parse::<u8>().ok().filter(|n| (1..=5).contains(n)).ok_or(Issue::NotAChoice));
    let ease = ease.map(|ease| issues.keep("ease", ease));
    let note = optional("text").map(|text| issues.keep("text", Note::parse(text)));
    let understood = Explanation { reasons, solved: solved.flatten(), ease: ease.flatten(), note: note.flatten() };
    if issues.is_empty() { Ok(understood) } else { Err(issues) }
}

/// Puts the explanation beside the rating.
pub(crate) async fn post(v: Visit, Path(slug): Path<String>, posted: Posted) -> Shown {
    let catalogue = Catalogue::of(&v.app.store).await?;
    let service = service(&catalogue, &slug)?;
    let actor = v.only_resident()?;
    let mine = ratings::mine(&v.app.store, service.id, &v.voice()).await?;
    let mine = mine.ok_or(Trouble(crate::problem::Problem::NotFound))?;
    let understood = explanation(&posted).and_then(|why| Ok((why, maybe_once(&posted)?)));
    let (why, once) = match understood {
        Ok(understood) => understood,
        Err(issues) => {
            return Ok(show(&v, service, &mine, &FormState::failed(posted, issues), false));
        }
    };
    let id = service.id;
    let intent = Intent::by(actor).once(once.map(|once| once.of(&slug)));
    let done = v.app.store.write(intent, move |act| {
        let why = why.clone();
        Box::pin(async move { ratings::explain(act, id, why).await })
    });
    done.await?;
    Ok(Redirect::to(&format!("{}?done=1", paths::thanks(v.lang, &service.slug))).into_response())
}
