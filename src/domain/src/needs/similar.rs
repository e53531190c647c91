//! "Somebody may have reported this already": public needs like a text.

use super::Need;
use super::entity::need;
use crate::{Result, Store};
use chrono::{DateTime, TimeDelta, Utc};
use likeness::Index;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use tokio::sync::Mutex;
use words::{Category, NeedId, Progress, RegionId, Visibility};

/// How many likely twins are offered at most.
pub const OFFERED: usize = 3;
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
    loop {
        let mut changed = need::Entity::find().filter(need::Column::PublicBody.is_not_null());
        if let Some(seen) = known.seen {
            // Acts of other instances may become visible a little after their time: look back a few seconds.
            changed = changed.filter(need::Column::ChangedAt.gt(seen - TimeDelta::seconds(5)));
        }
        let page = changed.order_by_asc(need::Column::ChangedAt).order_by_asc(need::Column::Id).limit(20_000);
        let rows = page.all(store.read()).await?;
        let n = rows.len();
        let before = known.seen;
        for row in rows {
            known.seen = known.seen.max(Some(row.changed_at));
            let key = row.id.as_u128();
            if row.visibility == Visibility::Public.slug() {
                known.index.insert(key, &row.title, row.public_body.as_deref().unwrap_or_default());
            } else {
                known.index.remove(key);
            }
        }
        if n < 20_000 || known.seen == before {
            break;
        }
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
