//! One case: what the resident wrote, what happened, and what can be done.

mod acts;
mod moves;
mod record;

use super::{marks, number, staff};
use crate::forms::{FormState, Posted, maybe_once, summary};
use crate::paths;
use crate::problem::{Problem, Shown, Trouble};
use crate::times;
use crate::visit::{Visit, Width};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::cases;
use domain::needs::{self, Entry, Need, similar};
use domain::places::Catalogue;
use domain::{Actor, Intent, Staff};
use leptos::prelude::*;
use words::{NeedId, Progress};

/// A case as it lies on the desk.
pub(super) struct Opened {
    need: Need,
    entries: Vec<Entry>,
    twins: Vec<Need>,
    staff: Staff,
}

/// Opens a case for somebody who may see it.
pub(super) async fn open(v: &Visit, staff: &Staff, id: NeedId) -> Result<Opened, Trouble> {
    let catalogue = Catalogue::of(&v.app.store).await?;
    let (need, entries) = cases::case(&v.app.store, &catalogue, staff, id).await?;
    let mut twins = similar::similar(&v.app.store, &need.body, need.category, need.region).await?;
    twins.retain(|twin| twin.id != id);
    Ok(Opened { need, entries, twins, staff: staff.clone() })
}

/// The page of a case.
pub(crate) async fn get(v: Visit, Path(id): Path<String>) -> Shown {
    let staff = match staff(&v) {
        Ok(staff) => staff.clone(),
        Err(answer) => return Ok(answer),
    };
    let id: NeedId = id.parse().map_err(|_| Trouble(Problem::NotFound))?;
    page(&v, &staff, id, &FormState::default(), None).await
}

async fn page(v: &Visit, staff: &Staff, id: NeedId, state: &FormState, conflict: Option<StatusCode>) -> Shown {
    let catalogue = Catalogue::of(&v.app.store).await?;
    let opened = open(v, staff, id).await?;
    let page = v.page(opened.need.title.clone()).section(v.t("queue-title")).width(Width::Work).form();
    let page = match conflict {
        Some(status) => page.status(status),
        None => page.failed(state.has_failed()),
    };
    Ok(page.show(view! {
        <a class="back" href=paths::work(v.lang)>{crate::ui::icon::icon(v, "arrow-left")}{v.t("queue-title")}</a>
        {conflict.map(|_| view! { <p class="notice notice-warn" role="alert">{v.t("case-conflict")}</p> })}
        {summary(v, state)}
        {view(v, &catalogue, &opened, state, true)}
    }))
}

/// The case itself, on its own page or beside the queue.
pub(super) fn view(v: &Visit, catalogue: &Catalogue, opened: &Opened, state: &FormState, own_page: bool) -> AnyView {
    let need = &opened.need;
    let now = v.app.store.clock().now();
    let heading = if own_page {
        view! { <h1 class="case-title" id="case-h">{need.title.clone()}</h1> }.into_any()
    } else {
        view! { <h2 class="case-title" id="case-h">{need.title.clone()}</h2> }.into_any()
    };
    let facts = [
        Some(v.tn("case-number", &[("number", number(need).into())])),
        need.place_words.as_ref().map(|words| v.tn("case-place-words", &[("words", words.clone().into())])),
        (!need.spot.is_empty()).then(|| need.spot.clone()),
        need.category.map(|category| crate::ui::tags::category_name(v, category)),
        Some(times::moment(v.lang, need.created_at)),
        need.staff_only.then(|| v.t("case-staff-only")),
    ];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let marked = needs::personal(&need.body).len();
    let masked = (marked > 0).then(|| view! { <p class="meta">{v.tn("case-masked", &[("n", marked.into())])}</p> });
    let status = if need.progress == Progress::Answered {
        view! { <span class="tag tag-progress">{v.t("case-waits-for-resident")}</span> }.into_any()
    } else {
        crate::ui::tags::status(v, need, catalogue)
    };
    let kept = (own_page && !state.has_failed()).then(|| kept_words(v, state)).flatten();
    let twins = (!opened.twins.is_empty()).then(|| {
        view! {
            <div class="notice">
                <p class="notice-title">{v.t("case-similar")}</p>
                {crate::ui::needs::list(v, &opened.twins, catalogue)}
            </div>
        }
    });
    view! {
        <article class="case" aria-labelledby="case-h">
            {heading}
            <p class="need-meta">{status} {marks(v, need, catalogue, now)}</p>
            <p class="meta">{facts}</p>
            <p class="case-words words">{record::marked(&need.body)}</p>
            {masked}
            {twins}
            {kept}
            {acts::acts(v, catalogue, &opened.staff, need, state)}
            <p class="meta">{v.t("case-record-writes-itself")}</p>
            {record::record(v, catalogue, &opened.entries)}
        </article>
    }
    .into_any()
}

/// Does what was asked and goes on to the next case.
pub(crate) async fn post(v: Visit, Path(id): Path<String>, posted: Posted) -> Shown {
    let staff = match staff(&v) {
        Ok(staff) => staff.clone(),
        Err(_) => return Err(Trouble(Problem::NotFound)),
    };
    let id: NeedId = id.parse().map_err(|_| Trouble(Problem::NotFound))?;
    let understood = moves::understand(&v, &posted).and_then(|step| Ok((step, maybe_once(&posted)?)));
    let (step, once) = match understood {
        Ok(understood) => understood,
        Err(issues) => return page(&v, &staff, id, &FormState::failed(posted, issues), None).await,
    };
    let seen: Option<Progress> = posted.get("seen").parse().ok();
    let catalogue = Catalogue::of(&v.app.store).await?;
    let intent = Intent::by(Actor::Staff(staff.clone())).once(once.map(|once| once.of(&id.to_string())));
    let taken = v.app.store.write(intent, move |act| {
        let (catalogue, step) = (catalogue.clone(), step.clone());
        Box::pin(async move {
            if let Some(seen) = seen {
                cases::still(act, id, seen).await?;
            }
            cases::take(act, &catalogue, id, step).await
        })
    });
    match taken.await {
        Ok(_) => Ok(done(&v, &posted)),
        Err(domain::Error::Invalid(issues)) => page(&v, &staff, id, &FormState::failed(posted, issues), None).await,
        Err(domain::Error::Conflict) => {
            let state = FormState::failed(posted, words::Issues::default());
            page(&v, &staff, id, &state, Some(StatusCode::CONFLICT)).await
        }
        Err(error) => Err(error.into()),
    }
}

fn done(v: &Visit, posted: &Posted) -> Response {
    let act = posted.get("act");
    Redirect::to(&format!("{}?done={act}", paths::work(v.lang))).into_response()
}

/// After a conflict the form may be gone; what was typed into it is not.
fn kept_words(v: &Visit, state: &FormState) -> Option<AnyView> {
    let typed =
        ["text", "reason", "title"].map(|field| state.value(field)).into_iter().find(|typed| !typed.is_empty())?;
    Some(view! { <p class="meta">{v.t("case-not-saved")}</p><p class="words">{typed}</p> }.into_any())
}
