//! What waits: danger first, then what is due soonest, then the oldest.

use super::{case, marks, staff};
use crate::forms::FormState;
use crate::paths;
use crate::problem::Shown;
use crate::ui::icon::icon;
use crate::visit::{Visit, Width};
use axum::extract::Query;
use domain::cases::{self, QueueFilter};
use domain::needs::Need;
use domain::places::Catalogue;
use leptos::prelude::*;
use std::collections::HashMap;

/// The queue; on a wide screen the first case stands beside it.
pub(crate) async fn get(v: Visit, Query(query): Query<HashMap<String, String>>) -> Shown {
    let staff = match staff(&v) {
        Ok(staff) => staff,
        Err(answer) => return Ok(answer),
    };
    let catalogue = Catalogue::of(&v.app.store).await?;
    let after = query.get("after").and_then(|id| id.parse().ok());
    let queue = cases::queue(&v.app.store, &catalogue, staff, &QueueFilter { after }).await?;
    let now = v.app.store.clock().now();
    let told = query.get("done").and_then(|done| told(&v, done));
    let first = match queue.cases.first() {
        Some(first) => Some(case::open(&v, staff, first.id).await?),
        None => None,
    };
    let next = queue.after.map(|id| {
        let href = format!("{}?after={id}", paths::work(v.lang));
        view! {
            <nav class="pager" aria-label=v.t("pages")>
                <a class="btn" href=href rel="next">{v.t("page-next")}{icon(&v, "chevron-right")}</a>
            </nav>
        }
    });
    let due = (queue.due_today > 0).then(|| {
        let words = v.tn("queue-due-today", &[("n", queue.due_today.into())]);
        view! { <span class="tag tag-today">{words}</span> }
    });
    let list = if queue.cases.is_empty() {
        view! { <p class="notice">{v.t("queue-empty")}</p> }.into_any()
    } else {
        let current = queue.cases.first().map(|case| case.id);
        let items = queue.cases.iter().map(|need| item(&v, need, &catalogue, now, current == Some(need.id)));
        view! { <ol class="queue">{items.collect::<Vec<_>>()}</ol> }.into_any()
    };
    let pane = first.map(|opened| {
        view! { <div class="pane-wide">{case::view(&v, &catalogue, &opened, &FormState::default(), false)}</div> }
    });
    Ok(v.page(v.t("queue-title")).width(Width::Work).form().show(view! {
        <div class="work-head">
            <h1 class="work-title">{v.t("queue-title")}</h1>
            <span class="tag">{v.tn("queue-waiting", &[("n", queue.waiting.into())])}</span>
            {due}
        </div>
        {told.map(|words| view! { <p class="notice" role="status">{words}</p> })}
        <div class="panes">
            <nav aria-label=v.t("queue-title")>{list}{next}</nav>
            {pane}
        </div>
    }))
}

fn item(v: &Visit, need: &Need, catalogue: &Catalogue, now: chrono::DateTime<chrono::Utc>, open: bool) -> AnyView {
    view! {
        <li class="queue-item">
            <a class="queue-link" href=paths::case(v.lang, need.id) aria-current=open.then_some("true")>
                <span class="queue-title">{need.title.clone()}</span>
                <span class="queue-meta">{marks(v, need, catalogue, now)}</span>
            </a>
        </li>
    }
    .into_any()
}

/// What was just done, in words.
fn told(v: &Visit, done: &str) -> Option<String> {
    let key = match done {
        "accept" => "queue-done-accept",
        "ask" => "queue-done-ask",
        "refuse" => "queue-done-refuse",
        "answer" => "queue-done-answer",
        "return" => "queue-done-return",
        "begin" => "queue-done-begin",
        _ => return None,
    };
    Some(v.t(key))
}
