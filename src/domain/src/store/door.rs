//! The write door as such: what waits behind it, and how a waiting act is answered.

use super::{Counters, Intent};
use crate::{Act, Error, Result, chance::Seed};
use chrono::{DateTime, Utc};
use futures::future::BoxFuture;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use tokio::sync::{Semaphore, mpsc, oneshot};

/// What a verb answered, as kept with its key.
pub(crate) type Answer = Result<String>;

/// A verb with its types forgotten. It may be run again.
pub(crate) type Run = Arc<dyn for<'a> Fn(&'a mut Act) -> BoxFuture<'a, Answer> + Send + Sync>;

/// Helps the compiler to see that a closure is good for every lifetime.
pub(crate) fn erase<F>(run: F) -> Run
where
    F: for<'a> Fn(&'a mut Act) -> BoxFuture<'a, Answer> + Send + Sync + 'static,
{
    Arc::new(run)
}

/// One act that waits for the write door.
pub(crate) struct Waiting {
    pub(crate) intent: Intent,
    pub(crate) at: DateTime<Utc>,
    pub(crate) seed: Seed,
    pub(crate) run: Run,
    pub(crate) reply: oneshot::Sender<Answer>,
}

/// How many acts may wait before the next is told to come back later.
pub(crate) const QUEUE: usize = 2048;

/// The write door of either database.
pub(crate) enum Door {
    /// SQLite: one writer takes waiting acts together.
    Group(mpsc::Sender<Waiting>),
    /// PostgreSQL: each act in a task and a transaction of its own.
    Spawned(super::spawned::Lane, Arc<Semaphore>),
}

impl Door {
    /// Queues an act, or says at once that too many wait.
    pub(crate) fn enter(&self, waiting: Waiting, counters: &Arc<Counters>) -> Result<()> {
        counters.waiting.fetch_add(1, Ordering::Relaxed);
        let entered = match self {
            Self::Group(queue) => queue.try_send(waiting).map_err(|_| Error::Busy),
            Self::Spawned(lane, places) => match Arc::clone(places).try_acquire_owned() {
                Ok(place) => {
                    lane.spawn(waiting, place, Arc::clone(counters));
                    Ok(())
                }
                Err(_) => Err(Error::Busy),
            },
        };
        if entered.is_err() {
            counters.waiting.fetch_sub(1, Ordering::Relaxed);
        }
        entered
    }
}
