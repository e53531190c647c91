//! What the binary does besides serving: one file a command.

pub(crate) mod backup;
mod checksum;
pub(crate) mod import;
pub(crate) mod migrate;
mod postgres;
pub(crate) mod recount;
pub(crate) mod seed;
mod sqlite;
pub(crate) mod verify;

use indicatif::{ProgressBar, ProgressStyle};
use std::io::Write;

/// Why a command could not do what it was asked: one plain sentence for standard error. The exit code is 1.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Failure(String);

impl Failure {
    /// A failure in one sentence.
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl From<domain::Error> for Failure {
    fn from(error: domain::Error) -> Self {
        use domain::Error as E;
        Self::new(match error {
            E::Busy => "The database is busy with something else; nothing more was done, please try again.".to_owned(),
            E::Full => "The disk is full; nothing more was done.".to_owned(),
            other => format!("The database did not do as asked: {other}."),
        })
    }
}

/// Says one line on standard output. Who closed it does not want to hear it, and the work is done all the same.
pub(crate) fn say(line: impl AsRef<str>) {
    let _ = writeln!(std::io::stdout(), "{}", line.as_ref());
}

/// Says one line on standard error: what deserves attention but stops nothing.
pub(crate) fn warn(line: impl AsRef<str>) {
    let _ = writeln!(std::io::stderr(), "{}", line.as_ref());
}

/// A progress bar with a word before it, seen on a terminal only.
pub(crate) fn progress(what: &'static str, steps: usize) -> ProgressBar {
    let bar = ProgressBar::new(steps as u64).with_message(what);
    match ProgressStyle::with_template("{msg} {bar:40} {pos}/{len}  {eta}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// A count with its word: "1 row", "2 rows".
pub(crate) fn count(n: usize, word: &str) -> String {
    if n == 1 { format!("1 {word}") } else { format!("{n} {word}s") }
}
