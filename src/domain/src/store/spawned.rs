//! PostgreSQL's write door: each act runs in a task of its own, so that a client who goes away cannot cancel it
//! half-way and leave a connection inside an open transaction.

use super::door::{Answer, Waiting};
use super::{Counters, keys};
use crate::act::{Act, KeptAnswer};
use crate::{Error, chance::Dice, error};
use sea_orm::{DatabaseConnection, DbErr, SqlErr, TransactionTrait};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::sync::OwnedSemaphorePermit;

/// How often an act that lost a race is run again.
const TRIES: u32 = 12;

/// The way from the door to the database.
#[derive(Clone)]
pub(crate) struct Lane(pub(crate) DatabaseConnection);

impl Lane {
    /// Runs one act to its end, whether or not anybody still waits for the answer.
    pub(crate) fn spawn(&self, waiting: Waiting, place: OwnedSemaphorePermit, counters: Arc<Counters>) {
        let db = self.0.clone();
        tokio::spawn(async move {
            let answer = until_settled(&db, &waiting, &counters).await;
            if answer.is_ok() {
                counters.acts.fetch_add(1, Ordering::Relaxed);
            }
            counters.waiting.fetch_sub(1, Ordering::Relaxed);
            let _ = waiting.reply.send(answer);
            drop(place);
        });
    }
}

async fn until_settled(db: &DatabaseConnection, waiting: &Waiting, counters: &Counters) -> Answer {
    let mut clash = false;
    for attempt in 0..TRIES {
        match once(db, waiting, attempt, counters).await {
            Ok(Err(Error::Busy)) if attempt + 1 < TRIES => {
                tokio::time::sleep(Duration::from_millis(u64::from(attempt) * 2)).await;
            }
            Ok(answer) => return answer,
            Err(lost) if error::worth_another_try(&lost) => {
                clash = matches!(lost.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)));
                tokio::time::sleep(Duration::from_millis(u64::from(attempt) * 2)).await;
            }
            Err(error) => return Err(error.into()),
        }
    }
    // Drawn anew each time and still there: it was not drawn, it was given.
    Err(if clash { Error::Conflict } else { Error::Busy })
}

/// One try. The inner answer is the verb's own; the outer error is the database's.
async fn once(db: &DatabaseConnection, waiting: &Waiting, attempt: u32, counters: &Counters) -> Result<Answer, DbErr> {
    let tx = Arc::new(db.begin().await?);
    if let Some(once) = &waiting.intent.once {
        let known = keys::known(&*tx, vec![once.key.0]).await?;
        if let Some(kept) = known.get(&once.key.0) {
            let answer = keys::replay(kept, once);
            rollback(tx).await?;
            return Ok(answer);
        }
    }
    let dice = Dice::new(waiting.seed, attempt);
    let mut act = Act::new(Arc::clone(&tx), waiting.intent.by.clone(), waiting.at, dice);
    let answer = (waiting.run)(&mut act).await;
    // The act holds the transaction too: it must be gone before the end of it.
    let mut appended = std::mem::take(&mut act.appended);
    drop(act);
    match answer {
        Err(refused) => {
            rollback(tx).await?;
            Ok(Err(refused))
        }
        Ok(text) => {
            if let Some(once) = &waiting.intent.once {
                let (key, digest) = (once.key.0, once.digest.clone());
                appended.answer(KeptAnswer { key, digest, answer: text.clone(), at: waiting.at });
            }
            appended.flush(&tx).await?;
            let tx = Arc::try_unwrap(tx).map_err(|_| DbErr::Custom("a verb kept its transaction".to_owned()))?;
            tx.commit().await?;
            counters.commits.fetch_add(1, Ordering::Relaxed);
            Ok(Ok(text))
        }
    }
}

async fn rollback(tx: Arc<sea_orm::DatabaseTransaction>) -> Result<(), DbErr> {
    match Arc::try_unwrap(tx) {
        Ok(tx) => tx.rollback().await,
        Err(_) => Err(DbErr::Custom("a verb kept its transaction".to_owned())),
    }
}
