//! "I have this too" 我也有这个问题.

use super::entity::{join as joins, need};
use crate::{Act, Error, Result};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect, sea_query::Expr};
use serde::{Deserialize, Serialize};
use words::{NeedId, Visibility};

/// What the resident is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joined {
    /// How many residents have it now, this one included.
    pub number: u32,
    /// They had joined before; nothing was counted twice.
    pub already: bool,
}

/// Counts one more resident with the same need, once per voice. It orders attention and never scores anyone.
///
/// # Errors
/// 404 where the need is not public; 403 for staff, who have no voice here.
pub async fn join(act: &mut Act, id: NeedId) -> Result<Joined> {
    let voice = act.by().voice().ok_or(Error::Forbidden)?.hash().to_owned();
    let public = need::Entity::find_by_id(id.0).filter(need::Column::Visibility.eq(Visibility::Public.slug()));
    let need = public.lock_exclusive().one(act.read()).await?.ok_or(Error::NotFound)?;
    let number = u32::try_from(need.supporters).unwrap_or(0);
    let joined = joins::Entity::find_by_id((id.0, voice.clone())).one(act.read()).await?;
    if joined.is_some() || need.voice == voice {
        return Ok(Joined { number, already: true });
    }
    let more = Expr::col(need::Column::Supporters).add(1);
    let this = need::Entity::update_many().col_expr(need::Column::Supporters, more);
    this.filter(need::Column::Id.eq(id.0)).exec(act.write()).await?;
    act.record("need.join", format!("need:{id}"), &serde_json::json!({}))?;
    let at = act.at();
    act.insert::<joins::Entity>(joins::Model { need_id: id.0, voice, at });
    Ok(Joined { number: number + 1, already: false })
}
