//! What people can do, tried on both databases: every test here runs on SQLite and on PostgreSQL from one text.
//!
//! PostgreSQL is found in `MINSHENG_TEST_POSTGRES`; `tools/postgres-throwaway cargo test -p domain` sets it. Where it
//! is missing, every PostgreSQL test says "skipped" on the screen.
#![expect(clippy::unwrap_used, reason = "a test says what is wrong by failing")]

/// One test, twice: `name::sqlite` and `name::postgres`, each in a fresh city with a database of its own.
macro_rules! on_both {
    ($name:ident, |$city:ident| async $body:block) => {
        async fn $name($city: &crate::city::City) $body

        mod $name {
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                crate::database::on_sqlite(super::$name).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                crate::database::on_postgres(concat!(module_path!(), "::postgres"), super::$name).await;
            }
        }
    };
}

mod audit;
mod cancelled;
mod city;
mod database;
mod desk;
mod group;
mod join;
mod life;
mod likeness;
mod list;
mod migration;
mod once;
mod privacy;
mod rating;
mod refusal;
mod resident;
mod schema;
mod search;
mod session;
mod statements;
mod tally;
mod voice;
