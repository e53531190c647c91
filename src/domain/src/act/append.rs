//! What acts append, collected and written once per group. A statement costs about 40 µs whatever it does, so this
//! decides how many acts a second there can be.

use crate::ratings::tally;
use crate::store::keys;
use chrono::{DateTime, NaiveDate, Utc};
use futures::future::BoxFuture;
use sea_orm::{DatabaseTransaction, DbErr, EntityTrait, IntoActiveModel};
use std::any::{Any, TypeId};
use std::collections::BTreeMap;
use words::{Channel, RegionId, ServiceId, Vote};

/// Which tally a voice is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TallyKey {
    /// The rated service.
    pub service: ServiceId,
    /// The day in China.
    pub day: NaiveDate,
    /// Which way it came.
    pub channel: Channel,
    /// Whether a phone stands behind it.
    pub verified: bool,
    /// The region, where known: counted by month, apart from the day tallies.
    pub region: Option<RegionId>,
}

/// Sums to be added to one tally row: n1 to n5, unused, failed.
pub(crate) type Sums = [i64; 7];

/// The answer to a key, kept so that the same submission gets the same answer.
pub(crate) struct KeptAnswer {
    pub(crate) key: uuid::Uuid,
    pub(crate) digest: String,
    pub(crate) answer: String,
    pub(crate) at: DateTime<Utc>,
}

trait Rows: Send {
    fn as_any(&mut self) -> &mut dyn Any;
    fn absorb(&mut self, other: Box<dyn Rows>);
    fn flush(self: Box<Self>, tx: &DatabaseTransaction) -> BoxFuture<'_, Result<(), DbErr>>;
}

struct Batch<E: EntityTrait>(Vec<E::ActiveModel>);

/// Rows a statement: well below SQLite's limit of 32,766 values for the widest table.
const ROWS: usize = 500;

impl<E> Rows for Batch<E>
where
    E: EntityTrait,
    E::ActiveModel: Send,
{
    fn as_any(&mut self) -> &mut dyn Any {
        self
    }

    fn absorb(&mut self, mut other: Box<dyn Rows>) {
        if let Some(other) = other.as_any().downcast_mut::<Self>() {
            self.0.append(&mut other.0);
        }
    }

    fn flush(self: Box<Self>, tx: &DatabaseTransaction) -> BoxFuture<'_, Result<(), DbErr>> {
        Box::pin(async move {
            let mut rows = self.0.into_iter().peekable();
            while rows.peek().is_some() {
                let some: Vec<_> = rows.by_ref().take(ROWS).collect();
                E::insert_many(some).exec_without_returning(tx).await?;
            }
            Ok(())
        })
    }
}

/// Everything one act, or one group of acts, appends.
#[derive(Default)]
pub(crate) struct Appended {
    rows: Vec<(TypeId, Box<dyn Rows>)>,
    tallies: BTreeMap<TallyKey, Sums>,
    answers: Vec<KeptAnswer>,
}

impl Appended {
    pub(crate) fn insert<E>(&mut self, row: E::Model)
    where
        E: EntityTrait,
        E::Model: IntoActiveModel<E::ActiveModel>,
        E::ActiveModel: Send,
    {
        let row = row.into_active_model();
        let id = TypeId::of::<E>();
        let known = self.rows.iter_mut().find(|(of, _)| *of == id);
        match known.and_then(|(_, rows)| rows.as_any().downcast_mut::<Batch<E>>()) {
            Some(batch) => batch.0.push(row),
            None => self.rows.push((id, Box::new(Batch::<E>(vec![row])))),
        }
    }

    pub(crate) fn tally(&mut self, key: TallyKey, vote: Vote, by: i64) {
        let place = usize::from(vote.number()) - 1;
        self.tallies.entry(key).or_default()[place] += by;
    }

    pub(crate) fn answer(&mut self, kept: KeptAnswer) {
        self.answers.push(kept);
    }

    /// Takes over what a neighbour in the group appended.
    pub(crate) fn absorb(&mut self, other: Self) {
        for (id, rows) in other.rows {
            match self.rows.iter_mut().find(|(of, _)| *of == id) {
                Some((_, mine)) => mine.absorb(rows),
                None => self.rows.push((id, rows)),
            }
        }
        for (key, sums) in other.tallies {
            let mine = self.tallies.entry(key).or_default();
            for (mine, more) in mine.iter_mut().zip(sums) {
                *mine += more;
            }
        }
        self.answers.extend(other.answers);
    }

    /// Writes it all. Tallies go in the order of their keys, so that two writers never wait for each other in a ring.
    pub(crate) async fn flush(self, tx: &DatabaseTransaction) -> Result<(), DbErr> {
        for (_, rows) in self.rows {
            rows.flush(tx).await?;
        }
        tally::add(tx, self.tallies).await?;
        keys::keep(tx, self.answers).await
    }
}
