//! The queue and its cases, for workers and units.

pub(crate) mod case;
pub(crate) mod queue;

use crate::paths;
use crate::problem::{Problem, Trouble};
use crate::times;
use crate::ui::tags;
use crate::visit::Visit;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use domain::Staff;
use domain::needs::Need;
use domain::places::Catalogue;
use leptos::prelude::*;
use words::Role;

/// Who handles cases.
const DESK: [Role; 3] = [Role::Worker, Role::Unit, Role::Admin];

/// Who works here; a guest is shown the door to sign in, others see nothing.
#[expect(clippy::result_large_err, reason = "the answer is sent at once, never passed on")]
fn staff(v: &Visit) -> Result<&Staff, Response> {
    if v.staff.is_none() {
        return Err(Redirect::to(&paths::sign_in(v.lang)).into_response());
    }
    v.at_work(&DESK).map_err(|_| Trouble(Problem::NotFound).into_response())
}

/// The number that colleagues call a case by. The tracking code is the resident's alone.
fn number(need: &Need) -> String {
    let id = need.id.to_string();
    format!("{}-{}", times::china(need.created_at).format("%Y-%m%d"), &id[id.len() - 6..])
}

/// What stands beside a case in the queue: danger, how soon, where, and how many have it.
fn marks(v: &Visit, need: &Need, catalogue: &Catalogue, now: DateTime<Utc>) -> AnyView {
    let risk = need.risk.then(|| view! { <span class="tag tag-risk">{v.t("staff-risk")}</span> });
    let many = (need.supporters > 1).then(|| v.tn("people-have-this", &[("n", need.supporters.into())]));
    view! {
        {risk} {tags::kind(v, need.kind)} {tags::due(v, need, now)}
        <span>{tags::place_words(v, need, catalogue)}</span>
        {many.map(|many| view! { <span>{many}</span> })}
    }
    .into_any()
}
