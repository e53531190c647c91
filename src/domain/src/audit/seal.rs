//! Seal the record: every batch of events carries a hash over them and over the batch before.

use super::entity::{self, batch};
use crate::{Act, Result, Store};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use sha2::{Digest, Sha256};

/// Events a batch holds at most.
const BATCH: u64 = 5000;
/// What the first batch carries in place of a hash before it.
const ORIGIN: &str = "minsheng";

/// What a look at the whole chain found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Everything sealed is as it was; the numbers are batches and events.
    Whole(u64, u64),
    /// The batch with this number was changed, or one of its events was changed, added or lost.
    Broken(i64),
}

fn hash_of(before: &str, number: i64, events: &[entity::Model]) -> String {
    let mut hasher = Sha256::new();
    let mut put = |text: &str| {
        hasher.update((text.len() as u64).to_be_bytes());
        hasher.update(text.as_bytes());
    };
    put(before);
    put(&number.to_string());
    for event in events {
        put(&event.id.to_string());
        put(&event.at.timestamp_millis().to_string());
        for text in [&event.verb, &event.subject, &event.by, &event.detail] {
            put(text);
        }
    }
    hex::encode(hasher.finalize())
}

/// Seals what is not sealed yet, at most one batch. Answers how many events.
///
/// # Errors
/// Whatever the database says.
pub async fn seal(act: &mut Act) -> Result<u64> {
    let last = batch::Entity::find().order_by_desc(batch::Column::Number).one(act.read()).await?;
    let (before, number) = last.map_or_else(|| (ORIGIN.to_owned(), 1), |last| (last.hash, last.number + 1));
    let open = entity::Entity::find().filter(entity::Column::Batch.is_null()).order_by_asc(entity::Column::Id);
    let events = open.limit(BATCH).all(act.read()).await?;
    if events.is_empty() {
        return Ok(0);
    }
    let hash = hash_of(&before, number, &events);
    let n = events.len() as u64;
    for some in events.chunks(500) {
        let ids: Vec<uuid::Uuid> = some.iter().map(|event| event.id).collect();
        let these = entity::Entity::update_many().col_expr(entity::Column::Batch, Expr::value(number));
        these.filter(entity::Column::Id.is_in(ids)).exec(act.write()).await?;
    }
    let at = act.at();
    act.insert::<batch::Entity>(batch::Model { number, at, events: i64::try_from(n).unwrap_or(0), hash });
    Ok(n)
}

/// Looks at the whole chain.
///
/// # Errors
/// Whatever the database says.
pub async fn verify(store: &Store) -> Result<Verdict> {
    let mut before = ORIGIN.to_owned();
    let (mut expected, mut seen) = (1, 0);
    for sealed in batch::Entity::find().order_by_asc(batch::Column::Number).all(store.read()).await? {
        let of_batch = entity::Entity::find().filter(entity::Column::Batch.eq(sealed.number));
        let events = of_batch.order_by_asc(entity::Column::Id).all(store.read()).await?;
        let intact = sealed.number == expected
            && usize::try_from(sealed.events) == Ok(events.len())
            && hash_of(&before, sealed.number, &events) == sealed.hash;
        if !intact {
            return Ok(Verdict::Broken(expected));
        }
        seen += events.len() as u64;
        expected += 1;
        before = sealed.hash;
    }
    // An event that claims a batch nobody sealed was added, or its batch was taken away.
    let claimed = entity::Entity::find().filter(entity::Column::Batch.is_not_null()).count(store.read()).await?;
    if claimed != seen {
        return Ok(Verdict::Broken(expected));
    }
    Ok(Verdict::Whole(u64::try_from(expected - 1).unwrap_or(0), seen))
}
