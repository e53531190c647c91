//! A small city to try things in: two districts, two units, three services, and the people who work there.

use crate::database::connect;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::places::{Catalogue, NewRegion};
use domain::services::NewService;
use domain::store::Options;
use domain::units::NewUnit;
use domain::{Act, Actor, Clock, Error, Intent, Result, Secret, Staff, Store, Voice};
use futures::future::BoxFuture;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;
use words::{PersonId, RegionId, RegionLevel, Role, ServiceClass, ServiceId, UnitId};

pub(crate) struct City {
    pub(crate) store: Store,
    pub(crate) clock: Clock,
    pub(crate) secret: Secret,
    pub(crate) options: Options,
    pub(crate) raw: DatabaseConnection,
    pub(crate) catalogue: Arc<Catalogue>,
    pub(crate) whole: RegionId,
    pub(crate) east: RegionId,
    pub(crate) community: RegionId,
    pub(crate) west: RegionId,
    pub(crate) western_community: RegionId,
    pub(crate) property: UnitId,
    pub(crate) waterworks: UnitId,
    pub(crate) services: Vec<ServiceId>,
    /// Works in the eastern district.
    pub(crate) worker: Staff,
    /// Works in the western district.
    pub(crate) western_worker: Staff,
    /// Answers for the property company.
    pub(crate) caretaker: Staff,
    /// Answers for the waterworks.
    pub(crate) plumber: Staff,
    pub(crate) official: Staff,
}

/// Monday, 28 September 2026, 10:24 in China.
pub(crate) fn monday() -> DateTime<Utc> {
    NaiveDate::from_ymd_opt(2026, 9, 28).unwrap().and_hms_opt(2, 24, 0).unwrap().and_utc()
}

fn staff(number: u8, role: Role, region: Option<RegionId>, unit: Option<UnitId>) -> Staff {
    let person = PersonId::from_parts(1, [number; 10]);
    Staff { person, name: format!("colleague {number}"), role, region, unit }
}

impl City {
    pub(crate) async fn build(options: Options) -> Self {
        let (clock, secret) = (Clock::standing(monday()), Secret::generate().0);
        let store = Store::open(&options, clock.clone(), secret.clone()).await.unwrap();
        let whole = region(&store, "city", None, RegionLevel::City).await;
        let east = region(&store, "east", Some(whole), RegionLevel::District).await;
        let street = region(&store, "east-street", Some(east), RegionLevel::Subdistrict).await;
        let community = region(&store, "east-community", Some(street), RegionLevel::Community).await;
        let west = region(&store, "west", Some(whole), RegionLevel::District).await;
        let western_community = region(&store, "west-community", Some(west), RegionLevel::Community).await;
        let property = unit(&store, "property").await;
        let waterworks = unit(&store, "waterworks").await;
        let mut services = Vec::new();
        for slug in ["water-bill", "heating-bill", "parking"] {
            services.push(service(&store, slug).await);
        }
        Catalogue::forget(&store).await;
        let catalogue = Catalogue::of(&store).await.unwrap();
        let raw = connect(&options.url).await;
        Self {
            worker: staff(1, Role::Worker, Some(east), None),
            western_worker: staff(2, Role::Worker, Some(west), None),
            caretaker: staff(3, Role::Unit, None, Some(property)),
            plumber: staff(4, Role::Unit, None, Some(waterworks)),
            official: staff(5, Role::Official, None, None),
            store,
            clock,
            secret,
            options,
            raw,
            catalogue,
            whole,
            east,
            community,
            west,
            western_community,
            property,
            waterworks,
            services,
        }
    }

    /// A second instance on the same database, with the same clock.
    pub(crate) async fn second_store(&self) -> Store {
        Store::open(&self.options, self.clock.clone(), self.secret.clone()).await.unwrap()
    }

    pub(crate) fn is_postgres(&self) -> bool {
        self.store.backend() == DbBackend::Postgres
    }

    /// A resident, by a name of the test's own.
    pub(crate) fn voice(&self, name: &str) -> Voice {
        self.secret.device(name)
    }

    pub(crate) fn pass(&self, time: TimeDelta) {
        self.clock.set(self.clock.now() + time);
    }

    /// One write through the door, by anybody.
    pub(crate) async fn write<T, F>(&self, by: impl Into<By>, verb: F) -> Result<T>
    where
        T: serde::Serialize + serde::de::DeserializeOwned + Send + 'static,
        F: for<'a> Fn(&'a mut Act) -> BoxFuture<'a, Result<T>> + Send + Sync + 'static,
    {
        self.store.write(Intent::by(by.into().0), verb).await
    }

    /// Lets acts wait behind one that holds the writer: on SQLite they share the next group.
    pub(crate) async fn while_held<T>(&self, acts: impl Future<Output = T>) -> T {
        let (began, free) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let (store, signals) = (self.store.clone(), (began.clone(), free.clone()));
        let holding = tokio::spawn(async move {
            let hold = verb(move |_| {
                let (began, free) = signals.clone();
                Box::pin(async move {
                    began.notify_one();
                    free.notified().await;
                    Ok(())
                })
            });
            store.write(Intent::by(Actor::System), hold).await
        });
        began.notified().await;
        let release = async {
            tokio::time::sleep(Duration::from_millis(50)).await;
            free.notify_one();
        };
        let (answers, ()) = tokio::join!(acts, release);
        holding.await.unwrap().unwrap();
        answers
    }

    /// Waits until nothing waits behind the write door: an act is counted as done a moment after its answer.
    pub(crate) async fn settle(&self) {
        for _ in 0..500 {
            if self.store.counters().waiting() == 0 {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("{} acts wait for ever", self.store.counters().waiting());
    }

    /// One number, looked up past both doors.
    pub(crate) async fn number(&self, sql: &str) -> i64 {
        let row = self.raw.query_one_raw(Statement::from_string(self.store.backend(), sql)).await.unwrap().unwrap();
        row.try_get_by_index(0).unwrap()
    }

    /// Every first column, as text.
    pub(crate) async fn texts(&self, sql: &str) -> Vec<String> {
        let rows = self.raw.query_all_raw(Statement::from_string(self.store.backend(), sql)).await.unwrap();
        rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
    }

    pub(crate) async fn execute(&self, sql: &str) {
        self.raw.execute_unprepared(sql).await.unwrap_or_else(|e| panic!("{sql}: {e}"));
    }

    /// An id as each database writes it.
    pub(crate) fn literal(&self, id: impl Into<uuid::Uuid>) -> String {
        let id: uuid::Uuid = id.into();
        if self.is_postgres() { format!("'{id}'::uuid") } else { format!("x'{}'", id.simple()) }
    }
}

/// Who writes, from whatever a test has at hand.
pub(crate) struct By(pub(crate) Actor);

impl From<&Staff> for By {
    fn from(staff: &Staff) -> Self {
        Self(Actor::Staff(staff.clone()))
    }
}

impl From<&Voice> for By {
    fn from(voice: &Voice) -> Self {
        Self(Actor::Guest(voice.clone()))
    }
}

impl From<Actor> for By {
    fn from(actor: Actor) -> Self {
        Self(actor)
    }
}

/// Helps the compiler to see that a closure is good for every act.
pub(crate) fn verb<T, F>(verb: F) -> F
where
    F: for<'a> Fn(&'a mut Act) -> BoxFuture<'a, Result<T>> + Send + Sync + 'static,
{
    verb
}

/// The status that a browser would get.
pub(crate) fn status<T>(answer: &Result<T>) -> u16 {
    match answer {
        Ok(_) => 200,
        Err(Error::NotFound) => 404,
        Err(Error::Gone) => 410,
        Err(Error::Forbidden) => 403,
        Err(Error::Invalid(_)) => 422,
        Err(Error::Conflict) => 409,
        Err(Error::Busy) => 503,
        Err(Error::Full) => 507,
        Err(Error::Internal(_)) => 500,
    }
}

async fn region(store: &Store, slug: &str, parent: Option<RegionId>, level: RegionLevel) -> RegionId {
    let (slug, name) = (slug.to_owned(), slug.to_owned());
    let new = NewRegion {
        parent,
        level,
        slug,
        name_zh: name.clone(),
        name_en: name,
        initials: String::new(),
        residents: 1000,
    };
    let create = verb(move |act| Box::pin(domain::places::create(act, new.clone())));
    store.write(Intent::by(Actor::System), create).await.unwrap()
}

async fn unit(store: &Store, slug: &str) -> UnitId {
    let new = NewUnit { slug: slug.to_owned(), name_zh: slug.to_owned(), name_en: slug.to_owned(), region: None };
    let create = verb(move |act| Box::pin(domain::units::create(act, new.clone())));
    store.write(Intent::by(Actor::System), create).await.unwrap()
}

async fn service(store: &Store, slug: &str) -> ServiceId {
    let new = NewService {
        slug: slug.parse().unwrap(),
        class: ServiceClass::Paying,
        name_zh: slug.to_owned(),
        name_en: slug.to_owned(),
        unit: None,
        region: None,
        statutory: false,
    };
    let create = verb(move |act| Box::pin(domain::services::create(act, new.clone())));
    store.write(Intent::by(Actor::System), create).await.unwrap()
}
