//! List public needs, page by page.

use super::entity::{need, words};
use super::{Need, search};
use crate::places::Catalogue;
use crate::{Result, Store};
use ::words::{Category, NeedId, NeedKind, Progress, RegionId, Visibility};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use uuid::Uuid;

/// How many needs a page shows.
pub const PAGE: u64 = 20;

/// Which needs to list. All of it comes from the query string.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Urgent, difficult or longed-for.
    pub kind: Option<NeedKind>,
    /// What they are about.
    pub category: Option<Category>,
    /// A place and everything in it.
    pub region: Option<RegionId>,
    /// How far they are.
    pub status: Option<Progress>,
    /// Words in title or text.
    pub q: Option<String>,
    /// The last need of the page before.
    pub after: Option<NeedId>,
}

/// Public needs, newest first: at most [`PAGE`] of them, and the id to go on after where there are more.
///
/// # Errors
/// Whatever the database says.
pub async fn list(store: &Store, catalogue: &Catalogue, filter: &Filter) -> Result<(Vec<Need>, Option<NeedId>)> {
    let mut find = need::Entity::find().filter(need::Column::Visibility.eq(Visibility::Public.slug()));
    if let Some(kind) = filter.kind {
        find = find.filter(need::Column::Kind.eq(kind.slug()));
    }
    if let Some(category) = filter.category {
        find = find.filter(need::Column::Category.eq(category.slug()));
    }
    if let Some(status) = filter.status {
        find = find.filter(need::Column::Progress.eq(status.slug()));
    }
    if let Some(region) = filter.region {
        let within: Vec<Uuid> = catalogue.within(region).into_iter().map(Into::into).collect();
        find = find.filter(need::Column::RegionId.is_in(within));
    }
    if let Some(after) = filter.after {
        find = find.filter(need::Column::Id.lt(after.0));
    }
    if let Some(matching) = filter.q.as_deref().and_then(|q| search::matching(store.backend(), q)) {
        let hits = words::Entity::find().select_only().column(words::Column::NeedId).filter(matching);
        find = find.filter(need::Column::Id.in_subquery(hits.into_query()));
    }
    let rows = find.order_by_desc(need::Column::Id).limit(PAGE + 1).all(store.read()).await?;
    let more = rows.len() as u64 > PAGE;
    let needs: Vec<Need> = rows.into_iter().take(20).map(Need::try_from).collect::<Result<_>>()?;
    let after = needs.last().filter(|_| more).map(|need| need.id);
    Ok((needs, after))
}
