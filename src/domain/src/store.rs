//! The two doors to the database: one to read, one to write.

mod connect;
mod door;
mod group;
pub(crate) mod keys;
mod spawned;

pub use connect::Options;

use crate::{Act, Actor, Clock, Error, Result, Secret, Voice, chance};
use door::{Door, Waiting};
use futures::future::BoxFuture;
use sea_orm::{DatabaseConnection, DbBackend};
use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use words::Key;

/// A key and the digest of what was sent with it: the same pair gets the same answer, however often it comes.
#[derive(Debug, Clone)]
pub struct Once {
    pub(crate) key: Key,
    pub(crate) digest: String,
}

impl Once {
    /// A key with the content it was sent with. Which fields are content is the form's business; `k` is none.
    pub fn new(key: Key, content: &[u8]) -> Self {
        Self { key, digest: hex::encode(Sha256::digest(content)) }
    }

    /// The same, said of one thing: a key that comes back for another need or service is another content.
    #[must_use]
    pub fn of(mut self, subject: &str) -> Self {
        self.digest = hex::encode(Sha256::digest(format!("{}/{subject}", self.digest)));
        self
    }
}

/// Who wants to write, whether it may happen only once, and whose voice it moves.
#[derive(Debug, Clone)]
pub struct Intent {
    pub(crate) by: Actor,
    pub(crate) once: Option<Once>,
    pub(crate) voices: Vec<Voice>,
}

impl Intent {
    /// A write by somebody. Two writes of one voice never share a group: the second would not see the first.
    pub fn by(actor: Actor) -> Self {
        let voices = actor.voice().cloned().into_iter().collect();
        Self { by: actor, once: None, voices }
    }

    /// It happens once, whatever is repeated.
    #[must_use]
    pub fn once(mut self, once: Option<Once>) -> Self {
        self.once = once;
        self
    }

    /// It also moves the voices of others: an import.
    #[must_use]
    pub fn moving(mut self, voices: impl IntoIterator<Item = Voice>) -> Self {
        self.voices.extend(voices);
        self
    }
}

/// What the database has been asked so far, for metrics and for the tests that fix what a verb costs.
#[derive(Debug, Default)]
pub struct Counters {
    statements: AtomicU64,
    commits: AtomicU64,
    acts: AtomicU64,
    waiting: AtomicU64,
}

impl Counters {
    /// Statements sent to the database through either door.
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }
    /// Transactions committed.
    pub fn commits(&self) -> u64 {
        self.commits.load(Ordering::Relaxed)
    }
    /// Acts acknowledged as durable.
    pub fn acts(&self) -> u64 {
        self.acts.load(Ordering::Relaxed)
    }
    /// Acts that wait behind the write door now.
    pub fn waiting(&self) -> u64 {
        self.waiting.load(Ordering::Relaxed)
    }
}

struct Inner {
    read: DatabaseConnection,
    door: Door,
    clock: Clock,
    secret: Secret,
    counters: Arc<Counters>,
    catalogue: crate::places::catalogue::Kept,
    likeness: crate::needs::similar::Kept,
    rankings: crate::insight::Kept,
}

/// The database with its two doors.
#[derive(Clone)]
pub struct Store(Arc<Inner>);

impl Store {
    /// Opens both doors. The schema must be current: see [`Store::migrate`].
    ///
    /// # Errors
    /// The database cannot be reached or opened.
    pub async fn open(options: &Options, clock: Clock, secret: Secret) -> Result<Self> {
        let counters = Arc::new(Counters::default());
        let (read, door) = connect::open(options, &counters).await?;
        Ok(Self(Arc::new(Inner {
            read,
            door,
            clock,
            secret,
            counters,
            catalogue: Default::default(),
            likeness: Default::default(),
            rankings: Default::default(),
        })))
    }

    /// Brings the schema of a database up to date, creating the file of a SQLite database where there is none.
    ///
    /// # Errors
    /// The database cannot be reached, or a step fails; nothing of it stays then.
    pub async fn migrate(options: &Options) -> Result<()> {
        let db = connect::single(options).await?;
        migrations::up(&db).await?;
        db.close().await.map_err(Error::from)
    }

    /// The read door.
    pub fn read(&self) -> &DatabaseConnection {
        &self.0.read
    }

    /// The time, from the one clock.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// The key under which devices become voices.
    pub fn secret(&self) -> &Secret {
        &self.0.secret
    }

    /// What the database has been asked so far.
    pub fn counters(&self) -> &Counters {
        &self.0.counters
    }

    /// Which database this is.
    pub fn backend(&self) -> DbBackend {
        self.0.read.get_database_backend()
    }

    pub(crate) fn catalogue_kept(&self) -> &crate::places::catalogue::Kept {
        &self.0.catalogue
    }

    pub(crate) fn likeness_kept(&self) -> &crate::needs::similar::Kept {
        &self.0.likeness
    }

    pub(crate) fn rankings_kept(&self) -> &crate::insight::Kept {
        &self.0.rankings
    }

    /// The write door: runs a verb in a transaction and answers only when it is durable. The verb may be run more
    /// than once; its time and its dice are fixed before.
    ///
    /// # Errors
    /// What the verb says; `Busy` when too many wait already; whatever the database says, and then nothing was done.
    pub async fn write<T, F>(&self, intent: Intent, verb: F) -> Result<T>
    where
        T: Serialize + DeserializeOwned + Send + 'static,
        F: for<'a> Fn(&'a mut Act) -> BoxFuture<'a, Result<T>> + Send + Sync + 'static,
    {
        let run = door::erase(move |act| {
            let doing = verb(act);
            Box::pin(async move { serde_json::to_string(&doing.await?).map_err(Error::internal) })
        });
        let (reply, answer) = tokio::sync::oneshot::channel();
        let at = self.0.clock.now();
        let waiting = Waiting { intent, at, seed: chance::seed(), run, reply };
        self.0.door.enter(waiting, &self.0.counters)?;
        let text = answer.await.map_err(|_| Error::Busy)??;
        serde_json::from_str(&text).map_err(Error::internal)
    }

    /// Whether the database answers and its schema is current, for `/readyz`.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn is_ready(&self) -> Result<bool> {
        migrations::is_current(&self.0.read).await.map_err(Error::from)
    }
}

/// Forgets the answers to keys older than thirty days.
///
/// # Errors
/// Whatever the database says.
pub async fn forget_keys(store: &Store) -> Result<u64> {
    store
        .write(Intent::by(Actor::System), |act| {
            Box::pin(async move {
                let before = act.at() - chrono::TimeDelta::days(keys::KEPT_DAYS);
                Ok(keys::forget(act.write(), before).await?)
            })
        })
        .await
}
