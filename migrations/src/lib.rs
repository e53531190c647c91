//! The schema, step by step, for SQLite and PostgreSQL.

mod m0001_catalogue;
mod m0002_people;
mod m0003_needs;
mod m0004_ratings;
mod m0005_record;

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{
    ConnectionTrait, DatabaseConnection, DbBackend, SqliteTransactionMode, TransactionOptions, TransactionTrait,
};

/// Every step in order. Steps only ever add, so that the previous binary keeps serving on the new schema.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_catalogue::Migration),
            Box::new(m0002_people::Migration),
            Box::new(m0003_needs::Migration),
            Box::new(m0004_ratings::Migration),
            Box::new(m0005_record::Migration),
        ]
    }
}

/// Brings the schema up to date, once, however many processes start at the same time: the migrator itself takes no
/// lock, so everything runs in one transaction that does.
///
/// # Errors
/// Whatever the database says; nothing of an unfinished step stays.
pub async fn up(db: &DatabaseConnection) -> Result<(), DbErr> {
    let immediate = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    let tx = db.begin_with_options(immediate).await?;
    if tx.get_database_backend() == DbBackend::Postgres {
        tx.execute_unprepared("SELECT pg_advisory_xact_lock(7130561)").await?;
    }
    Migrator::up(&tx, None).await?;
    tx.commit().await
}

/// Whether every step is applied, for `/readyz`.
///
/// # Errors
/// Whatever the database says.
pub async fn is_current(db: &DatabaseConnection) -> Result<bool, DbErr> {
    Ok(Migrator::get_pending_migrations(db).await?.is_empty())
}

/// A table with a column for a row's own id.
fn table(name: &'static str) -> TableCreateStatement {
    let mut table = Table::create();
    table.table(Alias::new(name)).if_not_exists();
    table
}

/// An index named after its table and columns.
fn index(table: &'static str, columns: &[&'static str], unique: bool) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(format!("{table}_{}", columns.join("_"))).table(Alias::new(table)).if_not_exists();
    for column in columns {
        index.col(Alias::new(*column));
    }
    if unique {
        index.unique();
    }
    index
}

fn col(name: &'static str) -> ColumnDef {
    ColumnDef::new(Alias::new(name))
}
