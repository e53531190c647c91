//! How many acts a second go through the write door, beside the bare insert of the same row on the same machine.
//!
//! The floor of one client is one INSERT with a commit of its own. The floor of 64 clients is, on SQLite, one INSERT of
//! as many rows as the door put into a group, with one commit; on PostgreSQL 64 clients who insert one row each.
//! PostgreSQL is measured where `MINSHENG_TEST_POSTGRES` is set.
#![expect(clippy::unwrap_used, reason = "a benchmark that fails says so")]

mod bare;
mod figure;

use bare::{Bare, Row};
use domain::needs::NewNeed;
use domain::places::{Catalogue, NewRegion};
use domain::ratings::NewRating;
use domain::store::Options;
use domain::{Act, Actor, Clock, Intent, Once, Secret, Store, chance};
use figure::Figure;
use futures::future::BoxFuture;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use words::{Body, Channel, Contact, ForWhom, NeedKind, Place, RegionId, RegionLevel, ServiceId, Spot, Vote};

/// How long one measurement lasts; every figure is the mean of two, taken in turn with its floor.
const TIME: Duration = Duration::from_millis(1200);
const TURNS: u32 = 2;
const CLIENTS: u64 = 64;

#[tokio::main]
async fn main() {
    // `cargo bench` says so; `cargo test --benches` only wants to know that it starts.
    if !std::env::args().any(|word| word == "--bench") {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let url = |name: &str| format!("sqlite://{}", dir.path().join(name).display());
    measure("SQLite", &url("door.db"), &url("bare.db")).await;
    if let Some(server) = server() {
        let beside = |name: &str| format!("{}/{name}", server.rsplit_once('/').unwrap().0);
        for name in ["bench_door", "bench_bare"] {
            bare::fresh_database(&server, name).await;
        }
        measure("PostgreSQL", &beside("bench_door"), &beside("bench_bare")).await;
        for name in ["bench_door", "bench_bare"] {
            bare::drop_database(&server, name).await;
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "a benchmark has no settings to be handed the address in")]
fn server() -> Option<String> {
    std::env::var("MINSHENG_TEST_POSTGRES").ok()
}

async fn measure(database: &str, url: &str, bare_url: &str) {
    for url in [url, bare_url] {
        Store::migrate(&Options::new(url)).await.unwrap();
    }
    let bare = Arc::new(Bare::open(bare_url).await);
    let city = Arc::new(City::open(url).await);
    for (row, what) in [(Row::Rating, "rate"), (Row::Need, "report")] {
        for clients in [1, CLIENTS] {
            let (mut measured, mut floor) = (0.0, 0.0);
            for _ in 0..TURNS {
                let before = city.counts();
                let city_too = city.clone();
                measured += a_second(clients, 1, move || city_too.clone().act(row)).await;
                let (acts, commits) = city.counts();
                let group = (acts - before.0).checked_div(commits - before.1).unwrap_or(1).max(1);
                let bare = bare.clone();
                let (writers, group) = if bare.is_sqlite() { (1, group) } else { (clients, 1) };
                floor += a_second(writers, group, move || bare.clone().insert(row, group)).await;
            }
            let (measured, floor) = (measured / f64::from(TURNS), floor / f64::from(TURNS));
            let name = format!("{what}, {database}, {clients} at once");
            Figure { name: &name, unit: "acts/s", measured, floor, better: "more" }.print();
        }
    }
}

/// What so many clients get done in a second, each beginning anew as soon as it is answered.
async fn a_second<F>(clients: u64, worth: u64, act: impl Fn() -> F + Clone + Send + 'static) -> f64
where
    F: Future<Output = ()> + Send,
{
    let begun = Instant::now();
    let working: Vec<_> = (0..clients)
        .map(|_| {
            let act = act.clone();
            tokio::spawn(async move {
                let mut done = 0;
                while begun.elapsed() < TIME {
                    act().await;
                    done += worth;
                }
                done
            })
        })
        .collect();
    let mut done = 0;
    for working in working {
        done += working.await.unwrap();
    }
    done as f64 / begun.elapsed().as_secs_f64()
}

/// The door with what an act needs.
struct City {
    store: Store,
    catalogue: Arc<Catalogue>,
    community: RegionId,
    service: ServiceId,
    next: AtomicU64,
}

impl City {
    async fn open(url: &str) -> Self {
        let store = Store::open(&Options::new(url), Clock::default(), Secret::generate().0).await.unwrap();
        let create = closure(|act| {
            let new = NewRegion {
                parent: None,
                level: RegionLevel::Community,
                slug: "community".to_owned(),
                name_zh: "社区".to_owned(),
                name_en: "community".to_owned(),
                initials: String::new(),
                residents: 3000,
            };
            Box::pin(domain::places::create(act, new))
        });
        let community = store.write(Intent::by(Actor::System), create).await.unwrap();
        let catalogue = Catalogue::of(&store).await.unwrap();
        Self { store, catalogue, community, service: ServiceId::from_parts(1, [1; 10]), next: AtomicU64::new(0) }
    }

    fn counts(&self) -> (u64, u64) {
        (self.store.counters().acts(), self.store.counters().commits())
    }

    /// One act as a form sends it: with a key, by a resident not seen before.
    async fn act(self: Arc<Self>, row: Row) {
        let voice = self.store.secret().device(&self.next.fetch_add(1, Ordering::Relaxed).to_string());
        let once = Once::new(chance::key(), b"what was typed");
        let intent = Intent::by(Actor::Guest(voice.clone())).once(Some(once));
        let city = self.clone();
        match row {
            Row::Rating => {
                let new = NewRating {
                    service: city.service,
                    voice,
                    vote: Vote::try_from(4).unwrap(),
                    channel: Channel::Own,
                    entry: String::new(),
                    region: Some(city.community),
                    at: None,
                };
                let verb = closure(move |act| Box::pin(domain::ratings::rate(act, new.clone())));
                self.store.write(intent, verb).await.unwrap();
            }
            Row::Need => {
                let new = NewNeed {
                    kind: NeedKind::Difficult,
                    body: Body::parse(bare::TEXT).unwrap(),
                    category: None,
                    place: Place::Region(city.community),
                    spot: Spot::parse("").unwrap(),
                    point: None,
                    contact: Contact::None,
                    staff_only: false,
                    for_whom: ForWhom::Own,
                    channel: Channel::Own,
                };
                let verb = closure(move |act| {
                    let (city, new) = (city.clone(), new.clone());
                    Box::pin(async move { domain::needs::report(act, &city.catalogue, new).await })
                });
                self.store.write(intent, verb).await.unwrap();
            }
        }
    }
}

/// Helps the compiler to see that a closure is good for every act.
fn closure<T, F>(verb: F) -> F
where
    F: for<'a> Fn(&'a mut Act) -> BoxFuture<'a, domain::Result<T>> + Send + Sync + 'static,
{
    verb
}
