//! How each database is opened. SQLite: one writer, several readers, WAL, `synchronous=FULL`.

use super::Counters;
use super::door::{Door, QUEUE};
use super::{group, spawned};
use crate::{Error, Result};
use sea_orm::{DatabaseConnection, SqlxPostgresConnector, SqlxSqliteConnector};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::sync::{Semaphore, mpsc};

/// Which database, and how many connections to it.
#[derive(Debug, Clone)]
pub struct Options {
    /// `sqlite://path` or `postgres://…`.
    pub url: String,
    /// Connections that read; on PostgreSQL as many again write.
    pub readers: u32,
}

impl Options {
    /// A database by its address, with eight readers.
    pub fn new(url: impl Into<String>) -> Self {
        Self { url: url.into(), readers: 8 }
    }

    fn is_sqlite(&self) -> bool {
        self.url.starts_with("sqlite:")
    }
}

/// How long a statement waits for a lock of another process, and a reader for a connection.
const PATIENCE: Duration = Duration::from_secs(5);

fn sqlite(options: &Options) -> Result<SqliteConnectOptions> {
    let opened = SqliteConnectOptions::from_str(&options.url).map_err(Error::internal)?;
    if let Some(folder) = opened.get_filename().parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(Error::internal)?;
    }
    // FULL, because an acknowledged need must survive the power going out, not only the process.
    Ok(opened
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(PATIENCE)
        .foreign_keys(false)
        .statement_cache_capacity(256)
        .pragma("cache_size", "-16000")
        .pragma("temp_store", "memory"))
}

fn postgres(options: &Options) -> Result<PgConnectOptions> {
    let opened = PgConnectOptions::from_str(&options.url).map_err(Error::internal)?;
    Ok(opened.options([("idle_in_transaction_session_timeout", "10s"), ("lock_timeout", "5s")]))
}

fn counted(mut db: DatabaseConnection, counters: &Arc<Counters>) -> DatabaseConnection {
    let counters = Arc::clone(counters);
    db.set_metric_callback(move |_| {
        counters.statements.fetch_add(1, Ordering::Relaxed);
    });
    db
}

/// One connection, for the migrator and other work from the command line.
pub(crate) async fn single(options: &Options) -> Result<DatabaseConnection> {
    if options.is_sqlite() {
        let pool = SqlitePoolOptions::new().max_connections(1).acquire_timeout(PATIENCE);
        let patient = sqlite(options)?.busy_timeout(Duration::from_mins(1));
        let pool = pool.connect_with(patient).await.map_err(Error::internal)?;
        return Ok(SqlxSqliteConnector::from_sqlx_sqlite_pool(pool));
    }
    let pool = PgPoolOptions::new().max_connections(1).acquire_timeout(Duration::from_mins(1));
    let pool = pool.connect_with(postgres(options)?).await.map_err(Error::internal)?;
    Ok(SqlxPostgresConnector::from_sqlx_postgres_pool(pool))
}

/// Opens the read door and the write door.
pub(crate) async fn open(options: &Options, counters: &Arc<Counters>) -> Result<(DatabaseConnection, Door)> {
    if options.is_sqlite() {
        let one = SqlitePoolOptions::new().max_connections(1).idle_timeout(None).max_lifetime(None);
        let writer = one.connect_with(sqlite(options)?).await.map_err(Error::internal)?;
        let many = SqlitePoolOptions::new().max_connections(options.readers).acquire_timeout(PATIENCE);
        let read_only = sqlite(options)?.pragma("query_only", "1");
        let many = many.test_before_acquire(false).connect_with(read_only).await.map_err(Error::internal)?;
        let writer = counted(SqlxSqliteConnector::from_sqlx_sqlite_pool(writer), counters);
        let (enter, queue) = mpsc::channel(QUEUE);
        tokio::spawn(group::run(writer, queue, Arc::clone(counters)));
        let reader = counted(SqlxSqliteConnector::from_sqlx_sqlite_pool(many), counters);
        return Ok((reader, Door::Group(enter)));
    }
    let pool = || PgPoolOptions::new().max_connections(options.readers).acquire_timeout(PATIENCE);
    let readers = pool().connect_with(postgres(options)?).await.map_err(Error::internal)?;
    let writers = pool().connect_with(postgres(options)?).await.map_err(Error::internal)?;
    let writer = counted(SqlxPostgresConnector::from_sqlx_postgres_pool(writers), counters);
    let reader = counted(SqlxPostgresConnector::from_sqlx_postgres_pool(readers), counters);
    Ok((reader, Door::Spawned(spawned::Lane(writer), Arc::new(Semaphore::new(QUEUE)))))
}
