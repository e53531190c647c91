//! The receipt: the code, how to keep it, what happens next.

use crate::forms::{FormState, TextArea, hidden, key_field};
use crate::paths;
use crate::problem::Shown;
use crate::times;
use crate::ui::icon::icon;
use crate::ui::qr::qr;
use crate::ui::timeline::{Node, timeline};
use crate::visit::{Visit, Width};
use axum::extract::Path;
use chrono::TimeDelta;
use domain::needs::{REVISE_MINUTES, Tracked};
use leptos::prelude::*;
use words::{Calendar, Limits, Progress, Visibility};

/// The receipt of a need.
pub(crate) async fn get(v: Visit, Path(code): Path<String>) -> Shown {
    let tracked = super::track::tracked(&v, &code).await?;
    Ok(show(&v, &tracked, &FormState::default()))
}

/// The page, also after a correction that came back with errors.
pub(crate) fn show(v: &Visit, tracked: &Tracked, state: &FormState) -> axum::response::Response {
    let code = tracked.code;
    let address = format!("{}{}", v.app.base_url, paths::track(v.lang, code));
    let line = timeline(next_steps(v, tracked));
    let page = v.page(v.t("receipt-title")).section(v.t("report-section")).width(Width::Slip).form();
    page.failed(state.has_failed()).show(view! {
        {crate::forms::summary(v, state)}
        <div class="panel">
            <h1 class="panel-title">{v.t("receipt-title")}</h1>
            <p class="panel-label">{v.t("code-label")}</p>
            <strong class="code code-big">{code.to_string()}</strong>
        </div>
        <p><strong>{v.t("receipt-keep-strong")}</strong> {v.t("receipt-keep")}</p>
        {qr(&address, v.t("receipt-qr"))}
        <div class="row">
            <a class="btn btn-primary" href=paths::track(v.lang, code)>{v.t("receipt-progress")}</a>
        </div>
        {corrections(v, tracked, state)}
        <h2>{v.t("receipt-next")}</h2>
        {line}
        <p class="emergency">
            {icon(v, "alert")} {v.t("emergency-before")} " " <a class="tel" href="tel:119">"119"</a> " " {v.t("emergency-or")} " "
            <a class="tel" href="tel:120">"120"</a> {v.t("emergency-after")}
        </p>
    })
}

/// What was received, and what is expected. Before a worker has passed it on, dates are expected ones and say so.
pub(crate) fn next_steps(v: &Visit, tracked: &Tracked) -> Vec<Node> {
    let need = &tracked.need;
    let limits = Limits::of(need.kind, need.risk);
    let answer_by = Calendar::official().due(need.due_at, limits.answer);
    let by = |at| v.tn("by-moment", &[("when", times::moment(v.lang, at).into())]);
    let expected = |at| v.tn("by-day-expected", &[("when", times::date(v.lang, at).into())]);
    let mut nodes = vec![Node::done(v, v.t("step-received"), need.created_at)];
    if need.progress == Progress::Received {
        nodes.push(Node::next(v.t("step-pass-on"), by(need.due_at)));
        nodes.push(Node::next(v.t("step-answer"), expected(answer_by)));
    }
    nodes.push(Node::next(v.t("step-confirm"), v.t("step-confirm-sub")));
    nodes
}

/// "Made a mistake?" for ten minutes.
fn corrections(v: &Visit, tracked: &Tracked, state: &FormState) -> Option<AnyView> {
    let need = &tracked.need;
    let until = need.created_at + TimeDelta::minutes(REVISE_MINUTES);
    let open = need.progress == Progress::Received && need.visibility == Visibility::Held;
    if !open || v.app.store.clock().now() > until {
        return None;
    }
    let typed = state.value("body");
    let value = if typed.is_empty() { need.body.clone() } else { typed };
    let issue = state.issue("body").map(|issue| crate::forms::issue_words(v, "body", issue));
    let failed = issue.is_some();
    let shown = view! {
        <details class="details no-print" open=failed>
            <summary class="details-sum">{v.t("revise-question")}</summary>
            <div class="details-body">
                <form method="post" action=paths::receipt(v.lang, tracked.code) novalidate>
                    {key_field(failed.then_some(&state.posted))}
                    {hidden("act", "revise".to_owned())}
                    <div class=if failed { "field field-error" } else { "field" }>
                        <label class="label" for="body">{v.t("revise-label")}</label>
                        {issue.map(|words| view! { <p class="error" id="body-error"><span class="vh">{v.t("error-prefix")}</span>{words}</p> })}
                        <TextArea name="body" value=value rows=5 described=if failed { "body-error" } else { "" } invalid=failed/>
                    </div>
                    <button class="btn" type="submit">{v.t("revise-save")}</button>
                </form>
            </div>
        </details>
    };
    Some(shown.into_any())
}
