//! Backup and restore of a `SQLite` database: one file.

use super::Failure;
use super::backup::{connect, refuse_unless_empty, with_ending};
use domain::store::Options;
use sea_orm::sqlx::sqlite::SqliteConnectOptions;
use sea_orm::{ConnectionTrait, Statement};
use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;

const TABLES: &str = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";

fn file_of(options: &Options) -> Result<PathBuf, Failure> {
    let path = SqliteConnectOptions::from_str(&options.url).map(|parsed| parsed.get_filename().to_owned());
    match path {
        Ok(path) if !path.as_os_str().is_empty() && !options.url.contains(":memory:") => Ok(path),
        _ => Err(Failure::new("The address of the database names no file.")),
    }
}

/// Writes the database as it is at this moment into a new file.
///
/// # Errors
/// There is no database, or the file cannot be written.
pub(super) async fn dump(options: &Options, file: &Path) -> Result<(), Failure> {
    let database = file_of(options)?;
    if !database.is_file() {
        return Err(Failure::new(format!("There is no database {}.", database.display())));
    }
    let Some(into) = file.to_str() else {
        return Err(Failure::new("The name of the backup is not UTF-8."));
    };
    let db = connect(&options.url).await?;
    let vacuum = Statement::from_sql_and_values(db.get_database_backend(), "VACUUM INTO ?", [into.into()]);
    db.execute_raw(vacuum)
        .await
        .map_err(|error| Failure::new(format!("The backup {into} could not be written: {error}.")))?;
    db.close().await.map_err(|error| Failure::new(format!("The database could not be closed: {error}.")))
}

/// Puts a backup in the place of an empty database, or of none.
///
/// # Errors
/// The database holds something, or its folder cannot be written.
pub(super) async fn restore(options: &Options, file: &Path) -> Result<(), Failure> {
    let database = file_of(options)?;
    let wrong = |e: std::io::Error| Failure::new(format!("{} could not be written: {e}.", database.display()));
    let coming = with_ending(&database, ".restoring");
    if let Some(folder) = database.parent() {
        fs::create_dir_all(folder).map_err(wrong)?;
    }
    if fs::metadata(&database).is_ok_and(|known| known.len() > 0) {
        let db = connect(&options.url).await?;
        refuse_unless_empty(&db, TABLES).await?;
        db.close().await.map_err(|error| Failure::new(format!("The database could not be closed: {error}.")))?;
    }
    fs::copy(file, &coming).map_err(wrong)?;
    fs::File::open(&coming).and_then(|copied| copied.sync_all()).map_err(wrong)?;
    for left in ["-wal", "-shm"] {
        let _ = fs::remove_file(with_ending(&database, left));
    }
    fs::rename(&coming, &database).map_err(wrong)
}
