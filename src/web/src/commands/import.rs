//! `import needs|ratings|tallies FILE`: bring in what another system knows.

mod batches;
mod known;
mod needs;
mod ratings;
mod tallies;

use super::{Failure, count, say, warn};
use crate::files::rejected::{self, Reasons};
use crate::files::sheet::{Cells, Sheet};
use batches::Lines;
use domain::Store;
use std::collections::BTreeSet;
use std::path::Path;

/// What a file holds.
#[derive(Debug, Clone, Copy)]
pub(crate) enum What {
    /// Needs of residents.
    Needs,
    /// Single ratings.
    Ratings,
    /// Counts of months.
    Tallies,
}

/// How an import ended.
#[derive(Debug, Default)]
struct Outcome {
    /// Rows that are new here.
    new: usize,
    /// Rows that were here already.
    known: usize,
    /// Rows that were not imported, and why.
    rejected: Reasons,
}

/// Imports a file. Rows that cannot be imported go to a file beside it with their line and reason; the others are
/// imported. The same file twice changes nothing. Imports never open redress.
///
/// # Errors
/// The file cannot be read, lacks a column, or nothing in it could be imported.
pub(crate) async fn run(store: &Store, what: What, file: &Path, public: bool) -> Result<(), Failure> {
    let (required, optional): (&[&str], &[&str]) = match what {
        What::Needs => (&crate::files::needs::REQUIRED, &crate::files::needs::OPTIONAL),
        What::Ratings => (&crate::files::ratings::REQUIRED, &crate::files::ratings::OPTIONAL),
        What::Tallies => (&crate::files::tallies::REQUIRED, &crate::files::tallies::OPTIONAL),
    };
    let sheet = Sheet::read(file, required, optional)?;
    if !sheet.unknown.is_empty() {
        warn(format!("Columns that are not known and were ignored: {}.", sheet.unknown.join(", ")));
    }
    let aside = Aside { file: rejected::beside(file), sheet: &sheet };
    let outcome = match what {
        What::Needs => needs::run(store, &aside, public).await?,
        What::Ratings => ratings::run(store, &aside).await?,
        What::Tallies => tallies::run(store, &aside).await?,
    };
    aside.keep(&outcome.rejected)?;
    let (word, refused) = (word(what), outcome.rejected.len());
    if outcome.new + outcome.known == 0 {
        let why = if refused == 0 { "it has no rows".to_owned() } else { aside.tell(refused) };
        return Err(Failure::new(format!("Nothing of {} could be imported: {why}.", file.display())));
    }
    say(format!("{} imported, {} there already.", count(outcome.new, word), outcome.known));
    if refused > 0 {
        say(format!("{}.", aside.tell(refused)));
    }
    Ok(())
}

fn word(what: What) -> &'static str {
    match what {
        What::Needs => "need",
        What::Ratings => "rating",
        What::Tallies => "month",
    }
}

/// The file, and where its rejected rows go.
struct Aside<'a> {
    file: std::path::PathBuf,
    sheet: &'a Sheet,
}

impl Aside<'_> {
    /// Understands every row that can be, and keeps the others before anything is imported.
    fn sort_out<T>(&self, understand: impl Fn(Cells<'_>) -> Result<T, String>) -> Result<(Lines<T>, Reasons), Failure> {
        let (mut good, mut rejected) = (Vec::new(), Reasons::new());
        for row in &self.sheet.rows {
            let understood = match &row.wrong {
                Some(why) => Err(why.clone()),
                None => understand(self.sheet.cells(row)),
            };
            match understood {
                Ok(value) => good.push((row.line, value)),
                Err(why) => drop(rejected.insert(row.line, why)),
            }
        }
        self.keep(&rejected)?;
        Ok((good, rejected))
    }

    fn keep(&self, rejected: &Reasons) -> Result<(), Failure> {
        rejected::write(&self.file, self.sheet, rejected)
            .map_err(|error| Failure::new(format!("{} could not be written: {error}.", self.file.display())))
    }

    fn tell(&self, refused: usize) -> String {
        format!("{} rejected, with line and reason in {}", count(refused, "row"), self.file.display())
    }

    /// Says once which places are not known here; their rows are imported without a place.
    fn tell_unknown_regions<'a>(&'a self, unknown: impl Fn(Cells<'a>) -> Option<&'a str>) {
        let readable = self.sheet.rows.iter().filter(|row| row.wrong.is_none());
        let names: BTreeSet<&str> = readable.filter_map(|row| unknown(self.sheet.cells(row))).collect();
        if !names.is_empty() {
            let some: Vec<&str> = names.iter().take(10).copied().collect();
            let more = if names.len() > 10 { format!(" and {} more", names.len() - 10) } else { String::new() };
            warn(format!("Places that are not known and were left out: {}{more}.", some.join(", ")));
        }
    }
}
