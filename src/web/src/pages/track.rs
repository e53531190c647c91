//! Progress and answer: what became of a need, and is it solved?

mod act;
mod rating;
mod view;

use crate::forms::{FormState, input, summary};
use crate::layers::limits::Guess;
use crate::paths;
use crate::problem::{Problem, Shown, Trouble};
use crate::ui::icon::icon;
use crate::visit::Visit;
pub(crate) use act::post;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use domain::needs::{self, Tracked};
use leptos::prelude::*;
use std::collections::HashMap;
use words::{Issue, Issues, TrackingCode};

/// The form, or the way to what was typed into it.
pub(crate) async fn form(v: Visit, Query(query): Query<HashMap<String, String>>) -> Shown {
    let Some(typed) = query.get("code") else {
        return Ok(ask(&v, &FormState::default(), None));
    };
    match TrackingCode::parse(typed) {
        Ok(code) => Ok(Redirect::to(&paths::track(v.lang, code)).into_response()),
        Err(issue) => Ok(ask(&v, &wrong(typed, issue), Some(Problem::NotFound))),
    }
}

/// Progress of a need, or of a rating, by its code.
pub(crate) async fn get(v: Visit, Path(typed): Path<String>) -> Shown {
    match tracked(&v, &typed).await {
        Ok(tracked) => view::show(&v, &tracked, &FormState::default()).await,
        Err(Trouble(Problem::NotFound)) => unknown(&v, &typed).await,
        Err(trouble) => Err(trouble),
    }
}

/// A code that belongs to no need: a rating, or nobody's.
async fn unknown(v: &Visit, typed: &str) -> Shown {
    let Ok(code) = TrackingCode::parse(typed) else {
        return Ok(ask(v, &wrong(typed, Issue::NotACode), Some(Problem::NotFound)));
    };
    match domain::ratings::track(&v.app.store, code).await {
        Ok(active) => {
            v.app.limits.was_right(Guess::Code, v.address);
            rating::show(v, &active).await
        }
        Err(domain::Error::NotFound) => Ok(ask(v, &wrong(typed, Issue::NotACode), Some(Problem::NotFound))),
        Err(error) => Err(error.into()),
    }
}

/// Takes something out of the database by its code. Codes that are nobody's are paid for, since they may be guesses.
///
/// # Errors
/// 429 where too many were wrong, and what the look-up says.
async fn by_code<T>(v: &Visit, look_up: impl Future<Output = domain::Result<T>>) -> Result<domain::Result<T>, Trouble> {
    if !v.app.limits.may_guess(Guess::Code, v.address) {
        return Err(Trouble(Problem::TooMany));
    }
    let found = look_up.await;
    if !matches!(found, Err(domain::Error::NotFound)) {
        v.app.limits.was_right(Guess::Code, v.address);
    }
    Ok(found)
}

/// What the holder of a code sees.
///
/// # Errors
/// 404 where it is no code, or nobody's; 429 after too many of nobody's.
pub(crate) async fn tracked(v: &Visit, typed: &str) -> Result<Tracked, Trouble> {
    let code = TrackingCode::parse(typed).map_err(|_| Trouble(Problem::NotFound))?;
    Ok(by_code(v, needs::track(&v.app.store, code)).await??)
}

fn wrong(typed: &str, issue: Issue) -> FormState {
    let mut state = FormState::preset(&[("code", typed)]);
    state.issues = Issues::one("code", issue);
    state
}

fn ask(v: &Visit, state: &FormState, problem: Option<Problem>) -> Response {
    let page = v.page(v.t("track-title")).failed(state.has_failed());
    let page = match problem {
        Some(problem) => page.status(problem.status()),
        None => page,
    };
    page.show(view! {
        {summary(v, state)}
        <h1>{v.t("track-title")}</h1>
        <form method="get" action=paths::track_form(v.lang) novalidate>
            {input(state, "code", v.t("code-label")).hint(v.t("code-hint")).code().show(v)}
            <button class="btn btn-primary btn-block" type="submit">{icon(v, "search")}{v.t("track-look-up")}</button>
        </form>
    })
}
