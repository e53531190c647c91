//! What the table says, in one paragraph of words made by rules.

use super::figures::count;
use super::names::service_name;
use crate::texts::Lang;
use crate::visit::Visit;
use domain::insight::Line;
use leptos::prelude::*;
use measure::{Status, Verdict};

/// How many names a sentence may carry.
const NAMES: usize = 5;

/// The paragraph; nothing where nobody has answered.
pub(super) fn paragraph(v: &Visit, lines: &[&Line]) -> Option<AnyView> {
    if lines.iter().all(|line| line.counts.n() == 0) {
        return None;
    }
    let said = |verdict| lines.iter().filter(|line| line.row.verdict == Some(verdict)).copied().collect::<Vec<_>>();
    let stands = |status| lines.iter().filter(|line| line.row.status == status).count() as u64;
    let raw =
        lines.iter().filter(|line| line.row.status == Status::Ranked && line.row.verdict.is_none()).count() as u64;
    let named = |key: &str, lines: &[&Line]| {
        (!lines.is_empty()).then(|| v.tn(key, &[("n", count(lines.len() as u64)), ("names", names(v, lines).into())]))
    };
    let counted = |key: &str, n: u64| (n > 0).then(|| v.tn(key, &[("n", count(n))]));
    let sentences = [
        named("insight-finding-commend", &said(Verdict::Commend)),
        named("insight-finding-attention", &said(Verdict::Attention)),
        counted("insight-finding-same", said(Verdict::NoDifference).len() as u64),
        counted("insight-finding-raw", raw),
        counted("insight-finding-few", stands(Status::TooFew)),
        counted("insight-finding-review", stands(Status::UnderReview)),
    ];
    let space = v.lang.pick("", " ");
    let text = sentences.into_iter().flatten().collect::<Vec<_>>().join(space);
    Some(view! { <p class="lead"><strong>{v.t("insight-findings")}</strong>{space}{text}</p> }.into_any())
}

fn names(v: &Visit, lines: &[&Line]) -> String {
    let between = match v.lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    };
    let mut names: Vec<String> = lines.iter().take(NAMES).map(|line| service_name(v, &line.service)).collect();
    if lines.len() > NAMES {
        names.push("…".to_owned());
    }
    names.join(between)
}
