//! Take a step in a case: accept and pass on, ask, refuse, begin, answer, give back.

use super::policy;
use crate::needs::entity::need;
use crate::needs::{EntryWhat, forget_words, is_risk, mask, public_title, publish_words};
use crate::places::Catalogue;
use crate::{Act, Actor, Error, Result};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect,
};
use words::{
    Calendar, EntryId, Issue, Limits, NeedId, NeedKind, Party, Progress, RegionId, Reply, Step, Title, TrackingCode,
    UnitId, Visibility,
};

/// What a member of staff wants to do with a case, with all that it needs.
#[derive(Debug, Clone)]
pub enum Move {
    /// Accept and pass on to a unit; the worker may correct kind and title in the same action.
    Accept {
        /// Who is to act.
        unit: UnitId,
        /// The worker's view of the kind, where it differs or was missing.
        kind: Option<NeedKind>,
        /// A better title.
        title: Option<Title>,
    },
    /// Ask the resident for more.
    Ask(Reply),
    /// Not accept, with a reason that reaches the resident word for word.
    Refuse(Reply),
    /// The unit begins.
    Begin,
    /// The unit answers, word for word.
    Answer(Reply),
    /// The unit gives it back: not ours.
    Return(Reply),
}

impl Move {
    /// The step in the rule table.
    pub fn step(&self) -> Step {
        match self {
            Self::Accept { .. } => Step::Accept,
            Self::Ask(_) => Step::Ask,
            Self::Refuse(_) => Step::Refuse,
            Self::Begin => Step::Begin,
            Self::Answer(_) => Step::Answer,
            Self::Return(_) => Step::Return,
        }
    }

    fn text(&self) -> Option<&Reply> {
        match self {
            Self::Ask(text) | Self::Refuse(text) | Self::Answer(text) | Self::Return(text) => Some(text),
            Self::Accept { .. } | Self::Begin => None,
        }
    }
}

/// Takes a step. State, timeline and record change together.
///
/// # Errors
/// 404 where the case is not this person's to see, 403 where the step is not theirs, 409 where the state has moved
/// on, 422 on `unit` for one that does not exist.
pub async fn take(act: &mut Act, catalogue: &Catalogue, id: NeedId, step: Move) -> Result<Progress> {
    let found = need::Entity::find_by_id(id.0).lock_exclusive().one(act.read()).await?;
    let row = found.filter(|row| row.visibility != Visibility::Withdrawn.slug()).ok_or(Error::NotFound)?;
    let (region, held_by) = (row.region_id.map(RegionId), row.unit_id.map(UnitId));
    let party = policy::party_of(act.by(), catalogue, region, held_by)?;
    if act.by().voice().is_some_and(|voice| voice.hash() == row.voice) {
        return Err(Error::Forbidden);
    }
    let from: Progress = row.progress.parse().map_err(Error::internal)?;
    let to = from.take(step.step(), party, step.text().is_some()).map_err(policy::Refused::from)?;
    let publishes = publishes(&step, &row);
    let retitles = row.public_body.is_some() && matches!(step, Move::Accept { title: Some(_), .. });
    let mut words = (row.title.clone(), row.body.clone());
    let kind: Option<NeedKind> = row.kind.as_deref().and_then(|k| k.parse().ok());
    let mut changed = row.clone().into_active_model();
    let mut unit_of_entry = act.by().staff().and_then(|staff| staff.unit);
    changed.progress = Set(to.slug().to_owned());
    changed.changed_at = Set(act.at());
    match &step {
        Move::Accept { unit, kind: corrected, title } => {
            let unit = catalogue.unit(*unit).ok_or(Error::field("unit", Issue::NotAChoice))?;
            unit_of_entry = Some(unit.id);
            changed.unit_id = Set(Some(unit.id.0));
            let kind = corrected.or(kind);
            changed.kind = Set(kind.map(|k| k.slug().to_owned()));
            if let Some(title) = title {
                words.0 = title.as_str().to_owned();
                changed.title = Set(words.0.clone());
            }
            // The deadline is fixed here and stays with the case.
            changed.due_at = Set(Calendar::official().due(act.at(), Limits::of(kind, is_risk(&words.1)).answer));
        }
        Move::Answer(_) => changed.answered_at = Set(Some(act.at())),
        Move::Return(_) => {
            changed.unit_id = Set(None);
            changed.due_at = Set(Calendar::official().due(act.at(), Limits::of(kind, row.risk).pass_on));
        }
        Move::Ask(_) | Move::Refuse(_) | Move::Begin => {}
    }
    if publishes {
        words.0 = public_title(&words.0, &words.1);
        words.1 = mask(&words.1);
        changed.title = Set(words.0.clone());
        changed.public_body = Set(Some(words.1.clone()));
        changed.visibility = Set(Visibility::Public.slug().to_owned());
    } else if retitles {
        words.0 = mask(&words.0);
        changed.title = Set(words.0.clone());
    } else if matches!(step, Move::Accept { .. }) && row.staff_only {
        changed.visibility = Set(Visibility::StaffOnly.slug().to_owned());
    }
    changed.update(act.write()).await?;
    if publishes {
        publish_words(act, id, &words.0, &words.1).await?;
    } else if retitles {
        forget_words(act, id).await?;
        publish_words(act, id, &words.0, row.public_body.as_deref().unwrap_or_default()).await?;
    }
    let detail = serde_json::json!({ "from": from, "to": to, "unit": unit_of_entry });
    act.record(verb(step.step()), format!("need:{id}"), &detail)?;
    append(act, id, step.step(), party, unit_of_entry, step.text());
    Ok(to)
}

/// Whether a case still stands where this person saw it: an old page must not undo what a colleague has just done.
///
/// # Errors
/// 404 where it does not exist, 409 where it has moved on.
pub async fn still(act: &mut Act, id: NeedId, seen: Progress) -> Result<()> {
    let found = need::Entity::find_by_id(id.0).lock_exclusive().one(act.read()).await?;
    let row = found.ok_or(Error::NotFound)?;
    if row.progress == seen.slug() { Ok(()) } else { Err(Error::Conflict) }
}

/// Accepting publishes the masked text, once, unless the resident asked for staff only.
fn publishes(step: &Move, row: &need::Model) -> bool {
    matches!(step, Move::Accept { .. }) && !row.staff_only && row.visibility == Visibility::Held.slug()
}

fn verb(step: Step) -> &'static str {
    match step {
        Step::Accept => "case.accept",
        Step::Ask => "case.ask",
        Step::Refuse => "case.refuse",
        Step::Begin => "case.begin",
        Step::Answer => "case.answer",
        Step::Return => "case.return",
        Step::ConfirmSolved | Step::ConfirmPartly | Step::ConfirmNo => "case.confirm",
        Step::Add => "need.add",
        Step::Withdraw => "need.withdraw",
    }
}

/// Appends the line that the resident and the next colleague read. An answer is public with the need; a question or
/// a refusal is between the two sides.
pub(super) fn append(
    act: &mut Act,
    need: NeedId,
    step: Step,
    party: Party,
    unit: Option<UnitId>,
    text: Option<&Reply>,
) {
    let (id, at) = (act.id(EntryId::from_parts), act.at());
    let person_id = act.by().staff().map(|staff| staff.person.0);
    act.insert::<crate::needs::entity::entry::Entity>(crate::needs::entity::entry::Model {
        id: id.0,
        need_id: need.0,
        at,
        what: EntryWhat::Step(step).slug().to_owned(),
        party: party.slug().to_owned(),
        person_id,
        unit_id: unit.map(Into::into),
        text: text.map(|reply| reply.as_str().to_owned()),
        public: matches!(
            step,
            Step::Accept | Step::Answer | Step::ConfirmSolved | Step::ConfirmPartly | Step::ConfirmNo
        ),
    });
}

/// The need behind a code, locked, for what only its holder may do.
pub(crate) async fn by_code(act: &mut Act, code: TrackingCode) -> Result<need::Model> {
    if matches!(act.by(), Actor::Staff(_)) {
        return Err(Error::Forbidden);
    }
    let found = need::Entity::find().filter(need::Column::Code.eq(code.digits()));
    found.lock_exclusive().one(act.read()).await?.ok_or(Error::NotFound)
}
