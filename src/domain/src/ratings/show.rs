//! What one voice has said of a service.

use super::entity::rating;
use crate::{Error, Result, Store, Voice};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use words::{Reason, ServiceId, Solved, TrackingCode, Vote};

/// An active rating, for the person who gave it.
#[derive(Debug, Clone)]
pub struct Active {
    /// The rated service.
    pub service: ServiceId,
    /// What they said.
    pub vote: Vote,
    /// When.
    pub at: DateTime<Utc>,
    /// The number with which they can follow it.
    pub code: TrackingCode,
    /// The reasons they ticked.
    pub reasons: Vec<Reason>,
    /// Whether they got it done.
    pub solved: Option<Solved>,
    /// How easy it was.
    pub ease: Option<u8>,
    /// A word besides.
    pub note: Option<String>,
}

/// The active rating of a voice, if there is one.
///
/// # Errors
/// Whatever the database says.
pub async fn mine(store: &Store, service: ServiceId, voice: &Voice) -> Result<Option<Active>> {
    let active = rating::Entity::find()
        .filter(rating::Column::ServiceId.eq(service.0))
        .filter(rating::Column::Voice.eq(voice.hash()))
        .filter(rating::is_active());
    active.one(store.read()).await?.map(Active::try_from).transpose()
}

/// A rating by its code.
///
/// # Errors
/// 404 where no rating has it.
pub async fn track(store: &Store, code: TrackingCode) -> Result<Active> {
    let by_code = rating::Entity::find().filter(rating::Column::Code.eq(code.digits()));
    by_code.one(store.read()).await?.ok_or(Error::NotFound)?.try_into()
}

impl TryFrom<rating::Model> for Active {
    type Error = Error;
    fn try_from(row: rating::Model) -> Result<Self> {
        let vote = u8::try_from(row.vote).map_err(Error::internal)?;
        Ok(Self {
            service: ServiceId(row.service_id),
            vote: Vote::try_from(vote).map_err(Error::internal)?,
            at: row.at,
            code: TrackingCode::parse(&row.code).map_err(|_| Error::internal("a stored code does not read"))?,
            reasons: row.reasons.split(',').filter_map(|slug| slug.parse().ok()).collect(),
            solved: row.solved.and_then(|slug| slug.parse().ok()),
            ease: row.ease.and_then(|n| u8::try_from(n).ok()),
            note: row.note,
        })
    }
}
