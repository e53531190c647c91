//! Say why, after the tap. All of it may be skipped.

use super::entity::rating;
use crate::{Act, Error, Result};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect,
};
use words::{Note, RatingId, Reason, ServiceId, Solved};

/// Why somebody is satisfied or not.
#[derive(Debug, Clone, Default)]
pub struct Explanation {
    /// The reasons they ticked.
    pub reasons: Vec<Reason>,
    /// Whether they got it done.
    pub solved: Option<Solved>,
    /// How easy it was, 1 to 5.
    pub ease: Option<u8>,
    /// A word besides.
    pub note: Option<Note>,
}

/// Puts an explanation beside the active rating of this voice.
///
/// # Errors
/// 404 where this voice has no active rating of the service; 403 for staff.
pub async fn explain(act: &mut Act, service: ServiceId, why: Explanation) -> Result<()> {
    let voice = act.by().voice().ok_or(Error::Forbidden)?.hash().to_owned();
    let active = rating::Entity::find()
        .filter(rating::Column::ServiceId.eq(service.0))
        .filter(rating::Column::Voice.eq(voice))
        .filter(rating::is_active());
    let row = active.lock_exclusive().one(act.read()).await?.ok_or(Error::NotFound)?;
    let id = RatingId(row.id);
    let reasons: Vec<&str> = why.reasons.iter().map(|reason| reason.slug()).collect();
    let mut changed = row.into_active_model();
    changed.reasons = Set(reasons.join(","));
    changed.solved = Set(why.solved.map(|s| s.slug().to_owned()));
    changed.ease = Set(why.ease.map(i16::from));
    changed.note = Set(why.note.map(|note| note.as_str().to_owned()));
    changed.update(act.write()).await?;
    act.record("rating.explain", format!("rating:{id}"), &serde_json::json!({ "reasons": reasons }))
}
