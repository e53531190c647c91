//! `import needs`.

use super::batches::{Verb, write};
use super::{Aside, Outcome};
use crate::commands::{Failure, warn};
use crate::files::needs::Reader;
use domain::needs::{ImportedNeed, import};
use domain::places::Catalogue;
use domain::{Act, Store};
use futures::future::BoxFuture;
use std::collections::HashSet;

const VERB: Verb<ImportedNeed> = Verb { what: "needs", voice: |_| None, run: bring_in };

fn bring_in(act: &mut Act, need: ImportedNeed) -> BoxFuture<'_, domain::Result<bool>> {
    Box::pin(import(act, need))
}

/// Imports needs; the same `id` is one need, in one file as in several.
pub(super) async fn run(store: &Store, aside: &Aside<'_>, public: bool) -> Result<Outcome, Failure> {
    let catalogue = Catalogue::of(store).await?;
    let reader = Reader { catalogue: &catalogue, secret: store.secret(), now: store.clock().now(), public };
    let (mut needs, rejected) = aside.sort_out(|row| reader.understand(row))?;
    aside.tell_unknown_regions(|row| reader.unknown_region(row));
    let has_answers =
        |row: &&crate::files::sheet::Row| row.wrong.is_none() && !aside.sheet.cells(row).get("answer").is_empty();
    let answers = aside.sheet.rows.iter().filter(has_answers).count();
    if answers > 0 {
        warn(format!("Answers of the other system are not taken over: {answers} needs come in as received."));
    }
    let mut outcome = Outcome { rejected, ..Outcome::default() };
    let mut seen = HashSet::new();
    needs.retain(|(_, need)| {
        let first = need.import_id.as_ref().is_none_or(|id| seen.insert(id.clone()));
        outcome.known += usize::from(!first);
        first
    });
    write(store, &VERB, needs, |_| None::<()>, &mut outcome).await?;
    Ok(outcome)
}
