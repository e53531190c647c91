//! The page of a code: status, due date, reply, "is it solved?", timeline, addition, withdrawal.

use crate::forms::{FormState, TextArea, hidden, issue_words, key_field, summary};
use crate::problem::Shown;
use crate::ui::icon::drawn;
use crate::ui::tags;
use crate::ui::timeline::{Node, timeline};
use crate::visit::Visit;
use crate::{paths, times};
use domain::needs::{Entry, EntryWhat, Tracked};
use domain::places::Catalogue;
use leptos::prelude::*;
use words::{Level, Progress, Step, Visibility};

/// The page, also after a form on it came back with errors.
pub(super) async fn show(v: &Visit, tracked: &Tracked, state: &FormState) -> Shown {
    let catalogue = Catalogue::of(&v.app.store).await?;
    let need = &tracked.need;
    let now = v.app.store.clock().now();
    let gone = need.visibility == Visibility::Withdrawn;
    let resident = v.staff.is_none();
    let asks = !gone && resident;
    let waits = matches!(need.progress, Progress::Answered | Progress::PartlySolved | Progress::Solved);
    let page = v.page(need.title.clone()).section(v.t("track-title")).form().failed(state.has_failed());
    let overdue = need.is_overdue(now).then(|| {
        let days = u32::try_from((now - need.due_at).num_days()).unwrap_or(0).max(1);
        view! { <p class="notice notice-warn">{v.tn("track-overdue", &[("n", days.into())])}</p> }
    });
    let due = (need.progress.is_open() && !need.is_overdue(now)).then(|| {
        let when = times::moment(v.lang, need.due_at);
        view! { <p>{v.tn(due_key(need.progress), &[("when", when.into())])}</p> }
    });
    Ok(page.show(view! {
        {summary(v, state)}
        <h1>{need.title.clone()}</h1>
        <p class="need-meta">
            {tags::kind(v, need.kind)} {tags::status(v, need, &catalogue)}
            <span>{tags::place_words(v, need, &catalogue)}</span>
        </p>
        <p class="meta">{v.t("code-label")} " " <span class="code">{tracked.code.to_string()}</span></p>
        {gone.then(|| view! { <p class="notice">{v.t("track-withdrawn")}</p> })}
        {overdue}
        {due}
        {replies(v, tracked, &catalogue)}
        {(asks && waits).then(|| solved(v, tracked))}
        {(asks && need.answered_at.is_some()).then(|| handling(v, tracked))}
        <h2>{v.t("track-said")}</h2>
        <p class="words">{need.body.clone()}</p>
        <h2>{v.t("track-timeline")}</h2>
        {timeline(nodes(v, tracked, &catalogue))}
        {asks.then(|| adds(v, tracked, state))}
    }))
}

fn due_key(progress: Progress) -> &'static str {
    if progress == Progress::Received { "track-due-pass-on" } else { "track-due-answer" }
}

/// Answers, questions and refusals, newest last, word for word.
fn replies(v: &Visit, tracked: &Tracked, catalogue: &Catalogue) -> Vec<AnyView> {
    let told = |entry: &&Entry| {
        matches!(entry.what, EntryWhat::Step(Step::Answer | Step::Ask | Step::Refuse)) && entry.text.is_some()
    };
    let shown = tracked.entries.iter().filter(told).map(|entry| {
        let unit = entry.unit.and_then(|id| catalogue.unit(id)).map(|unit| v.name(&unit.name_zh, &unit.name_en));
        let who = unit.map_or_else(|| v.t("community-staff"), str::to_owned);
        let from = match entry.what {
            EntryWhat::Step(Step::Answer) => v.tn("answer-from", &[("who", who.into())]),
            EntryWhat::Step(Step::Ask) => v.tn("question-from", &[("who", who.into())]),
            _ => v.tn("refusal-from", &[("who", who.into())]),
        };
        view! {
            <div class="answer">
                <p class="answer-from">{from} " " <span class="meta">{times::moment(v.lang, entry.at)}</span></p>
                <p class="words">{entry.text.clone()}</p>
            </div>
        }
        .into_any()
    });
    shown.collect()
}

/// 解决了吗？ Three answers of the same size.
fn solved(v: &Visit, tracked: &Tracked) -> AnyView {
    let progress = tracked.need.progress;
    let said = match progress {
        Progress::Solved => Some("yes"),
        Progress::PartlySolved => Some("partly"),
        _ => None,
    };
    let ways = [("yes", "solved-yes"), ("partly", "solved-partly"), ("no", "solved-no")];
    let ways = ways.into_iter().filter(|(value, _)| said.is_none_or(|said| said != *value && *value != "partly"));
    let buttons = ways.map(|(value, key)| {
        view! { <button class="rate" type="submit" name="solved" value=value>{v.t(key)}</button> }
    });
    view! {
        <section aria-labelledby="solved-h">
            <h2 id="solved-h">{v.t("solved-question")}</h2>
            {said.map(|_| view! { <p>{v.t(if progress == Progress::Solved { "solved-said-yes" } else { "solved-said-partly" })}</p> })}
            <form class="rates" method="post" action=paths::track(v.lang, tracked.code)>
                {key_field(None)} {hidden("act", "confirm".to_owned())}
                {buttons.collect::<Vec<_>>()}
            </form>
        </section>
    }
    .into_any()
}

/// 对办理过程满意吗？ Never preset; it may be changed.
fn handling(v: &Visit, tracked: &Tracked) -> AnyView {
    let given = tracked.need.handling;
    let buttons = Level::ALL.into_iter().map(|level| {
        let said = given == Some(level);
        view! {
            <button class="rate" type="submit" name="level" value=level.to_string() aria-current=said.then_some("true")>
                {drawn(v, &format!("face-{level}"), "face")}
                <span>{tags::level_name(v, level)}</span>
                {said.then(|| view! { <span class="rate-said">{v.t("rate-said")}</span> })}
            </button>
        }
    });
    let thanks = given.map(|level| {
        let words = v.tn("handling-recorded", &[("level", tags::level_name(v, level).into())]);
        view! { <p class="notice" role="status">{words}</p> }
    });
    view! {
        <section aria-labelledby="handling-h">
            <h2 id="handling-h">{v.t("handling-question")}</h2>
            {thanks}
            <form class="rates" method="post" action=paths::track(v.lang, tracked.code)>
                {key_field(None)} {hidden("act", "rate".to_owned())}
                {buttons.collect::<Vec<_>>()}
            </form>
        </section>
    }
    .into_any()
}

/// Everything that happened, and what comes next.
fn nodes(v: &Visit, tracked: &Tracked, catalogue: &Catalogue) -> Vec<Node> {
    let mut nodes: Vec<Node> = tracked.entries.iter().filter_map(|entry| happened(v, entry, catalogue)).collect();
    if let Some(last) = nodes.last_mut() {
        last.now = true;
    }
    if tracked.need.progress == Progress::Received && tracked.need.visibility != Visibility::Withdrawn {
        nodes.extend(crate::pages::receipt::next_steps(v, tracked).into_iter().skip(1));
    }
    nodes
}

fn happened(v: &Visit, entry: &Entry, catalogue: &Catalogue) -> Option<Node> {
    let unit = entry.unit.and_then(|id| catalogue.unit(id)).map(|unit| v.name(&unit.name_zh, &unit.name_en).to_owned());
    let (what, text) = match entry.what {
        EntryWhat::Received => (v.t("step-received"), None),
        EntryWhat::Revised => (v.t("entry-revised"), None),
        EntryWhat::Published => return None,
        EntryWhat::HandlingRated => (v.t("entry-handling-rated"), None),
        EntryWhat::Step(step) => match step {
            Step::Accept => (v.tn("entry-passed-on", &[("unit", unit.unwrap_or_default().into())]), None),
            Step::Ask => (v.t("entry-asked"), None),
            Step::Refuse => (v.t("entry-refused"), None),
            Step::Begin => (v.t("entry-begun"), None),
            Step::Answer => (v.t("entry-answered"), None),
            Step::Return => (v.t("entry-returned"), None),
            Step::ConfirmSolved => (v.t("entry-confirmed-yes"), None),
            Step::ConfirmPartly => (v.t("entry-confirmed-partly"), None),
            Step::ConfirmNo => (v.t("entry-confirmed-no"), entry.text.clone()),
            Step::Add => (v.t("entry-added"), entry.text.clone()),
            Step::Withdraw => (v.t("entry-withdrawn"), None),
        },
    };
    Some(Node::done(v, what, entry.at).with(text))
}

/// Add a detail; take it back.
fn adds(v: &Visit, tracked: &Tracked, state: &FormState) -> AnyView {
    let can_add = tracked.need.progress.after(Step::Add).is_some();
    let issue = state.issue("text").map(|issue| issue_words(v, "text", issue));
    let failed = issue.is_some();
    let here = paths::track(v.lang, tracked.code);
    let there = here.clone();
    let add = can_add.then(|| {
        view! {
            <details class="details" open=failed>
                <summary class="details-sum">{v.t("add-question")}</summary>
                <div class="details-body">
                    <form method="post" action=here novalidate>
                        {key_field(failed.then_some(&state.posted))} {hidden("act", "add".to_owned())}
                        <div class=if failed { "field field-error" } else { "field" }>
                            <label class="label" for="text">{v.t("add-label")}</label>
                            {issue.map(|words| view! { <p class="error" id="text-error"><span class="vh">{v.t("error-prefix")}</span>{words}</p> })}
                            <TextArea name="text" value=state.value("text") rows=4 described=if failed { "text-error" } else { "" } invalid=failed/>
                        </div>
                        <button class="btn" type="submit">{v.t("add-send")}</button>
                    </form>
                </div>
            </details>
        }
    });
    view! {
        {add}
        <details class="details">
            <summary class="details-sum">{v.t("withdraw-question")}</summary>
            <div class="details-body">
                <p>{v.t("withdraw-explained")}</p>
                <form method="post" action=there>
                    {key_field(None)} {hidden("act", "withdraw".to_owned())}
                    <button class="btn btn-danger" type="submit">{v.t("withdraw-do")}</button>
                </form>
            </div>
        </details>
    }
    .into_any()
}
