//! The demonstration city: an invented district with a few months behind it, made by a generator with a fixed seed.
//! Nobody in it exists, and no sentence in it was written by a resident.

mod chance;
mod deeds;
mod moments;
mod people;
mod places;
mod ratings;
mod rehearsal;
mod remarks;
mod services;
mod stories;
mod tables;
mod texts;
mod units;

use crate::commands::{Failure, progress};
use chance::Chance;
use chrono::{DateTime, TimeDelta, Utc};
use domain::places::Catalogue;
use domain::{Act, Actor, Clock, Intent, Store, audit};
use futures::future::BoxFuture;

/// The password of every demonstration sign-in. Outside loopback the server refuses to start while they exist.
pub(crate) const PASSWORD: &str = "minsheng-demo";

/// How far back the city remembers, in days.
const DAYS: u32 = 200;

/// What was made.
#[derive(Debug, Clone, Copy)]
pub(crate) struct City {
    /// Places of all four levels.
    pub(crate) places: usize,
    /// Units.
    pub(crate) units: usize,
    /// Rated services.
    pub(crate) services: usize,
    /// Ratings, replaced ones included.
    pub(crate) ratings: usize,
    /// Needs.
    pub(crate) needs: usize,
}

/// Builds the city in an empty database, act by act, at the times at which its people would have acted.
///
/// # Errors
/// Whatever the database says; what was made until then stays.
pub(crate) async fn build(store: &Store, clock: &Clock, now: DateTime<Utc>) -> Result<City, Failure> {
    let founding = Founding { store, clock, at: now - TimeDelta::days(i64::from(DAYS) + 10) };
    places::found(&founding).await?;
    let catalogue = founding.catalogue().await?;
    units::found(&founding, &catalogue).await?;
    let catalogue = founding.catalogue().await?;
    let profiles = services::found(&founding, &catalogue).await?;
    let catalogue = founding.catalogue().await?;
    let staff = people::hire(&founding, &catalogue).await?;
    let mut chance = Chance::seeded();
    let days = ratings::plan(&catalogue, &profiles, store.secret(), now, &mut chance);
    let ratings = ratings::cast(store, clock, days, &mut chance).await?;
    let texts = tables::rows(tables::NEEDS)?;
    let stories = stories::plan(&catalogue, &texts, now, &mut chance);
    let needs = stories.len();
    rehearsal::play(store, clock, &catalogue, &staff, stories).await?;
    clock.set(now);
    seal(store).await?;
    let (places, units) = (catalogue.regions.len(), catalogue.units.len());
    Ok(City { places, units, services: catalogue.services.len(), ratings, needs })
}

/// Seals the record so far, so that there is something to verify.
async fn seal(store: &Store) -> Result<(), Failure> {
    let bar = progress("record", 1);
    while store.write(Intent::by(Actor::System), |act| Box::pin(audit::seal(act))).await? > 0 {
        bar.tick();
    }
    bar.finish_and_clear();
    Ok(())
}

/// The days on which places, units and services are put into the catalogue, one act each: ids carry their time, so
/// the order in which things are made is the order in which people see them.
struct Founding<'a> {
    store: &'a Store,
    clock: &'a Clock,
    at: DateTime<Utc>,
}

impl Founding<'_> {
    /// Does one thing, a little after the one before.
    async fn act<T, F>(&self, verb: F) -> Result<T, Failure>
    where
        T: serde::Serialize + serde::de::DeserializeOwned + Send + 'static,
        F: for<'a> Fn(&'a mut Act) -> BoxFuture<'a, domain::Result<T>> + Send + Sync + 'static,
    {
        let before = self.clock.now();
        let next = if before < self.at || before > self.at + TimeDelta::days(1) { self.at } else { before };
        self.clock.set(next + TimeDelta::milliseconds(40));
        Ok(self.store.write(Intent::by(Actor::System), verb).await?)
    }

    async fn catalogue(&self) -> Result<std::sync::Arc<Catalogue>, Failure> {
        Catalogue::forget(self.store).await;
        Ok(Catalogue::of(self.store).await?)
    }
}
