//! What a member of staff asked for, understood.

use crate::forms::Posted;
use crate::texts::Lang;
use crate::visit::Visit;
use domain::cases::Move;
use words::{Issue, Issues, NeedKind, Refusal, Reply, Title, UnitId};

/// The usual words of a ground of refusal, which the resident reads when the worker adds none.
pub(super) fn refusal_words(v: &Visit, ground: Refusal) -> String {
    v.t(match ground {
        Refusal::OutsideDistrict => "refusal-outside-district",
        Refusal::AlreadyHandled => "refusal-already-handled",
        Refusal::NotANeed => "refusal-not-a-need",
        Refusal::Unlawful => "refusal-unlawful",
    })
}

/// Understands a posted act.
///
/// # Errors
/// Every field that needs attention.
pub(super) fn understand(v: &Visit, posted: &Posted) -> Result<Move, Issues> {
    let text = |field: &'static str| Reply::parse(posted.get(field)).map_err(|issue| Issues::one(field, issue));
    match posted.get("act") {
        "accept" => accept(posted),
        "ask" => text("text").map(Move::Ask),
        "answer" => text("text").map(Move::Answer),
        "refuse" => refuse(v, posted),
        "return" => text("reason").map(Move::Return),
        "begin" => Ok(Move::Begin),
        _ => Err(Issues::one("act", Issue::NotAChoice)),
    }
}

fn accept(posted: &Posted) -> Result<Move, Issues> {
    let mut issues = Issues::default();
    let unit = match posted.get("unit") {
        "" => Err(Issue::Missing),
        id => id.parse::<UnitId>().map_err(|_| Issue::NotAChoice),
    };
    let unit = issues.keep("unit", unit);
    let kind = match posted.get("kind") {
        "" => Some(None),
        slug => issues.keep("kind", slug.parse::<NeedKind>().map(Some).map_err(|_| Issue::NotAChoice)),
    };
    let title = match posted.get("title").trim() {
        "" => Some(None),
        typed => issues.keep("title", Title::parse(typed).map(Some)),
    };
    match (unit, kind, title) {
        (Some(unit), Some(kind), Some(title)) => Ok(Move::Accept { unit, kind, title }),
        _ => Err(issues),
    }
}

fn refuse(v: &Visit, posted: &Posted) -> Result<Move, Issues> {
    let typed = posted.get("reason").trim();
    let ground = posted.get("phrase").parse::<Refusal>().ok();
    // The resident's language is not known; the phrases are said in Chinese, in which the service is given.
    let usual = ground.map(|ground| refusal_words(&v.in_lang(Lang::Zh), ground));
    let reason = match (typed, usual) {
        ("", Some(usual)) => usual,
        _ => typed.to_owned(),
    };
    Reply::parse(&reason).map(Move::Refuse).map_err(|issue| Issues::one("reason", issue))
}
