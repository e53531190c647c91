//! Write many rows, a few hundred an act. Where an act fails its rows are tried one by one, so that a bad row costs
//! itself only.

use super::Outcome;
use crate::commands::{Failure, progress};
use domain::{Act, Actor, Error, Intent, Store, Voice};
use futures::future::BoxFuture;
use std::sync::Arc;
use std::time::Duration;

/// Values with the lines they stand on.
pub(super) type Lines<T> = Vec<(u64, T)>;

/// Rows an act.
const ROWS: usize = 300;
/// How often an act waits for somebody who holds the database.
const TRIES: u64 = 8;

/// What to do with one row in an act; answers whether it was new. A plain function, so that it may be run again.
pub(super) struct Verb<T> {
    /// What the progress bar says.
    pub(super) what: &'static str,
    /// The voice that a row moves, if any.
    pub(super) voice: fn(&T) -> Option<Voice>,
    /// The act.
    pub(super) run: for<'a> fn(&'a mut Act, T) -> BoxFuture<'a, domain::Result<bool>>,
}

/// Writes rows. No act gets two rows with the same `key`, since the second would not see the first. Answers which
/// lines are new.
pub(super) async fn write<T, K>(
    store: &Store,
    verb: &Verb<T>,
    rows: Lines<T>,
    key: impl Fn(&T) -> Option<K>,
    outcome: &mut Outcome,
) -> Result<Vec<u64>, Failure>
where
    T: Clone + Send + Sync + 'static,
    K: Eq + std::hash::Hash,
{
    let bar = progress(verb.what, rows.len());
    let mut new_lines = Vec::new();
    for round in rounds(rows, key) {
        for batch in round.chunks(ROWS) {
            match act(store, verb, batch).await {
                Ok(new) => note(batch, &new, &mut new_lines, outcome),
                Err(Error::Full) => return Err(Error::Full.into()),
                Err(Error::Busy) => return Err(Error::Busy.into()),
                Err(_) => {
                    for one in batch.chunks(1) {
                        match act(store, verb, one).await {
                            Ok(new) => note(one, &new, &mut new_lines, outcome),
                            Err(error @ (Error::Full | Error::Busy)) => return Err(error.into()),
                            Err(error) => {
                                drop(outcome.rejected.insert(one[0].0, format!("it could not be stored: {error}")));
                            }
                        }
                    }
                }
            }
            bar.inc(batch.len() as u64);
        }
    }
    bar.finish_and_clear();
    Ok(new_lines)
}

fn note<T>(batch: &[(u64, T)], new: &[bool], new_lines: &mut Vec<u64>, outcome: &mut Outcome) {
    for ((line, _), new) in batch.iter().zip(new) {
        if *new {
            outcome.new += 1;
            new_lines.push(*line);
        } else {
            outcome.known += 1;
        }
    }
}

/// The first rows of every key, then the second ones, and so on.
fn rounds<T, K: Eq + std::hash::Hash>(rows: Lines<T>, key: impl Fn(&T) -> Option<K>) -> Vec<Lines<T>> {
    let mut seen = std::collections::HashMap::new();
    let mut rounds: Vec<Lines<T>> = Vec::new();
    for row in rows {
        let round = key(&row.1).map_or(0, |key| {
            let times = seen.entry(key).or_insert(0);
            *times += 1;
            *times - 1
        });
        if rounds.len() <= round {
            rounds.resize_with(round + 1, Vec::new);
        }
        rounds[round].push(row);
    }
    rounds
}

async fn act<T: Clone + Send + Sync + 'static>(
    store: &Store,
    verb: &Verb<T>,
    rows: &[(u64, T)],
) -> domain::Result<Vec<bool>> {
    let values: Arc<[T]> = rows.iter().map(|(_, value)| value.clone()).collect();
    let mut waited = 0;
    loop {
        let intent = Intent::by(Actor::System).moving(values.iter().filter_map(verb.voice));
        let (values, run) = (Arc::clone(&values), verb.run);
        let done = store.write(intent, move |act| {
            let values = Arc::clone(&values);
            Box::pin(async move {
                let mut new = Vec::with_capacity(values.len());
                for value in values.iter() {
                    new.push(run(act, value.clone()).await?);
                }
                Ok(new)
            })
        });
        match done.await {
            Err(Error::Busy) if waited < TRIES => {
                waited += 1;
                tokio::time::sleep(Duration::from_millis(100 * waited)).await;
            }
            answer => return answer,
        }
    }
}
