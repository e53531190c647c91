//! SQLite's write door: one writer takes waiting acts together, commits once, and only then answers them all.

use super::door::{Answer, QUEUE, Waiting};
use super::{Counters, keys};
use crate::act::{Act, Appended, KeptAnswer};
use crate::{Error, Result, chance::Dice, error};
use sea_orm::{DatabaseConnection, DatabaseTransaction, SqliteTransactionMode, TransactionOptions, TransactionTrait};
use std::collections::{HashSet, VecDeque};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use tokio::sync::mpsc;

/// How many acts share one commit at most.
const GROUP: usize = 128;
/// How often an act that drew an existing number is run again.
const TRIES: u32 = 4;

/// Takes acts until the last sender is gone.
pub(crate) async fn run(db: DatabaseConnection, mut queue: mpsc::Receiver<Waiting>, counters: Arc<Counters>) {
    let mut later = VecDeque::new();
    while let Some(group) = next_group(&mut queue, &mut later).await {
        let n = group.len() as u64;
        commit_together(&db, group, &counters).await;
        counters.waiting.fetch_sub(n, Ordering::Relaxed);
    }
}

/// The next acts that may share a transaction: no two with the same key or voice, since what the first appends is
/// not there yet for the second to see. Whoever does not fit waits for the next group, in order.
async fn next_group(queue: &mut mpsc::Receiver<Waiting>, later: &mut VecDeque<Waiting>) -> Option<Vec<Waiting>> {
    let mut taken = HashSet::new();
    let mut group = Vec::new();
    for waiting in std::mem::take(later) {
        sort_in(waiting, &mut group, later, &mut taken);
    }
    if group.is_empty() {
        let first = queue.recv().await?;
        sort_in(first, &mut group, later, &mut taken);
    }
    // Those who must wait are bounded too, or one voice could fill the memory.
    while group.len() < GROUP && later.len() < QUEUE {
        let Ok(waiting) = queue.try_recv() else { break };
        sort_in(waiting, &mut group, later, &mut taken);
    }
    Some(group)
}

fn sort_in(waiting: Waiting, group: &mut Vec<Waiting>, later: &mut VecDeque<Waiting>, taken: &mut HashSet<String>) {
    let key = waiting.intent.once.iter().map(|once| once.key.to_string());
    let claims: Vec<String> = key.chain(waiting.intent.voices.iter().map(|v| v.hash().to_owned())).collect();
    let free = group.len() < GROUP && claims.iter().all(|claim| !taken.contains(claim));
    // Claims of one who waits are taken too: nobody overtakes them.
    taken.extend(claims);
    if free { group.push(waiting) } else { later.push_back(waiting) }
}

async fn commit_together(db: &DatabaseConnection, group: Vec<Waiting>, counters: &Counters) {
    match attempt(db, &group, 0, counters).await {
        Ok(answers) => reply(group, answers, counters),
        Err(Failed::One | Failed::Try) => {
            for one in group {
                commit_alone(db, one, counters).await;
            }
        }
        Err(Failed::All(error)) => {
            let answers = group.iter().map(|_| Err(error.clone())).collect();
            reply(group, answers, counters);
        }
    }
}

/// One act in a transaction of its own: its neighbours are safe from it.
async fn commit_alone(db: &DatabaseConnection, one: Waiting, counters: &Counters) {
    let one = vec![one];
    let mut attempt_number = 1;
    let answer = loop {
        match attempt(db, &one, attempt_number, counters).await {
            Ok(mut answers) => break answers.pop().unwrap_or(Err(Error::Busy)),
            // Drawn anew each time and still there: it was not drawn, it was given.
            Err(Failed::Try) if attempt_number >= TRIES => break Err(Error::Conflict),
            Err(Failed::Try) => attempt_number += 1,
            Err(Failed::All(error)) => break Err(error),
            Err(Failed::One) => break Err(Error::internal("an act failed alone without a reason")),
        }
    };
    reply(one, vec![answer], counters);
}

enum Failed {
    /// One act failed after it had written: run the group again one by one.
    One,
    /// Something appended clashed with what exists: run again, one by one, with new dice.
    Try,
    /// The database itself failed: nothing of the group was done.
    All(Error),
}

fn reply(group: Vec<Waiting>, answers: Vec<Answer>, counters: &Counters) {
    for (waiting, answer) in group.into_iter().zip(answers) {
        if answer.is_ok() {
            counters.acts.fetch_add(1, Ordering::Relaxed);
        }
        // Whoever asked may have gone away; the act is durable all the same.
        let _ = waiting.reply.send(answer);
    }
}

async fn attempt(
    db: &DatabaseConnection,
    group: &[Waiting],
    attempt: u32,
    counters: &Counters,
) -> Result<Vec<Answer>, Failed> {
    let immediate = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    let tx = db.begin_with_options(immediate).await.map_err(|e| Failed::All(e.into()))?;
    let tx = Arc::new(tx);
    let ran = run_all(&tx, group, attempt).await;
    let tx = Arc::try_unwrap(tx).map_err(|_| Failed::All(Error::internal("a verb kept its transaction")))?;
    match ran {
        Ok((answers, wrote)) => {
            // A group that only looked, or only refused, has nothing to make durable.
            let end = if wrote { tx.commit().await } else { tx.rollback().await };
            end.map_err(|e| Failed::All(e.into()))?;
            counters.commits.fetch_add(u64::from(wrote), Ordering::Relaxed);
            Ok(answers)
        }
        Err(failed) => {
            tx.rollback().await.map_err(|e| Failed::All(e.into()))?;
            Err(failed)
        }
    }
}

async fn run_all(
    tx: &Arc<DatabaseTransaction>,
    group: &[Waiting],
    attempt: u32,
) -> Result<(Vec<Answer>, bool), Failed> {
    let asked = group.iter().filter_map(|w| w.intent.once.as_ref().map(|once| once.key.0)).collect();
    let known = keys::known(&**tx, asked).await.map_err(|e| Failed::All(e.into()))?;
    let mut appended = Appended::default();
    let mut answers = Vec::with_capacity(group.len());
    let mut wrote = false;
    for waiting in group {
        if let Some(once) = &waiting.intent.once
            && let Some(kept) = known.get(&once.key.0)
        {
            answers.push(keys::replay(kept, once));
            continue;
        }
        let dice = Dice::new(waiting.seed, attempt);
        let mut act = Act::new(Arc::clone(tx), waiting.intent.by.clone(), waiting.at, dice);
        act.shared = group.len() > 1;
        let answer = (waiting.run)(&mut act).await;
        match &answer {
            Ok(text) => {
                if let Some(once) = &waiting.intent.once {
                    act.appended.answer(KeptAnswer {
                        key: once.key.0,
                        digest: once.digest.clone(),
                        answer: text.clone(),
                        at: waiting.at,
                    });
                }
                wrote = true;
                appended.absorb(act.appended);
            }
            Err(_) if act.wrote() && group.len() > 1 => return Err(Failed::One),
            Err(error) if act.wrote() => return Err(Failed::All(error.clone())),
            Err(_) => {}
        }
        answers.push(answer);
    }
    appended.flush(tx).await.map_err(
        |e| {
            if error::worth_another_try(&e) { Failed::Try } else { Failed::All(e.into()) }
        },
    )?;
    Ok((answers, wrote))
}
