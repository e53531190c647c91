//! What stands in each of the four steps.

use crate::forms::{Choice, FormState, TextArea, choices, input, issue_words};
use crate::ui::icon::icon;
use crate::ui::tags::category_name;
use crate::visit::{Size, Visit};
use domain::places::Catalogue;
use islands::{CharactersLeft, SimilarNeeds};
use leptos::prelude::*;
use words::{Body, Category, NeedKind};

fn error(v: &Visit, state: &FormState, name: &'static str) -> Option<AnyView> {
    let words = issue_words(v, name, state.issue(name)?);
    let id = format!("{name}-error");
    Some(view! { <p class="error" id=id><span class="vh">{v.t("error-prefix")}</span>{words}</p> }.into_any())
}

/// The id of an error, for the fieldset it belongs to.
fn described(state: &FormState, name: &str) -> Option<String> {
    state.issue(name).map(|_| format!("{name}-error"))
}

fn field_class(state: &FormState, name: &str) -> &'static str {
    if state.issue(name).is_some() { "field field-error" } else { "field" }
}

/// Step 1: what happened, of which kind, likely twins, and a number to call in danger.
pub(super) fn what(v: &Visit, state: &FormState) -> AnyView {
    let invalid = state.issue("body").is_some();
    let hints = if invalid { "body-hint body-error" } else { "body-hint" };
    let kinds = [
        (NeedKind::Urgent, "急", "door-urgent", "door-urgent-sub"),
        (NeedKind::Difficult, "难", "door-difficult", "door-difficult-sub"),
        (NeedKind::LongedFor, "盼", "door-longed", "door-longed-sub"),
    ];
    let kinds = kinds.map(|(kind, mark, words, sub)| Choice {
        value: kind.slug().to_owned(),
        words: v.t(words),
        sub: Some(v.t(sub)),
        mark: Some(mark),
    });
    let for_other = !state.value("helping").is_empty() || matches!(state.value("for").as_str(), "family" | "neighbour");
    let for_whom = for_other.then(|| {
        let ways = vec![
            Choice::new("self", v.t("for-self")),
            Choice::new("family", v.t("for-family")),
            Choice::new("neighbour", v.t("for-neighbour")),
        ];
        view! {
            <fieldset class="field">
                <legend class="label">{v.t("for-question")}</legend>
                <p class="hint">{v.t("for-hint")}</p>
                {choices(state, "for", ways)}
            </fieldset>
        }
    });
    view! {
        <div class=field_class(state, "body")>
            <h1 id="h1-1" tabindex="-1"><label for="body">{v.t("body-heading")}</label></h1>
            <p class="hint" id="body-hint">{v.t("body-hint")}</p>
            {(v.size != Size::M).then(|| view! { <p class="hint">{v.t("body-elder")}</p> })}
            {error(v, state, "body")}
            <TextArea name="body" value=state.value("body") rows=6 described=hints invalid=invalid/>
            <CharactersLeft field="body".to_owned() most=Body::MOST from=200 left=v.t("characters-left") over=v.t("characters-over")/>
        </div>
        <p class="emergency">
            {icon(v, "alert")} {v.t("danger-before")} " " <a class="tel" href="tel:119">"119"</a> " " {v.t("emergency-or")} " "
            <a class="tel" href="tel:120">"120"</a> {v.t("danger-after")}
        </p>
        <fieldset class=field_class(state, "kind") aria-describedby=described(state, "kind")>
            <legend class="label">{v.t("kind-question")}</legend>
            {error(v, state, "kind")}
            {choices(state, "kind", kinds.into())}
        </fieldset>
        {for_whom}
        <SimilarNeeds
            field="body".to_owned() heading=v.t("similar-heading") none=v.t("similar-go-on")
            found=v.t("similar-found") joins=v.t("join-button")
        />
        {error(v, state, "photos")}
        <p><button class="btn btn-quiet" type="submit" name="act" value="similar">{v.t("similar-look")}</button></p>
    }
    .into_any()
}

fn heading(id: &'static str, words: String, all: bool) -> AnyView {
    if all {
        view! { <h2 id=id tabindex="-1">{words}</h2> }.into_any()
    } else {
        view! { <h1 id=id tabindex="-1">{words}</h1> }.into_any()
    }
}

/// Step 2: what it is about. No answer means "please choose for me", so nothing is preset.
pub(super) fn category(v: &Visit, state: &FormState, all: bool) -> AnyView {
    let mut ways: Vec<Choice> =
        Category::ALL.iter().map(|category| Choice::new(category.slug(), category_name(v, *category))).collect();
    ways.push(Choice { value: String::new(), words: v.t("category-unsure"), sub: None, mark: None });
    let chosen =
        if state.value("category").is_empty() { FormState::preset(&[("category", "\u{0}")]) } else { state.clone() };
    view! {
        <fieldset class=field_class(state, "category") aria-describedby=described(state, "category")>
            <legend>{heading("h1-2", v.t("category-heading"), all)}</legend>
            {error(v, state, "category")}
            {choices(&chosen, "category", ways)}
        </fieldset>
    }
    .into_any()
}

/// Step 3: where. Words, or the list of communities; both post `place`.
pub(super) fn place(v: &Visit, catalogue: &Catalogue, state: &FormState, all: bool) -> AnyView {
    let typed = state.value("place");
    let known = typed.parse().ok().and_then(|id| catalogue.region(id));
    // A place from a poster or the list is shown by its name, which is recognised again.
    let value = known.map_or(typed, |region| v.name(&region.name_zh, &region.name_en).to_owned());
    let preset = FormState { posted: crate::forms::Posted::preset(&[("place", &value)]), issues: state.issues.clone() };
    let found = known.map(|region| {
        let words = v.tn("place-preset", &[("place", v.name(&region.name_zh, &region.name_en).into())]);
        view! { <p class="notice">{words}</p> }
    });
    let names: Vec<_> = catalogue
        .communities()
        .map(|region| view! { <option value=v.name(&region.name_zh, &region.name_en).to_owned()></option> })
        .collect();
    let listed: Vec<_> = catalogue
        .communities()
        .map(|region| {
            view! {
                <label class="choice">
                    <input class="choice-in" type="radio" name="place" value=region.id.to_string()/>
                    <span class="choice-text">{v.name(&region.name_zh, &region.name_en).to_owned()}</span>
                </label>
            }
        })
        .collect();
    view! {
        {heading("h1-3", v.t("place-heading"), all)}
        {found}
        {input(&preset, "place", v.t("place-label")).list("communities").complete("address-level3").show(v)}
        <datalist id="communities">{names}</datalist>
        <details class="details">
            <summary class="details-sum">{v.t("place-list")}</summary>
            <div class="details-body">
                <fieldset><legend class="vh">{v.t("place-list")}</legend><div class="choices">{listed}</div></fieldset>
            </div>
        </details>
        {input(state, "spot", v.t("spot-label")).hint(v.t("spot-hint")).show(v)}
    }
    .into_any()
}

/// Step 4: how to tell, and who may see it.
pub(super) fn check(v: &Visit, state: &FormState, all: bool) -> AnyView {
    let chosen = state.value("contact");
    let way = |value: &'static str, id: &'static str, words: String| {
        let checked = chosen == value;
        view! {
            <label class="choice" for=id>
                <input class="choice-in" type="radio" id=id name="contact" value=value checked=checked/>
                <span class="choice-text">{words}</span>
            </label>
        }
    };
    let private = state.posted.ticked("private");
    view! {
        {heading("h1-4", v.t("check-heading"), all)}
        <fieldset class=field_class(state, "contact") aria-describedby=described(state, "contact")>
            <legend class="label">{v.t("contact-question")}</legend>
            {error(v, state, "contact")}
            <div class="choices">
                {way("none", "contact", v.t("contact-none"))}
                {way("sms", "contact-sms", v.t("contact-sms"))}
                {way("call", "contact-call", v.t("contact-call"))}
                <div class="reveal reveal-open">
                    {input(state, "phone", v.t("phone-label")).hint(v.t("phone-hint")).phone().show(v)}
                </div>
            </div>
        </fieldset>
        <div class="choices">
            <label class="choice" for="private">
                <input class="choice-in" type="checkbox" id="private" name="private" value="1" checked=private/>
                <span class="choice-text">{v.t("private-label")}</span>
            </label>
        </div>
        <p class="hint">{v.t("privacy-line")}</p>
    }
    .into_any()
}
