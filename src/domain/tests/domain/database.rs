//! A fresh, migrated database for one test, gone at its end.

use crate::city::City;
use domain::{Store, store::Options};
use futures::FutureExt;
use sea_orm::{ConnectionTrait, Database as Connect, DatabaseConnection, DbBackend, Statement};
use std::io::Write;
use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicU32, Ordering};
use tempfile::TempDir;

/// Where a test's data lies.
pub(crate) struct Database {
    pub(crate) options: Options,
    dir: Option<TempDir>,
}

impl Database {
    /// A file in a directory of its own; no table is in it yet.
    pub(crate) fn empty_sqlite() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", dir.path().join("minsheng.db").display());
        Self { options: Options::new(url), dir: Some(dir) }
    }

    /// A database on the server of `MINSHENG_TEST_POSTGRES`, empty or a copy of `template`.
    pub(crate) async fn on_server(server: &str, template: &str) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("test_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let admin = connect(server).await;
        let create = format!("CREATE DATABASE {name} TEMPLATE {template}");
        admin.execute_unprepared(&create).await.unwrap();
        admin.close().await.unwrap();
        Self { options: Options::new(beside(server, &name)), dir: None }
    }

    /// Takes it away with everybody who is still connected to it.
    pub(crate) async fn remove(self) {
        if self.dir.is_some() {
            return;
        }
        let Some(server) = server() else { return };
        let name = self.options.url.rsplit('/').next().unwrap();
        let admin = connect(&server).await;
        admin.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await.unwrap();
        admin.close().await.unwrap();
    }
}

/// The server for PostgreSQL tests, if there is one.
#[expect(clippy::disallowed_methods, reason = "a test has no settings to be handed the address in")]
pub(crate) fn server() -> Option<String> {
    std::env::var("MINSHENG_TEST_POSTGRES").ok()
}

/// The server, or a line on the screen that the test was not run: the harness of Rust would swallow a print.
pub(crate) fn server_or_skip(test: &str) -> Option<String> {
    let server = server();
    if server.is_none() {
        let line = format!("skipped: {test}: MINSHENG_TEST_POSTGRES is not set\n");
        std::io::stderr().write_all(line.as_bytes()).unwrap();
    }
    server
}

/// A connection past both doors, so that nothing is counted and everything may be looked at.
pub(crate) async fn connect(url: &str) -> DatabaseConnection {
    let mut options = sea_orm::ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    Connect::connect(options).await.unwrap()
}

fn beside(server: &str, name: &str) -> String {
    let (address, _) = server.rsplit_once('/').unwrap();
    format!("{address}/{name}")
}

/// The migrated database that others are copied from, made once for each build of these tests.
async fn template(server: &str) -> String {
    let built = std::env::current_exe().unwrap().metadata().unwrap().modified().unwrap();
    let name = format!("minsheng_template_{}", built.duration_since(std::time::UNIX_EPOCH).unwrap().as_millis());
    let admin = connect(server).await;
    admin.execute_unprepared("SELECT pg_advisory_lock(20260928)").await.unwrap();
    let known = format!("SELECT 1 FROM pg_database WHERE datname = '{name}'");
    if admin.query_one_raw(Statement::from_string(DbBackend::Postgres, known)).await.unwrap().is_none() {
        // Made under another name first: a template that is half made must never be copied.
        let making = format!("making_{name}");
        admin.execute_unprepared(&format!("DROP DATABASE IF EXISTS {making} WITH (FORCE)")).await.unwrap();
        admin.execute_unprepared(&format!("CREATE DATABASE {making} TEMPLATE template0")).await.unwrap();
        Store::migrate(&Options::new(beside(server, &making))).await.unwrap();
        admin.execute_unprepared(&format!("ALTER DATABASE {making} RENAME TO {name}")).await.unwrap();
    }
    admin.close().await.unwrap();
    name
}

pub(crate) async fn on_sqlite(check: impl AsyncFn(&City)) {
    let database = Database::empty_sqlite();
    Store::migrate(&database.options).await.unwrap();
    run(database, check).await;
}

pub(crate) async fn on_postgres(test: &str, check: impl AsyncFn(&City)) {
    let Some(server) = server_or_skip(test) else {
        return;
    };
    let template = template(&server).await;
    run(Database::on_server(&server, &template).await, check).await;
}

async fn run(database: Database, check: impl AsyncFn(&City)) {
    let city = City::build(database.options.clone()).await;
    let ended = AssertUnwindSafe(check(&city)).catch_unwind().await;
    drop(city);
    database.remove().await;
    if let Err(panic) = ended {
        std::panic::resume_unwind(panic);
    }
}
