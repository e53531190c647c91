//! What can be done with a case: only what the rule table allows this person now.

use super::moves::refusal_words;
use crate::forms::{FormState, TextArea, hidden, issue_words, key_field};
use crate::paths;
use crate::ui::tags::kind_name;
use crate::visit::Visit;
use domain::cases::party_of;
use domain::needs::Need;
use domain::places::Catalogue;
use domain::units::Unit;
use domain::{Actor, Staff};
use leptos::prelude::*;
use words::{NeedKind, Party, Refusal, Step, Title};

/// The forms, each a step.
pub(super) fn acts(v: &Visit, catalogue: &Catalogue, staff: &Staff, need: &Need, state: &FormState) -> Vec<AnyView> {
    let actor = Actor::Staff(staff.clone());
    let Ok(party) = party_of(&actor, catalogue, need.region, need.unit) else {
        return Vec::new();
    };
    let may = |step: Step| step.party_allowed(party) && need.progress.after(step).is_some();
    let mut forms = Vec::new();
    if may(Step::Accept) {
        forms.push(accept(v, catalogue, need, state));
    }
    if may(Step::Answer) {
        forms.push(written(v, need, state, &WRITTEN[0]));
    }
    if may(Step::Begin) && need.progress != words::Progress::Reopened {
        forms.push(begin(v, need));
    }
    if may(Step::Ask) {
        forms.push(written(v, need, state, &WRITTEN[1]));
    }
    if may(Step::Refuse) && party == Party::Worker {
        forms.push(written(v, need, state, &WRITTEN[2]));
    }
    if may(Step::Return) {
        forms.push(written(v, need, state, &WRITTEN[3]));
    }
    forms
}

/// What was typed, if it was typed into the form of this act.
fn typed(state: &FormState, act: &str, field: &str) -> String {
    if state.posted.get("act") == act { state.value(field) } else { String::new() }
}

fn error(v: &Visit, state: &FormState, act: &str, field: &'static str) -> Option<AnyView> {
    let issue = state.issue(field).filter(|_| state.posted.get("act") == act)?;
    let id = format!("{act}-{field}-error");
    let words = issue_words(v, field, issue);
    Some(view! { <p class="error" id=id><span class="vh">{v.t("error-prefix")}</span>{words}</p> }.into_any())
}

/// Units in the order in which they are likely: those of the place first.
fn likely<'a>(catalogue: &'a Catalogue, need: &Need) -> Vec<&'a Unit> {
    let mut units: Vec<&Unit> = catalogue.units.iter().collect();
    let near = |unit: &&Unit| match (unit.region, need.region) {
        (Some(there), Some(here)) => !catalogue.lies_in(here, there),
        (None, _) => false,
        (Some(_), None) => true,
    };
    units.sort_by_key(|unit| (need.unit != Some(unit.id), near(unit)));
    units
}

fn accept(v: &Visit, catalogue: &Catalogue, need: &Need, state: &FormState) -> AnyView {
    let chosen = typed(state, "accept", "unit");
    let units = likely(catalogue, need).into_iter().enumerate().map(|(i, unit)| {
        let id = if i == 0 { "unit".to_owned() } else { format!("unit-{i}") };
        let value = unit.id.to_string();
        let checked = value == chosen;
        view! {
            <label class="choice choice-slim">
                <input class="choice-in" type="radio" id=id name="unit" value=value checked=checked/>
                <span class="choice-text">{v.name(&unit.name_zh, &unit.name_en).to_owned()}</span>
            </label>
        }
    });
    let wrong = error(v, state, "accept", "unit");
    let described = wrong.is_some().then_some("accept-unit-error");
    let class = if wrong.is_some() { "field field-error" } else { "field" };
    let chosen_kind = typed(state, "accept", "kind").parse().ok().or(need.kind);
    let kinds = NeedKind::ALL.iter().map(|kind| {
        let selected = chosen_kind == Some(*kind);
        view! { <option value=kind.slug() selected=selected>{kind_name(v, Some(*kind))}</option> }
    });
    let unchosen = chosen_kind.is_none();
    let none = need.kind.is_none().then(|| view! { <option value="" selected=unchosen>{kind_name(v, None)}</option> });
    let mine = state.posted.get("act") == "accept";
    let title = typed(state, "accept", "title");
    let title_wrong = error(v, state, "accept", "title");
    let title_open = !title.is_empty();
    let passes_again = need.unit.is_some();
    view! {
        <form method="post" action=paths::case(v.lang, need.id) novalidate>
            {key_field(mine.then_some(&state.posted))} {hidden("act", "accept".to_owned())}
            {hidden("seen", need.progress.slug().to_owned())}
            <fieldset class=class aria-describedby=described>
                <legend class="label">{v.t("case-to-whom")}</legend>
                {wrong}
                <div class="choices choices-row">{units.collect::<Vec<_>>()}</div>
            </fieldset>
            <div class="row">
                <label for="kind">{v.t("case-kind")}</label>
                <select class="input input-slim" id="kind" name="kind">{none}{kinds.collect::<Vec<_>>()}</select>
            </div>
            <details class="details" open=title_open>
                <summary class="details-sum">{v.t("case-title-edit")}</summary>
                <div class="details-body field">
                    <label class="label" for="title">{v.tn("case-title-label", &[("n", Title::MOST.into())])}</label>
                    {title_wrong}
                    <input class="input" id="title" name="title" value=title autocomplete="off"/>
                </div>
            </details>
            <div class="acts">
                <button class="btn btn-primary" type="submit">
                    {v.t(if passes_again { "case-pass-on-anew" } else { "case-accept" })}
                </button>
            </div>
        </form>
    }
    .into_any()
}

fn begin(v: &Visit, need: &Need) -> AnyView {
    view! {
        <form method="post" action=paths::case(v.lang, need.id)>
            {key_field(None)} {hidden("act", "begin".to_owned())}
            <div class="acts"><button class="btn" type="submit">{v.t("case-begin")}</button></div>
        </form>
    }
    .into_any()
}

/// A step that owes somebody words.
struct Written {
    act: &'static str,
    field: &'static str,
    heading: &'static str,
    label: &'static str,
    first: bool,
}

const WRITTEN: [Written; 4] = [
    Written { act: "answer", field: "text", heading: "case-answer", label: "case-answer-label", first: true },
    Written { act: "ask", field: "text", heading: "case-ask", label: "case-ask-label", first: false },
    Written { act: "refuse", field: "reason", heading: "case-refuse", label: "case-refuse-label", first: false },
    Written { act: "return", field: "reason", heading: "case-return", label: "case-return-label", first: false },
];

fn written(v: &Visit, need: &Need, state: &FormState, of: &Written) -> AnyView {
    let &Written { act, field, heading, label, first } = of;
    let wrong = error(v, state, act, field);
    let invalid = wrong.is_some();
    // The summary links to the field by its name; only one form comes back at a time.
    let mine = state.posted.get("act") == act;
    let id = if mine { field.to_owned() } else { format!("{act}-{field}") };
    let described = if invalid { format!("{act}-{field}-error") } else { String::new() };
    let value = typed(state, act, field);
    let phrases = (act == "refuse").then(|| {
        let chosen = typed(state, act, "phrase");
        let options = Refusal::ALL.iter().map(|ground| {
            let selected = ground.slug() == chosen;
            view! { <option value=ground.slug() selected=selected>{refusal_words(v, *ground)}</option> }
        });
        view! {
            <div class="field">
                <label class="label" for="phrase">{v.t("case-phrase")}</label>
                <select class="input" id="phrase" name="phrase">
                    <option value="">{v.t("case-phrase-none")}</option>
                    {options.collect::<Vec<_>>()}
                </select>
            </div>
        }
    });
    let button = if first { "btn btn-primary" } else { "btn" };
    view! {
        <details class="details" open=first || mine>
            <summary class="details-sum">{v.t(heading)}</summary>
            <div class="details-body">
                <form method="post" action=paths::case(v.lang, need.id) novalidate>
                    {key_field(mine.then_some(&state.posted))} {hidden("act", act.to_owned())}
                    {phrases}
                    <div class=if invalid { "field field-error" } else { "field" }>
                        <label class="label" for=id.clone()>{v.t(label)}</label>
                        {wrong}
                        <TextArea name=field value=value rows=4 described=described invalid=invalid id=id/>
                    </div>
                    <button class=button type="submit">{v.t(heading)}</button>
                </form>
            </div>
        </details>
    }
    .into_any()
}
