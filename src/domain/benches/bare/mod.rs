//! The same rows without the house: sqlx, one statement, one commit.

use chrono::{DateTime, Utc};
use domain::chance::{self, Dice};
use sqlx::postgres::{PgPool, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection, Postgres, QueryBuilder, Sqlite};
use std::str::FromStr;
use std::sync::Mutex;
use words::{NeedId, TrackingCode};

/// What a resident wrote, for every need of this benchmark.
pub(crate) const TEXT: &str = "三号楼二单元的电梯又坏了，老人下不了楼。已经报过两次物业，还是没有人来修，请尽快处理。";

/// Which row.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Row {
    Rating,
    Need,
}

enum Pool {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

/// A database without a door.
pub(crate) struct Bare {
    pool: Pool,
    dice: Mutex<Dice>,
}

/// What differs from row to row.
struct Drawn {
    id: uuid::Uuid,
    service: uuid::Uuid,
    voice: String,
    code: String,
    at: DateTime<Utc>,
}

macro_rules! insert {
    ($database:ty, $connection:expr, $row:expr, $drawn:expr) => {{
        let mut insert = match $row {
            Row::Rating => QueryBuilder::<$database>::new(
                "INSERT INTO ratings (id, service_id, voice, vote, channel, entry, verified, region_id, code, at, day, \
                 active, reasons) ",
            ),
            Row::Need => QueryBuilder::<$database>::new(
                "INSERT INTO needs (id, code, kind, kind_reported, title, body, region_id, spot, for_whom, staff_only, \
                 channel, visibility, progress, risk, supporters, voice, created_at, due_at, changed_at) ",
            ),
        };
        insert.push_values($drawn, |mut values, it: Drawn| match $row {
            Row::Rating => {
                values.push_bind(it.id).push_bind(it.service).push_bind(it.voice).push_bind(4_i16);
                values.push_bind("self").push_bind("").push_bind(false).push_bind(it.service).push_bind(it.code);
                values.push_bind(it.at).push_bind(it.at.date_naive()).push_bind(true).push_bind("");
            }
            Row::Need => {
                values.push_bind(it.id).push_bind(it.code).push_bind("difficult").push_bind("difficult");
                values.push_bind("三号楼二单元的电梯又坏了，老人下不了楼").push_bind(TEXT).push_bind(it.service);
                values.push_bind("").push_bind("self").push_bind(false).push_bind("self").push_bind("held");
                values.push_bind("received").push_bind(false).push_bind(1_i32).push_bind(it.voice);
                values.push_bind(it.at).push_bind(it.at).push_bind(it.at);
            }
        });
        insert.build().execute($connection).await.unwrap();
    }};
}

impl Bare {
    pub(crate) async fn open(url: &str) -> Self {
        let pool = if url.starts_with("sqlite:") {
            let options = SqliteConnectOptions::from_str(url).unwrap();
            let options = options.journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Full);
            Pool::Sqlite(SqlitePoolOptions::new().max_connections(1).connect_with(options).await.unwrap())
        } else {
            // As many writers as the door has.
            Pool::Postgres(PgPoolOptions::new().max_connections(8).connect(url).await.unwrap())
        };
        Self { pool, dice: Mutex::new(Dice::new(chance::seed(), 0)) }
    }

    pub(crate) fn is_sqlite(&self) -> bool {
        matches!(self.pool, Pool::Sqlite(_))
    }

    /// So many rows in one statement and one commit.
    pub(crate) async fn insert(self: std::sync::Arc<Self>, row: Row, rows: u64) {
        let drawn: Vec<Drawn> = {
            let mut dice = self.dice.lock().unwrap();
            (0..rows).map(|_| Drawn::by(&mut dice)).collect()
        };
        match &self.pool {
            Pool::Sqlite(pool) => {
                let mut connection = pool.acquire().await.unwrap();
                if rows == 1 {
                    insert!(Sqlite, &mut *connection, row, drawn);
                } else {
                    let mut tx = connection.begin_with("BEGIN IMMEDIATE").await.unwrap();
                    insert!(Sqlite, &mut *tx, row, drawn);
                    tx.commit().await.unwrap();
                }
            }
            Pool::Postgres(pool) => insert!(Postgres, pool, row, drawn),
        }
    }
}

impl Drawn {
    fn by(dice: &mut Dice) -> Self {
        let at = domain::Clock::default().now();
        let id = NeedId::from_parts(u64::try_from(at.timestamp_millis()).unwrap(), dice.ten()).0;
        let (code, voice) = (TrackingCode::from_chance(dice.number()).digits(), format!("{:040x}", dice.number()));
        Self { id, service: uuid::Uuid::from_u128(7), voice, code, at }
    }
}

/// An empty database of this name.
pub(crate) async fn fresh_database(server: &str, name: &str) {
    drop_database(server, name).await;
    let pool = PgPool::connect(server).await.unwrap();
    sqlx::query(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&pool).await.unwrap();
    pool.close().await;
}

/// Takes it away.
pub(crate) async fn drop_database(server: &str, name: &str) {
    let pool = PgPool::connect(server).await.unwrap();
    let drop = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    sqlx::query(sqlx::AssertSqlSafe(drop)).execute(&pool).await.unwrap();
    pool.close().await;
}
