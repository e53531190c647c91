//! `backup FILE` and `restore FILE`: a copy of everything, with its checksum beside it.

use super::{Failure, checksum, postgres, say, sqlite};
use domain::{Store, store::Options};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, Statement};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// Writes a backup of the whole database and its checksum `FILE.sha256`. The server may run meanwhile: the backup
/// is the database at one moment.
///
/// # Errors
/// The file exists already, cannot be written, or the database cannot be read.
pub(crate) async fn backup(options: &Options, file: &Path) -> Result<(), Failure> {
    if file.exists() {
        return Err(Failure::new(format!("{} exists already; a backup never writes over a file.", file.display())));
    }
    let partial = with_ending(file, ".partial");
    let _ = fs::remove_file(&partial);
    if is_sqlite(options) {
        sqlite::dump(options, &partial).await?;
    } else {
        postgres::dump(&options.url, &partial).await?;
    }
    let kept =
        fs::File::open(&partial).and_then(|written| written.sync_all()).and_then(|()| fs::rename(&partial, file));
    kept.and_then(|()| checksum::write(file))
        .map_err(|error| Failure::new(format!("The backup {} could not be written: {error}.", file.display())))?;
    say(format!("The backup is in {}, its checksum in {}.", file.display(), checksum::beside(file).display()));
    say("The secret in the data folder is not in it: keep a copy of that in another place.");
    Ok(())
}

/// Puts a backup into an empty database, after checking that it is as it was written, and brings it up to date.
///
/// # Errors
/// The backup was altered, the database holds something, or it cannot be written.
pub(crate) async fn restore(options: &Options, file: &Path) -> Result<(), Failure> {
    if !file.is_file() {
        return Err(Failure::new(format!("There is no backup {}.", file.display())));
    }
    checksum::check(file)?;
    if is_sqlite(options) {
        sqlite::restore(options, file).await?;
    } else {
        postgres::restore(&options.url, file).await?;
    }
    Store::migrate(options).await?;
    say(format!("{} is restored.", file.display()));
    Ok(())
}

/// A path with something more at its end.
pub(crate) fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(file);
    name.push(ending);
    PathBuf::from(name)
}

/// One connection to a database that is not behind the two doors.
pub(super) async fn connect(url: &str) -> Result<DatabaseConnection, Failure> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options)
        .await
        .map_err(|error| Failure::new(format!("The database could not be opened: {error}.")))
}

/// Refuses a database in which anything was ever done. Every act leaves an event, so an empty record means an empty
/// platform.
pub(super) async fn refuse_unless_empty(db: &DatabaseConnection, tables: &str) -> Result<(), Failure> {
    let wrong = |error: sea_orm::DbErr| Failure::new(format!("The database could not be looked at: {error}."));
    let ask = |sql: &str| Statement::from_string(db.get_database_backend(), sql.to_owned());
    let names = db.query_all_raw(ask(tables)).await.map_err(wrong)?;
    if names.is_empty() {
        return Ok(());
    }
    let ours = names.iter().any(|row| row.try_get_by_index::<String>(0).is_ok_and(|name| name == "events"));
    if ours && db.query_one_raw(ask("SELECT 1 FROM events LIMIT 1")).await.map_err(wrong)?.is_none() {
        return Ok(());
    }
    Err(Failure::new("The database is not empty; a backup is restored into an empty one only."))
}

fn is_sqlite(options: &Options) -> bool {
    options.url.starts_with("sqlite:")
}
