//! Follow a need with its code.

use super::entity::{contact, need};
use super::{Entry, Need, entries};
use crate::{Error, Result, Store};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use words::{NeedId, Phone, TrackingCode};

/// What the holder of a code sees.
#[derive(Debug, Clone)]
pub struct Tracked {
    /// The code.
    pub code: TrackingCode,
    /// The need with its whole text.
    pub need: Need,
    /// Everything that happened, oldest first.
    pub entries: Vec<Entry>,
    /// How they are told: the way and the masked number.
    pub contact: Option<(String, String)>,
}

/// Finds a need by its code.
///
/// # Errors
/// 404 where no need has it.
pub async fn track(store: &Store, code: TrackingCode) -> Result<Tracked> {
    let by_code = need::Entity::find().filter(need::Column::Code.eq(code.digits()));
    let row = by_code.one(store.read()).await?.ok_or(Error::NotFound)?;
    let id = NeedId(row.id);
    let contact = contact::Entity::find_by_id(id.0).one(store.read()).await?;
    let masked = contact.and_then(|c| Some((c.how, Phone::parse(&c.phone).ok()?.masked())));
    Ok(Tracked { code, need: row.try_into()?, entries: entries(store, id).await?, contact: masked })
}
