//! `recount`: rebuild the tallies from the ratings.

use super::{Failure, count, say};
use domain::{Actor, Intent, Store, ratings};

/// Counts every active rating anew and puts the tallies right where they disagree. The server may run meanwhile.
///
/// # Errors
/// Whatever the database says; the tallies are then as before.
pub(crate) async fn run(store: &Store) -> Result<(), Failure> {
    let recounted = store.write(Intent::by(Actor::System), |act| Box::pin(ratings::recount::recount(act))).await?;
    let counted = count(usize::try_from(recounted.counted).unwrap_or(usize::MAX), "rating");
    match usize::try_from(recounted.wrong).unwrap_or(usize::MAX) {
        0 => say(format!("Counted {counted}; the tallies agree.")),
        wrong => say(format!("Counted {counted}; put {} right.", count(wrong, "tally row"))),
    }
    Ok(())
}
