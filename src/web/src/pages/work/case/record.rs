//! What the resident wrote, with personal numbers marked, and the record that writes itself.

use crate::times;
use crate::visit::Visit;
use domain::needs::{self, Entry, EntryWhat};
use domain::places::Catalogue;
use leptos::prelude::*;
use words::Step;

/// The text with everything marked that is hidden when it is published.
pub(super) fn marked(body: &str) -> Vec<AnyView> {
    let mut shown = Vec::new();
    let mut from = 0;
    for (range, _) in needs::personal(body) {
        shown.push(body[from..range.start].to_owned().into_any());
        shown.push(view! { <mark class="mask">{body[range.clone()].to_owned()}</mark> }.into_any());
        from = range.end;
    }
    shown.push(body[from..].to_owned().into_any());
    shown
}

/// Everything that happened, oldest first.
pub(super) fn record(v: &Visit, catalogue: &Catalogue, entries: &[Entry]) -> AnyView {
    let items = entries.iter().filter_map(|entry| {
        let unit = entry.unit.and_then(|id| catalogue.unit(id)).map(|unit| v.name(&unit.name_zh, &unit.name_en));
        let what = v.tn(key(entry.what)?, &[("unit", unit.unwrap_or_default().into())]);
        let text = entry.text.clone().map(|text| view! { <p class="words">{text}</p> });
        Some(view! {
            <li class="log-item">
                <time datetime=times::machine(entry.at)>{times::moment(v.lang, entry.at)}</time>
                <div>{what}{text}</div>
            </li>
        })
    });
    view! { <h2>{v.t("case-record")}</h2><ol class="log">{items.collect::<Vec<_>>()}</ol> }.into_any()
}

fn key(what: EntryWhat) -> Option<&'static str> {
    Some(match what {
        EntryWhat::Received => "log-received",
        EntryWhat::Revised => "log-revised",
        EntryWhat::Published => return None,
        EntryWhat::HandlingRated => "log-handling-rated",
        EntryWhat::Step(step) => match step {
            Step::Accept => "log-accepted",
            Step::Ask => "log-asked",
            Step::Refuse => "log-refused",
            Step::Begin => "log-begun",
            Step::Answer => "log-answered",
            Step::Return => "log-returned",
            Step::ConfirmSolved => "log-confirmed-yes",
            Step::ConfirmPartly => "log-confirmed-partly",
            Step::ConfirmNo => "log-confirmed-no",
            Step::Add => "log-added",
            Step::Withdraw => "log-withdrawn",
        },
    })
}
