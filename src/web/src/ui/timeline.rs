//! The timeline of a need: what happened, and what comes next with its date.

use crate::times;
use crate::visit::Visit;
use chrono::{DateTime, Utc};
use leptos::prelude::*;

/// One node of the line.
pub(crate) struct Node {
    /// What.
    pub(crate) what: String,
    /// When, in words.
    pub(crate) when: String,
    /// The moment, where it has happened.
    pub(crate) at: Option<DateTime<Utc>>,
    /// Words that belong to it.
    pub(crate) text: Option<String>,
    /// Whether this is where it stands now.
    pub(crate) now: bool,
}

impl Node {
    /// Something that has happened.
    pub(crate) fn done(v: &Visit, what: String, at: DateTime<Utc>) -> Self {
        Self { what, when: times::moment(v.lang, at), at: Some(at), text: None, now: false }
    }

    /// Something that is to come.
    pub(crate) fn next(what: String, when: String) -> Self {
        Self { what, when, at: None, text: None, now: false }
    }

    /// With words.
    pub(crate) fn with(mut self, text: Option<String>) -> Self {
        self.text = text;
        self
    }
}

/// The line.
pub(crate) fn timeline(nodes: Vec<Node>) -> AnyView {
    let items = nodes.into_iter().map(|node| {
        let class = if node.at.is_some() { "tl tl-done" } else { "tl" };
        let when = match node.at {
            Some(at) => view! { <time datetime=times::machine(at)>{node.when}</time> }.into_any(),
            None => node.when.into_any(),
        };
        view! {
            <li class=class aria-current=node.now.then_some("step")>
                <span class="tl-what">{node.what}</span>
                <span class="tl-when">{when}</span>
                {node.text.map(|text| view! { <p class="words">{text}</p> })}
            </li>
        }
    });
    view! { <ol class="timeline">{items.collect::<Vec<_>>()}</ol> }.into_any()
}
