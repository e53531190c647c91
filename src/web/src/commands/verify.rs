//! `verify`: is everything still as it was written down?

use super::{Failure, say};
use domain::{Store, audit, ratings};

/// Checks the chain of the sealed record, then the tallies against the ratings. It changes nothing, and does not
/// seal what is not sealed yet.
///
/// # Errors
/// A batch of the record was changed, or tallies disagree with the ratings: the sentence names which.
pub(crate) async fn run(store: &Store) -> Result<(), Failure> {
    let (batches, events) = match audit::verify(store).await? {
        audit::Verdict::Whole(batches, events) => (batches, events),
        audit::Verdict::Broken(batch) => {
            return Err(Failure::new(format!(
                "The record is broken at batch {batch}: an event in it was changed, added or lost after it was sealed."
            )));
        }
    };
    say(format!("The record is whole: {events} events in {batches} sealed batches."));
    let found = ratings::recount::check(store).await?;
    if found.wrong > 0 {
        return Err(Failure::new(format!(
            "{} rows of the tallies disagree with the ratings; `minsheng recount` puts them right.",
            found.wrong
        )));
    }
    say(format!("The tallies agree with {} ratings.", found.counted));
    Ok(())
}
