//! Rate a service: one tap.

use super::entity::rating;
use crate::act::TallyKey;
use crate::{Act, Result, Voice};
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect,
};
use serde::{Deserialize, Serialize};
use words::{Channel, RatingId, RegionId, ServiceId, TrackingCode, Vote, china_day};

/// A rating as it was understood.
#[derive(Debug, Clone)]
pub struct NewRating {
    /// The rated service.
    pub service: ServiceId,
    /// Whose voice it is.
    pub voice: Voice,
    /// The level, or why there is none.
    pub vote: Vote,
    /// Which way it came.
    pub channel: Channel,
    /// How the person came: poster, sms, link; empty where unknown.
    pub entry: String,
    /// Where they live, where known.
    pub region: Option<RegionId>,
    /// When, where another system says so; now otherwise.
    pub at: Option<DateTime<Utc>>,
}

/// What the resident is told.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Rated {
    /// The number with which a rater can take part in redress without a name.
    pub code: TrackingCode,
    /// What they had said before, if they had.
    pub before: Option<Vote>,
}

/// Counts one voice. A newer rating replaces the active one, which stays as history; tallies move with it.
/// That nobody has two active voices is decided by a unique index, not here.
///
/// # Errors
/// Whatever the database says.
pub async fn rate(act: &mut Act, new: NewRating) -> Result<Rated> {
    let at = new.at.unwrap_or_else(|| act.at());
    let active = rating::Entity::find()
        .filter(rating::Column::ServiceId.eq(new.service.0))
        .filter(rating::Column::Voice.eq(new.voice.hash()))
        .filter(rating::is_active())
        .lock_exclusive()
        .one(act.read())
        .await?;
    let mut before = None;
    let mut stays_history = false;
    if let Some(old) = active {
        before = u8::try_from(old.vote).ok().and_then(|n| Vote::try_from(n).ok());
        stays_history = old.at > at;
        if !stays_history {
            if let (Some(vote), Ok(channel)) = (before, old.channel.parse()) {
                let region = old.region_id.map(RegionId);
                let key = TallyKey { service: new.service, day: old.day, channel, verified: old.verified, region };
                act.tally(key, vote, -1);
            }
            let mut replaced = old.into_active_model();
            replaced.active = Set(false);
            replaced.update(act.write()).await?;
        }
    }
    let (id, code) = (act.id_at(RatingId::from_parts, at), act.code());
    let (day, verified) = (china_day(at), new.voice.verified());
    if !stays_history {
        let key = TallyKey { service: new.service, day, channel: new.channel, verified, region: new.region };
        act.tally(key, new.vote, 1);
    }
    let detail = serde_json::json!({ "vote": new.vote.number(), "channel": new.channel });
    act.record("rating.rate", format!("rating:{id}"), &detail)?;
    act.insert::<rating::Entity>(rating::Model {
        id: id.0,
        service_id: new.service.0,
        voice: new.voice.hash().to_owned(),
        vote: i16::from(new.vote.number()),
        channel: new.channel.slug().to_owned(),
        entry: new.entry,
        verified,
        region_id: new.region.map(Into::into),
        code: code.digits(),
        at,
        day,
        active: !stays_history,
        reasons: String::new(),
        solved: None,
        ease: None,
        note: None,
    });
    Ok(Rated { code, before })
}
