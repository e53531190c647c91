//! One act: no write exists without a transaction, a person and a time.

mod append;

pub use append::TallyKey;
pub(crate) use append::{Appended, KeptAnswer};

use crate::{Actor, Error, Result, audit, chance::Dice};
use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, EntityTrait};
use std::sync::Arc;
use words::{EventId, TrackingCode};

/// What a verb that changes something is given. It may be run again with the same time and the same dice, so a verb
/// takes both from here and from nowhere else.
pub struct Act {
    tx: Arc<DatabaseTransaction>,
    by: Actor,
    at: DateTime<Utc>,
    dice: Dice,
    wrote: bool,
    pub(crate) shared: bool,
    pub(crate) appended: Appended,
}

impl Act {
    pub(crate) fn new(tx: Arc<DatabaseTransaction>, by: Actor, at: DateTime<Utc>, dice: Dice) -> Self {
        Self { tx, by, at, dice, wrote: false, shared: false, appended: Appended::default() }
    }

    /// Who acts.
    pub fn by(&self) -> &Actor {
        &self.by
    }

    /// When.
    pub fn at(&self) -> DateTime<Utc> {
        self.at
    }

    /// The transaction, to look at what is there.
    pub fn read(&self) -> &DatabaseTransaction {
        &self.tx
    }

    /// The transaction, to change a row in place. An act that fails after this costs its group a second run, so
    /// check everything before.
    pub fn write(&mut self) -> &DatabaseTransaction {
        self.wrote = true;
        &self.tx
    }

    /// For an act that must see everything: what its neighbours in a group append is not there yet. Where there are
    /// neighbours it fails, and the group is run again one by one.
    ///
    /// # Errors
    /// There are neighbours; whoever asked for the act never hears of it.
    pub fn alone(&mut self) -> Result<()> {
        if self.shared {
            self.wrote = true;
            return Err(Error::Busy);
        }
        Ok(())
    }

    pub(crate) fn wrote(&self) -> bool {
        self.wrote
    }

    /// A new id, ordered by the time of this act.
    pub fn id<T>(&mut self, from_parts: fn(u64, [u8; 10]) -> T) -> T {
        self.id_at(from_parts, self.at)
    }

    /// A new id, ordered by another time: an imported need takes its place among those of its day.
    pub fn id_at<T>(&mut self, from_parts: fn(u64, [u8; 10]) -> T, at: DateTime<Utc>) -> T {
        let millis = u64::try_from(at.timestamp_millis()).unwrap_or(0);
        from_parts(millis, self.dice.ten())
    }

    /// A new tracking code. That it is new is decided by a unique index: a clash is drawn anew.
    pub fn code(&mut self) -> TrackingCode {
        TrackingCode::from_chance(self.dice.number())
    }

    /// Appends a row at the end of the group, many rows a statement. Nothing in this act can read it back.
    pub fn insert<E>(&mut self, row: E::Model)
    where
        E: EntityTrait,
        E::Model: Into<E::ActiveModel> + sea_orm::IntoActiveModel<E::ActiveModel>,
        E::ActiveModel: Send,
    {
        self.appended.insert::<E>(row);
    }

    /// Moves a tally by one up or down; sums of a group are written once.
    pub fn tally(&mut self, key: TallyKey, vote: words::Vote, by: i64) {
        self.appended.tally(key, vote, by);
    }

    /// Writes down what happened: ids and slugs, never words of a person.
    ///
    /// # Errors
    /// None today; the record may one day refuse.
    pub fn record(&mut self, verb: &'static str, subject: String, detail: &serde_json::Value) -> Result<()> {
        let id = self.id(EventId::from_parts);
        let row = audit::entity::Model {
            id: id.0,
            at: self.at,
            verb: verb.to_owned(),
            subject,
            by: self.by.mark(),
            detail: detail.to_string(),
            batch: None,
        };
        self.insert::<audit::entity::Entity>(row);
        Ok(())
    }
}
