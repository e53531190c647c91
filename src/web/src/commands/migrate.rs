//! `migrate`: bring the database up to date.

use super::{Failure, say};
use domain::{Store, store::Options};

/// Brings the database up to date, making the file of a `SQLite` database where there is none. Doing it twice is the
/// same as doing it once.
///
/// # Errors
/// The database cannot be reached, or a step fails; nothing of that step stays.
pub(crate) async fn run(options: &Options) -> Result<(), Failure> {
    match Store::migrate(options).await {
        Ok(()) => {
            say("The database is up to date.");
            Ok(())
        }
        Err(error) => Err(Failure::new(format!("The database could not be brought up to date: {error}."))),
    }
}
