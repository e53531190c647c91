//! `import ratings`.

use super::batches::{Verb, write};
use super::{Aside, Outcome, known};
use crate::commands::{Failure, progress};
use crate::files::ratings::{ImportedRating, Reader};
use domain::places::Catalogue;
use domain::ratings::{explain, rate};
use domain::{Act, Actor, Error, Intent, Store};
use futures::future::{BoxFuture, join_all};
use std::collections::HashSet;

const VERB: Verb<ImportedRating> = Verb { what: "ratings", voice: |new| Some(new.rating.voice.clone()), run: bring_in };

fn bring_in(act: &mut Act, new: ImportedRating) -> BoxFuture<'_, domain::Result<bool>> {
    Box::pin(async move {
        if known::rating(act.read(), new.rating.service, &new.rating.voice, new.at).await? {
            return Ok(false);
        }
        rate(act, new.rating).await?;
        Ok(true)
    })
}

/// Imports ratings: one voice per rater and service, the newest wins, older ones stay as history.
pub(super) async fn run(store: &Store, aside: &Aside<'_>) -> Result<Outcome, Failure> {
    let catalogue = Catalogue::of(store).await?;
    let reader = Reader { catalogue: &catalogue, secret: store.secret(), now: store.clock().now() };
    let (mut ratings, rejected) = aside.sort_out(|row| reader.understand(row))?;
    aside.tell_unknown_regions(|row| reader.unknown_region(row));
    let mut outcome = Outcome { rejected, ..Outcome::default() };
    let mut seen = HashSet::new();
    ratings.retain(|(_, new)| {
        let first = seen.insert((new.rating.service, new.rating.voice.clone(), new.at));
        outcome.known += usize::from(!first);
        first
    });
    // Oldest first, so that what was said beside a rating finds it active.
    ratings.sort_by_key(|(_, new)| new.at);
    let explained: Vec<_> = ratings.iter().filter(|(_, new)| new.why.is_some()).cloned().collect();
    let voice = |new: &ImportedRating| Some((new.rating.service, new.rating.voice.clone()));
    let new_lines: HashSet<u64> = write(store, &VERB, ratings, voice, &mut outcome).await?.into_iter().collect();
    let explained = explained.into_iter().filter(|(line, _)| new_lines.contains(line)).map(|(_, new)| new);
    explain_all(store, explained.collect()).await?;
    Ok(outcome)
}

/// Puts reasons and words beside the ratings they belong to. Where a newer rating stands, they are history with the
/// rating they belonged to.
async fn explain_all(store: &Store, explained: Vec<ImportedRating>) -> Result<(), Failure> {
    let bar = progress("reasons", explained.len());
    for some in explained.chunks(500) {
        let acts = some.iter().map(|new| explain_one(store, new));
        for done in join_all(acts).await {
            match done {
                Ok(()) | Err(Error::NotFound) => {}
                Err(error) => return Err(error.into()),
            }
        }
        bar.inc(some.len() as u64);
    }
    bar.finish_and_clear();
    Ok(())
}

async fn explain_one(store: &Store, new: &ImportedRating) -> domain::Result<()> {
    let (service, voice) = (new.rating.service, &new.rating.voice);
    let (Some(why), Some(active)) = (new.why.clone(), domain::ratings::mine(store, service, voice).await?) else {
        return Ok(());
    };
    if active.at != new.at {
        return Ok(());
    }
    store.write(Intent::by(Actor::Guest(voice.clone())), move |act| Box::pin(explain(act, service, why.clone()))).await
}
