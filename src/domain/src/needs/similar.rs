//! "Somebody may have reported this already": public needs like a text.

use super::Need;
use super::entity::need;
use crate::{Result, Store};
use chrono::{DateTime, TimeDelta, Utc};
use likeness::Index;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use tokio::sync::Mutex;
use words::{Category, NeedId, Progress, RegionId, Visibility};

/// How many likely twins are offered at most.
pub const OFFERED: usize = 3;
/// Rows read at a time.
const PAGE: u64 = 20_000;
/// Below this cosine a need is not like the text.
const LIKE: f64 = 0.2;

/// The index, how far it has read, and when it looked last.
#[derive(Default)]
pub struct Known {
    index: Index,
    seen: Option<DateTime<Utc>>,
    looked: Option<DateTime<Utc>>,
}

/// The index of this instance. Every instance reads the same changes, at most a second late.
pub(crate) type Kept = Mutex<Known>;

/// Brings the index up to date with what was published or taken back since it looked last.
async fn refresh(store: &Store, known: &mut Known) -> Result<()> {
    let now = store.clock().now();
    if known.looked.is_some_and(|at| (now - at).abs() < TimeDelta::seconds(1)) {
        return Ok(());
    }
    // Acts of other instances may become visible a little after their time: look back a few seconds.
    let back = known.seen.map(|seen| need::Column::ChangedAt.gt(seen - TimeDelta::seconds(5)));
    let mut from = back.map(|back| Condition::all().add(back));
    loop {
        let changed = need::Entity::find().filter(need::Column::PublicBody.is_not_null());
        let changed = changed.filter(Condition::all().add_option(from.take()));
        let page = changed.order_by_asc(need::Column::ChangedAt).order_by_asc(need::Column::Id).limit(PAGE);
        let rows = page.all(store.read()).await?;
        // On from the very row, not from its time: an import puts more rows into one second than a page holds.
        let last = rows.last().filter(|_| rows.len() as u64 == PAGE).map(|row| (row.changed_at, row.id));
        for row in rows {
            known.seen = known.seen.max(Some(row.changed_at));
            let key = row.id.as_u128();
            if row.visibility == Visibility::Public.slug() {
                let text = row.public_body.as_deref().unwrap_or_default();
                if known.index.insert(key, &row.title, text).is_err() {
                    tracing::warn!("the index of like needs is full: newer ones are not offered");
                }
            } else {
                known.index.remove(key);
            }
        }
        let Some((at, id)) = last else { break };
        let same = Condition::all().add(need::Column::ChangedAt.eq(at)).add(need::Column::Id.gt(id));
        from = Some(Condition::any().add(need::Column::ChangedAt.gt(at)).add(same));
    }
    known.looked = Some(now);
    Ok(())
}

/// Reads all public needs into the index, so that the first resident does not wait for it.
///
/// # Errors
/// Whatever the database says.
pub async fn warm(store: &Store) -> Result<()> {
    let mut known = store.likeness_kept().lock().await;
    refresh(store, &mut known).await
}

/// At most three public needs like a text: of the same category first, of the same community, open or solved within
/// thirty days.
///
/// # Errors
/// Whatever the database says.
pub async fn similar(
    store: &Store,
    text: &str,
    category: Option<Category>,
    region: Option<RegionId>,
) -> Result<Vec<Need>> {
    if words::characters(text) < 6 {
        return Ok(Vec::new());
    }
    let like = {
        let mut known = store.likeness_kept().lock().await;
        refresh(store, &mut known).await?;
        known.index.like("", text, 30)
    };
    let close: Vec<(uuid::Uuid, f64)> =
        like.into_iter().filter(|(_, c)| *c >= LIKE).map(|(key, c)| (uuid::Uuid::from_u128(key), c)).collect();
    if close.is_empty() {
        return Ok(Vec::new());
    }
    let these = need::Entity::find()
        .filter(need::Column::Id.is_in(close.iter().map(|(id, _)| *id)))
        .filter(need::Column::Visibility.eq(Visibility::Public.slug()));
    let month_ago = store.clock().now() - TimeDelta::days(30);
    let mut found = Vec::new();
    for row in these.all(store.read()).await? {
        let cosine = close.iter().find(|(id, _)| *id == row.id).map_or(0.0, |(_, c)| *c);
        let changed = row.changed_at;
        let need = Need::try_from(row)?;
        let lives = need.progress.is_open() || need.progress == Progress::Answered || changed > month_ago;
        let here = region.is_none() || need.region.is_none() || need.region == region;
        if lives && here && need.progress != Progress::Refused {
            found.push((category.is_some() && need.category == category, cosine, need));
        }
    }
    found.sort_by(|a, b| b.0.cmp(&a.0).then(b.1.total_cmp(&a.1)));
    Ok(found.into_iter().take(OFFERED).map(|(_, _, need)| need).collect())
}

/// Whether a need is in the index of this instance: for tests of several instances.
pub async fn knows(store: &Store, id: NeedId, text: &str) -> Result<bool> {
    Ok(similar(store, text, None, None).await?.iter().any(|need| need.id == id))
}
