//! How long the ranking takes with a thousand ratings and with a million: it reads tallies, so it should be the same.
#![expect(clippy::unwrap_used, reason = "a benchmark that fails says so")]

mod figure;

use chrono::TimeDelta;
use domain::insight::{Board, Period};
use domain::places::Catalogue;
use domain::services::NewService;
use domain::store::Options;
use domain::{Act, Actor, Clock, Intent, Secret, Store};
use figure::Figure;
use futures::future::BoxFuture;
use sea_orm::{ConnectOptions, ConnectionTrait, Database};
use std::time::Instant;
use words::ServiceClass;

/// Services in each of six classes.
const SERVICES: usize = 7;
const TIMES: u32 = 60;

#[tokio::main]
async fn main() {
    // `cargo bench` says so; `cargo test --benches` only wants to know that it starts.
    if !std::env::args().any(|word| word == "--bench") {
        return;
    }
    let few = milliseconds(1_000).await;
    let many = milliseconds(1_000_000).await;
    let name = "ranking of 1,000,000 ratings; floor: of 1,000";
    Figure { name, unit: "ms", measured: many, floor: few, better: "less" }.print();
}

/// The median time of one ranking, counted anew each time.
async fn milliseconds(ratings: u64) -> f64 {
    let dir = tempfile::tempdir().unwrap();
    let options = Options::new(format!("sqlite://{}", dir.path().join("ranking.db").display()));
    Store::migrate(&options).await.unwrap();
    let clock = Clock::standing(Clock::default().now());
    let store = Store::open(&options, clock.clone(), Secret::generate().0).await.unwrap();
    for class in ServiceClass::ALL {
        for n in 0..SERVICES {
            add_service(&store, *class, n).await;
        }
    }
    fill(&options.url, ratings).await;
    let catalogue = Catalogue::of(&store).await.unwrap();
    let mut took = Vec::new();
    for _ in 0..TIMES {
        // The last count is kept for two seconds.
        clock.set(clock.now() + TimeDelta::seconds(3));
        let begun = Instant::now();
        let board = Board::of(&store, &catalogue, Period::Rolling).await.unwrap();
        took.push(begun.elapsed().as_secs_f64() * 1000.0);
        let counted: u64 = board.lines().map(|line| line.counts.n() + line.unused + line.failed).sum();
        assert_eq!(counted, ratings, "the ranking counts them all");
    }
    took.sort_by(f64::total_cmp);
    took[took.len() / 2]
}

async fn add_service(store: &Store, class: ServiceClass, n: usize) {
    let new = NewService {
        slug: format!("{class}-{n}").parse().unwrap(),
        class,
        name_zh: "服务".to_owned(),
        name_en: "service".to_owned(),
        unit: None,
        region: None,
        statutory: false,
    };
    let create = closure(move |act| Box::pin(domain::services::create(act, new.clone())));
    store.write(Intent::by(Actor::System), create).await.unwrap();
}

/// Ratings put straight into the tables, over ninety days, with their tallies.
async fn fill(url: &str, ratings: u64) {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    let db = Database::connect(options).await.unwrap();
    let rows = format!(
        "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {ratings}) \
         INSERT INTO ratings (id, service_id, voice, vote, channel, entry, verified, code, at, day, active, reasons) \
         SELECT randomblob(16), s.id, 'voice ' || i, 1 + abs(random()) % 7, \
         CASE i % 5 WHEN 0 THEN 'assisted' ELSE 'self' END, '', 0, i, datetime('now'), \
         date('now', '+8 hours', '-' || (i / 43 % 90) || ' days'), 1, '' \
         FROM n JOIN (SELECT id, row_number() OVER () - 1 AS place FROM services) s \
         ON s.place = i % (SELECT count(*) FROM services)"
    );
    let sum = |vote: u8| format!("sum(vote = {vote})");
    let tallies = format!(
        "INSERT INTO tallies SELECT service_id, day, channel, verified, {} FROM ratings \
         GROUP BY service_id, day, channel, verified",
        (1..=7).map(sum).collect::<Vec<_>>().join(", ")
    );
    for sql in ["PRAGMA synchronous = OFF", &rows, &tallies] {
        db.execute_unprepared(sql).await.unwrap();
    }
    db.close().await.unwrap();
}

/// Helps the compiler to see that a closure is good for every act.
fn closure<T, F>(verb: F) -> F
where
    F: for<'a> Fn(&'a mut Act) -> BoxFuture<'a, domain::Result<T>> + Send + Sync + 'static,
{
    verb
}
