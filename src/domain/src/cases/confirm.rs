//! "Is it solved?" and "how satisfied are you with how it was handled?". Only the resident says so.

use super::policy::Refused;
use super::step::{append, by_code};
use crate::needs::EntryWhat;
use crate::needs::entity::{entry, need};
use crate::{Act, Error, Result};
use chrono::TimeDelta;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};
use words::{Calendar, EntryId, Level, Limits, NeedId, NeedKind, Party, Progress, Reply, Solved, Step, TrackingCode};

/// How long after "solved" a resident may still open it again, in days.
const REOPEN_DAYS: i64 = 15;

/// The resident says whether it is solved. "Not yet" opens the case again with a new deadline.
///
/// # Errors
/// 404 for an unknown code, 403 for staff, 409 where nothing was answered or it is too late.
pub async fn confirm(act: &mut Act, code: TrackingCode, solved: Solved, why: Option<Reply>) -> Result<Progress> {
    let row = by_code(act, code).await?;
    if row.visibility == "withdrawn" {
        return Err(Error::Gone);
    }
    let step = match solved {
        Solved::Yes => Step::ConfirmSolved,
        Solved::Partly => Step::ConfirmPartly,
        Solved::No => Step::ConfirmNo,
    };
    let from: Progress = row.progress.parse().map_err(Error::internal)?;
    let to = from.take(step, Party::Resident, false).map_err(Refused::from)?;
    if from == Progress::Solved && act.at() - row.changed_at > TimeDelta::days(REOPEN_DAYS) {
        return Err(Error::Conflict);
    }
    let id = NeedId(row.id);
    let kind: Option<NeedKind> = row.kind.as_deref().and_then(|k| k.parse().ok());
    let limits = Limits::of(kind, row.risk);
    let mut changed = row.into_active_model();
    changed.progress = Set(to.slug().to_owned());
    changed.changed_at = Set(act.at());
    if to.is_open() {
        changed.due_at = Set(Calendar::official().due(act.at(), limits.reopened));
    }
    changed.update(act.write()).await?;
    let detail = serde_json::json!({ "from": from, "to": to, "solved": solved });
    act.record("case.confirm", format!("need:{id}"), &detail)?;
    append(act, id, step, Party::Resident, None, why.as_ref());
    Ok(to)
}

/// The resident says how satisfied they are with the handling. It never enters a service's tallies.
///
/// # Errors
/// 404 for an unknown code, 403 for staff, 409 before anything was answered.
pub async fn rate_handling(act: &mut Act, code: TrackingCode, level: Level) -> Result<()> {
    let row = by_code(act, code).await?;
    if row.answered_at.is_none() {
        return Err(Error::Conflict);
    }
    let id = NeedId(row.id);
    let mut changed: need::ActiveModel = row.into_active_model();
    changed.handling = Set(Some(i16::from(level.number())));
    changed.update(act.write()).await?;
    act.record("case.rate-handling", format!("need:{id}"), &serde_json::json!({ "level": level }))?;
    let (entry_id, at) = (act.id(EntryId::from_parts), act.at());
    act.insert::<entry::Entity>(entry::Model {
        id: entry_id.0,
        need_id: id.0,
        at,
        what: EntryWhat::HandlingRated.slug().to_owned(),
        party: Party::Resident.slug().to_owned(),
        person_id: None,
        unit_id: None,
        text: None,
        public: false,
    });
    Ok(())
}
