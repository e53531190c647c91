//! Fields: label, hint, error and their names for a screen reader, in one place.

use super::{FormState, issue_words};
use crate::visit::Visit;
use leptos::prelude::*;

/// A hidden field.
pub(crate) fn hidden(name: &'static str, value: String) -> AnyView {
    view! { <input type="hidden" name=name value=value/> }.into_any()
}

/// The error of a field, for a person and for a screen reader.
pub(super) fn error(v: &Visit, state: &FormState, name: &str) -> Option<AnyView> {
    let issue = state.issue(name)?;
    let id = format!("{name}-error");
    let words = issue_words(v, name, issue);
    Some(view! { <p class="error" id=id><span class="vh">{v.t("error-prefix")}</span>{words}</p> }.into_any())
}

/// The ids that describe a field.
pub(super) fn described(state: &FormState, name: &str, hint: bool) -> Option<String> {
    let hint = hint.then(|| format!("{name}-hint"));
    let error = state.issue(name).map(|_| format!("{name}-error"));
    let ids: Vec<String> = hint.into_iter().chain(error).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

/// One line of text with its label.
pub(crate) struct Input<'a> {
    name: &'static str,
    label: String,
    hint: Option<String>,
    class: &'static str,
    kind: &'static str,
    mode: Option<&'static str>,
    complete: Option<&'static str>,
    list: Option<&'static str>,
    state: &'a FormState,
}

/// A field of one line.
pub(crate) fn input<'a>(state: &'a FormState, name: &'static str, label: String) -> Input<'a> {
    Input {
        name,
        label,
        hint: None,
        class: "input",
        kind: "text",
        mode: None,
        complete: Some("off"),
        list: None,
        state,
    }
}

impl Input<'_> {
    /// With a hint below the label.
    pub(crate) fn hint(mut self, hint: String) -> Self {
        self.hint = Some(hint);
        self
    }

    /// For a telephone number.
    pub(crate) fn phone(mut self) -> Self {
        (self.class, self.kind, self.mode, self.complete) =
            ("input input-phone", "tel", Some("numeric"), Some("tel-national"));
        self
    }

    /// For a tracking code.
    pub(crate) fn code(mut self) -> Self {
        (self.class, self.mode) = ("input input-code", Some("numeric"));
        self
    }

    /// For a password.
    pub(crate) fn password(mut self) -> Self {
        (self.kind, self.complete) = ("password", Some("current-password"));
        self
    }

    /// What the browser may fill in.
    pub(crate) fn complete(mut self, complete: &'static str) -> Self {
        self.complete = Some(complete);
        self
    }

    /// With suggestions from a list.
    pub(crate) fn list(mut self, list: &'static str) -> Self {
        self.list = Some(list);
        self
    }

    /// The field.
    pub(crate) fn show(self, v: &Visit) -> AnyView {
        let Self { name, label, hint, class, kind, mode, complete, list, state } = self;
        let invalid = state.issue(name).is_some();
        let hint_id = format!("{name}-hint");
        // A password is never sent back to the browser.
        let value = if kind == "password" { String::new() } else { state.value(name) };
        view! {
            <div class=if invalid { "field field-error" } else { "field" }>
                <label class="label" for=name>{label}</label>
                {hint.is_some().then(|| view! { <p class="hint" id=hint_id>{hint.clone()}</p> })}
                {error(v, state, name)}
                <input
                    class=class type=kind id=name name=name value=value inputmode=mode autocomplete=complete list=list
                    aria-describedby=described(state, name, hint.is_some())
                    aria-invalid=invalid.then_some("true")
                />
            </div>
        }
        .into_any()
    }
}

/// One of several ways to answer.
pub(crate) struct Choice {
    /// The value that is posted.
    pub(crate) value: String,
    /// The words.
    pub(crate) words: String,
    /// A line below the words.
    pub(crate) sub: Option<String>,
    /// A large character before the words: 急 难 盼.
    pub(crate) mark: Option<&'static str>,
}

impl Choice {
    /// A way to answer.
    pub(crate) fn new(value: impl Into<String>, words: String) -> Self {
        Self { value: value.into(), words, sub: None, mark: None }
    }
}

/// Rows of radio buttons. Nothing is preset but what was chosen before.
pub(crate) fn choices(state: &FormState, name: &'static str, of: Vec<Choice>) -> AnyView {
    let chosen = state.value(name);
    let rows = of.into_iter().enumerate().map(|(i, choice)| {
        let id = if i == 0 { name.to_owned() } else { format!("{name}-{i}") };
        let checked = choice.value == chosen;
        view! {
            <label class="choice">
                <input class="choice-in" type="radio" id=id name=name value=choice.value checked=checked/>
                {choice.mark.map(|mark| view! { <span class="choice-mark" aria-hidden="true" lang="zh-CN">{mark}</span> })}
                <span class="choice-text">
                    {choice.words}
                    {choice.sub.map(|sub| view! { <span class="choice-sub">{sub}</span> })}
                </span>
            </label>
        }
    });
    view! { <div class="choices">{rows.collect::<Vec<_>>()}</div> }.into_any()
}
