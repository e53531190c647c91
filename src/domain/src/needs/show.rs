//! Show one need to everybody.

use super::entity::{entry, need};
use super::{Entry, Need};
use crate::{Error, Result, Store};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use words::{NeedId, Visibility};

/// A public need.
///
/// # Errors
/// 410 where its author took it back, 404 where it does not exist or is not public: the two look the same.
pub async fn show(store: &Store, id: NeedId) -> Result<Need> {
    let row = need::Entity::find_by_id(id.0).one(store.read()).await?.ok_or(Error::NotFound)?;
    let was_public = row.public_body.is_some();
    let need = Need::try_from(row)?;
    match need.visibility {
        Visibility::Public => Ok(need),
        Visibility::Withdrawn if was_public => Err(Error::Gone),
        _ => Err(Error::NotFound),
    }
}

/// The timeline of a need, oldest first.
///
/// # Errors
/// Whatever the database says.
pub async fn entries(store: &Store, id: NeedId) -> Result<Vec<Entry>> {
    let of_need = entry::Entity::find().filter(entry::Column::NeedId.eq(id.0));
    let rows = of_need.order_by_asc(entry::Column::Id).all(store.read()).await?;
    rows.into_iter().map(Entry::try_from).collect()
}
