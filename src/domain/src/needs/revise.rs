//! Correct a need within ten minutes, or add a detail later.

use super::report::append_entry;
use super::{EntryWhat, is_risk};
use crate::cases::by_code;
use crate::{Act, Error, Result};
use chrono::TimeDelta;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};
use words::{Body, Calendar, Issue, Limits, NeedId, NeedKind, Note, Party, Progress, Step, TrackingCode};

/// How long a resident may correct what they wrote, in minutes.
pub const REVISE_MINUTES: i64 = 10;

/// What a resident corrects.
#[derive(Debug, Clone)]
pub struct Revision {
    /// The text in its new form.
    pub body: Body,
}

/// Corrects the text of a need while nobody has acted on it, within ten minutes of reporting.
///
/// # Errors
/// 404 for an unknown code, 403 for staff, 422 on `body` when it is too late.
pub async fn revise(act: &mut Act, code: TrackingCode, revision: Revision) -> Result<()> {
    let row = by_code(act, code).await?;
    let in_time = act.at() - row.created_at <= TimeDelta::minutes(REVISE_MINUTES);
    if !in_time || row.progress != Progress::Received.slug() || row.visibility != "held" {
        return Err(Error::field("body", Issue::NotNow));
    }
    let id = NeedId(row.id);
    let kind: Option<NeedKind> = row.kind.as_deref().and_then(|k| k.parse().ok());
    let risk = is_risk(revision.body.as_str());
    let due_at = Calendar::official().due(row.created_at, Limits::of(kind, risk).pass_on);
    let mut changed = row.into_active_model();
    changed.title = Set(revision.body.title().as_str().to_owned());
    changed.risk = Set(risk);
    changed.due_at = Set(due_at);
    changed.body = Set(revision.body.as_str().to_owned());
    changed.changed_at = Set(act.at());
    changed.update(act.write()).await?;
    act.record("need.revise", format!("need:{id}"), &serde_json::json!({}))?;
    append_entry(act, id, EntryWhat::Revised, Party::Resident, None);
    Ok(())
}

/// Adds a detail, which those who handle the case read in its timeline.
///
/// # Errors
/// 404 for an unknown code, 403 for staff, 409 where nobody handles it any more.
pub async fn add(act: &mut Act, code: TrackingCode, note: Note) -> Result<()> {
    let row = by_code(act, code).await?;
    let progress: Progress = row.progress.parse().map_err(Error::internal)?;
    progress.after(Step::Add).ok_or(Error::Conflict)?;
    if row.visibility == "withdrawn" {
        return Err(Error::Gone);
    }
    let id = NeedId(row.id);
    act.record("need.add", format!("need:{id}"), &serde_json::json!({}))?;
    append_entry(act, id, EntryWhat::Step(Step::Add), Party::Resident, Some(note.as_str().to_owned()));
    Ok(())
}
