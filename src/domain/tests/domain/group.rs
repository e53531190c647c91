//! Acts that share a commit: one that fails takes nobody with it, and what is acknowledged is there.

use crate::city::{City, status, verb};
use domain::{Actor, Error, Intent, Result};
use futures::FutureExt;
use futures::future::join_all;
use sea_orm::ConnectionTrait;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Fails, before or after it has written.
async fn fail(city: &City, after_writing: bool) -> Result<()> {
    let verb = verb(move |act| {
        Box::pin(async move {
            if after_writing {
                act.write().execute_unprepared("UPDATE services SET link = 'half done'").await?;
            }
            act.record("test.fail", String::new(), &serde_json::json!({}))?;
            Err(Error::Conflict)
        })
    });
    city.write(Actor::System, verb).await
}

on_both!(one_that_fails_takes_nobody_with_it, |city| async {
    for (round, after_writing) in [false, true].into_iter().enumerate() {
        let names: Vec<String> = (0..10).map(|n| format!("resident {round} {n}")).collect();
        let commits = city.store.counters().commits();
        let (first, second) = names.split_at(5);
        let rate = |names: &[String]| {
            let names = names.to_vec();
            async move { join_all(names.iter().map(|name| city.rate(name, city.services[0], 4))).await }
        };
        let all = async { tokio::join!(rate(first), fail(city, after_writing), rate(second)) };
        let (before, failed, after) = city.while_held(all).await;
        assert_eq!(status(&failed), 409);
        assert!(before.iter().chain(&after).all(Result::is_ok));
        for name in &names {
            assert_eq!(city.said(name, city.services[0]).await, Some(4));
        }
        if !city.is_postgres() && !after_writing {
            assert_eq!(city.store.counters().commits() - commits, 2, "they did share a commit");
        }
    }
    assert_eq!(city.number("SELECT count(*) FROM services WHERE link = 'half done'").await, 0);
    assert_eq!(city.number("SELECT count(*) FROM events WHERE verb = 'test.fail'").await, 0);
    assert_eq!(domain::ratings::recount::check(&city.store).await.unwrap().wrong, 0);
});

/// Reports; on its first run somebody else has just drawn the same code.
async fn report_with_a_clash(city: &City, drawn: Arc<Mutex<Vec<String>>>) -> Result<domain::needs::Reported> {
    let (catalogue, new) = (city.catalogue.clone(), city.need("电梯坏了两天了"));
    let intruder = city.literal(words::NeedId::from_parts(7, [7; 10]));
    let verb = verb(move |act| {
        let (catalogue, new, drawn, intruder) = (catalogue.clone(), new.clone(), drawn.clone(), intruder.clone());
        Box::pin(async move {
            let reported = domain::needs::report(act, &catalogue, new).await?;
            let tries = {
                let mut drawn = drawn.lock().unwrap();
                drawn.push(reported.code.digits());
                drawn.len()
            };
            if tries == 1 {
                let same = format!(
                    "INSERT INTO needs (id, code, title, body, spot, for_whom, staff_only, channel, visibility, progress, \
                     risk, supporters, voice, created_at, due_at, changed_at) SELECT {intruder}, '{}', title, body, spot, \
                     for_whom, staff_only, channel, visibility, progress, risk, supporters, voice, created_at, due_at, \
                     changed_at FROM needs LIMIT 1",
                    reported.code.digits()
                );
                act.write().execute_unprepared(&same).await?;
            }
            Ok(reported)
        })
    });
    city.write(&city.voice("zhao"), verb).await
}

on_both!(a_code_that_exists_is_drawn_anew, |city| async {
    city.report("ling", "路灯不亮了一周").await;
    let drawn = Arc::new(Mutex::new(Vec::new()));
    let clash = report_with_a_clash(city, drawn.clone());
    let both = async { tokio::join!(city.rate("wang", city.services[0], 4), clash) };
    let (neighbour, reported) = city.while_held(both).await;
    neighbour.unwrap();
    let drawn = drawn.lock().unwrap().clone();
    // A group of SQLite is first run together, then one by one.
    assert_eq!(drawn.len(), 2, "{drawn:?}");
    assert_ne!(drawn[0], drawn[1]);
    assert_eq!(reported.unwrap().code.digits(), drawn[1]);
    assert_eq!(city.number("SELECT count(*) FROM needs").await, 2);
    assert_eq!(city.said("wang", city.services[0]).await, Some(4));
});

/// Leaves one line in the record.
async fn note(city: &City, by: Actor) -> Result<()> {
    let verb = verb(|act| Box::pin(async move { act.record("test.note", String::new(), &serde_json::json!({})) }));
    city.store.write(Intent::by(by), verb).await
}

on_both!(more_than_can_wait_are_told_so, |city| async {
    let voices: Vec<Actor> = (0..6000).map(|n| Actor::Guest(city.voice(&format!("resident {n}")))).collect();
    let sent = city.while_held(join_all(voices.into_iter().map(|by| note(city, by)))).await;
    assert!(sent.iter().all(|answer| matches!(answer, Ok(()) | Err(Error::Busy))), "nothing else is said");
    let done = sent.iter().filter(|answer| answer.is_ok()).count();
    assert!((100..=4500).contains(&done), "{done} of 6000 were let in");
    assert_eq!(city.number("SELECT count(*) FROM events WHERE verb = 'test.note'").await, i64::try_from(done).unwrap());
    note(city, Actor::System).await.unwrap();
    city.settle().await;
});

on_both!(one_voice_cannot_fill_the_memory, |city| async {
    let by = Actor::Guest(city.voice("one resident"));
    let enough = Arc::new(AtomicBool::new(false));
    let slow = || {
        let enough = enough.clone();
        let verb = verb(move |_| {
            let enough = enough.clone();
            Box::pin(async move {
                if !enough.load(Ordering::Relaxed) {
                    tokio::time::sleep(Duration::from_millis(5)).await;
                }
                Err::<(), _>(Error::Conflict)
            })
        });
        city.store.write(Intent::by(by.clone()), verb)
    };
    for _ in 0..5 {
        // Sent, and nobody waits for the answers; of later ones all may be told at once to come back.
        let _ = join_all((0..2000).map(|_| slow())).now_or_never();
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let waiting = city.store.counters().waiting();
    enough.store(true, Ordering::Relaxed);
    assert!((1000..=4200).contains(&waiting), "{waiting} of 10000 wait");
});
