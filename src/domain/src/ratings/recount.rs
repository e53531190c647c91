//! Rebuild the tallies from the ratings: they must agree, always.

use super::entity::{day, imported, rating, region};
use super::import::last_day;
use super::tally::{self, month_of};
use crate::act::TallyKey;
use crate::{Act, Result, Store};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeMap;
use words::{Channel, RegionId, ServiceId};

/// What a recount found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Recounted {
    /// Active ratings and imported counts that were counted.
    pub counted: u64,
    /// Tally rows that had disagreed.
    pub wrong: u64,
}

type Sums = [i64; 7];

/// Counts everything anew.
async fn count(db: &impl ConnectionTrait) -> Result<(BTreeMap<TallyKey, Sums>, u64)> {
    let mut sums: BTreeMap<TallyKey, Sums> = BTreeMap::new();
    let mut counted = 0;
    let mut last = uuid::Uuid::nil();
    loop {
        let page = rating::Entity::find().filter(rating::Column::Id.gt(last)).order_by_asc(rating::Column::Id);
        let rows = page.limit(5000).all(db).await?;
        let Some(end) = rows.last() else { break };
        last = end.id;
        for row in rows.into_iter().filter(|row| row.active) {
            let (Ok(channel), Ok(vote)) = (row.channel.parse(), usize::try_from(row.vote - 1)) else {
                continue;
            };
            let (service, region) = (ServiceId(row.service_id), row.region_id.map(RegionId));
            let key = TallyKey { service, day: row.day, channel, verified: row.verified, region };
            sums.entry(key).or_default()[vote] += 1;
            counted += 1;
        }
    }
    for row in imported::Entity::find().all(db).await? {
        let (service, day) = (ServiceId(row.service_id), last_day(row.month));
        let key = TallyKey { service, day, channel: Channel::Import, verified: false, region: None };
        let mine = sums.entry(key).or_default();
        for (mine, more) in mine.iter_mut().zip([row.n1, row.n2, row.n3, row.n4, row.n5]) {
            *mine += more;
            counted += u64::try_from(more).unwrap_or(0);
        }
    }
    Ok((sums, counted))
}

/// How many tally rows disagree with the ratings, without changing anything.
///
/// # Errors
/// Whatever the database says.
pub async fn check(store: &Store) -> Result<Recounted> {
    let (sums, counted) = count(store.read()).await?;
    let wrong = disagreeing(store.read(), &sums).await?;
    Ok(Recounted { counted, wrong })
}

async fn disagreeing(db: &impl ConnectionTrait, sums: &BTreeMap<TallyKey, Sums>) -> Result<u64> {
    let mut by_day: BTreeMap<(uuid::Uuid, chrono::NaiveDate, String, bool), Sums> = BTreeMap::new();
    let mut by_region: BTreeMap<(uuid::Uuid, chrono::NaiveDate, uuid::Uuid), Sums> = BTreeMap::new();
    let plus = |mine: &mut Sums, by: i64, more: &Sums| mine.iter_mut().zip(more).for_each(|(m, n)| *m += by * n);
    for (key, n) in sums {
        let at = (key.service.0, key.day, key.channel.slug().to_owned(), key.verified);
        plus(by_day.entry(at).or_default(), 1, n);
        if let Some(region) = key.region {
            plus(by_region.entry((key.service.0, month_of(key.day), region.0)).or_default(), 1, n);
        }
    }
    for row in day::Entity::find().all(db).await? {
        let n = [row.n1, row.n2, row.n3, row.n4, row.n5, row.unused, row.failed];
        plus(by_day.entry((row.service_id, row.day, row.channel, row.verified)).or_default(), -1, &n);
    }
    for row in region::Entity::find().all(db).await? {
        let n = [row.n1, row.n2, row.n3, row.n4, row.n5, row.unused, row.failed];
        plus(by_region.entry((row.service_id, row.month, row.region_id)).or_default(), -1, &n);
    }
    let wrong = by_day.values().chain(by_region.values()).filter(|n| **n != Sums::default()).count();
    Ok(wrong as u64)
}

/// Puts the tallies right, in one act: no rating can come between the count and the correction.
///
/// # Errors
/// Whatever the database says.
pub async fn recount(act: &mut Act) -> Result<Recounted> {
    act.alone()?;
    if act.read().get_database_backend() == sea_orm::DbBackend::Postgres {
        // Writers of tallies wait until the counting is done; readers do not.
        act.write().execute_unprepared("LOCK TABLE tallies, region_tallies IN SHARE ROW EXCLUSIVE MODE").await?;
    }
    let (sums, counted) = count(act.read()).await?;
    let wrong = disagreeing(act.read(), &sums).await?;
    if wrong > 0 {
        let tx = act.write();
        day::Entity::delete_many().exec(tx).await?;
        region::Entity::delete_many().exec(tx).await?;
        tally::add(tx, sums).await?;
    }
    act.record("tally.recount", "tallies".to_owned(), &serde_json::json!({ "wrong": wrong }))?;
    Ok(Recounted { counted, wrong })
}
