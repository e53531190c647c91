//! Exactly once: whatever is sent twice with the same key happens once.

use crate::city::{City, status, verb};
use domain::needs::Reported;
use domain::{Error, Once, Store};
use futures::future::join_all;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use words::{Issue, Key};

const TEXT: &str = "电梯坏了两天了";

async fn send(city: &City, store: &Store, key: Key, text: &str) -> domain::Result<Reported> {
    city.report_once(store, "ling", city.need(text), Some(Once::new(key, text.as_bytes()))).await
}

on_both!(the_same_submission_gets_the_same_answer, |city| async {
    let key = domain::chance::key();
    let first = send(city, &city.store, key, TEXT).await.unwrap();
    let again = send(city, &city.store, key, TEXT).await.unwrap();
    assert_eq!((first.id, first.code), (again.id, again.code));
    for table in ["needs", "need_entries", "keys"] {
        assert_eq!(city.number(&format!("SELECT count(*) FROM {table}")).await, 1, "{table}");
    }
    assert_eq!(city.number("SELECT count(*) FROM events WHERE verb = 'need.report'").await, 1);
    let other = send(city, &city.store, domain::chance::key(), TEXT).await.unwrap();
    assert_ne!(other.id, first.id, "another key is another need");
});

on_both!(fifty_times_at_once_on_two_instances_is_once, |city| async {
    let stores = [city.store.clone(), city.second_store().await];
    for _ in 0..3 {
        let before = city.number("SELECT count(*) FROM needs").await;
        let key = domain::chance::key();
        let sent = join_all(stores.iter().cycle().take(50).map(|store| send(city, store, key, TEXT))).await;
        let codes: Vec<_> = sent.into_iter().map(|answer| answer.unwrap().code).collect();
        assert!(codes.iter().all(|code| *code == codes[0]), "one answer for all");
        assert_eq!(city.number("SELECT count(*) FROM needs").await, before + 1);
    }
});

on_both!(the_same_key_with_other_content_is_refused, |city| async {
    let key = domain::chance::key();
    send(city, &city.store, key, TEXT).await.unwrap();
    let other = send(city, &city.store, key, "路灯不亮了一周").await;
    let Err(Error::Invalid(issues)) = other else { panic!("{other:?}") };
    assert_eq!(issues.of("k"), Some(Issue::KeyReused));
    assert_eq!(city.number("SELECT count(*) FROM needs").await, 1);
});

on_both!(what_fails_uses_up_no_key, |city| async {
    for after_writing in [false, true] {
        let once = Once::new(domain::chance::key(), b"content");
        let fails = Arc::new(AtomicBool::new(true));
        let send = async || {
            let (once, fails) = (once.clone(), fails.clone());
            let intent = domain::Intent::by(domain::Actor::System).once(Some(once));
            let verb = verb(move |act| {
                let fails = fails.clone();
                Box::pin(async move {
                    if after_writing {
                        use sea_orm::ConnectionTrait;
                        act.write().execute_unprepared("UPDATE services SET link = 'changed'").await?;
                    }
                    if fails.load(Ordering::Relaxed) { Err(Error::Conflict) } else { Ok(7) }
                })
            });
            city.store.write(intent, verb).await
        };
        assert_eq!(status(&send().await), 409);
        assert_eq!(status(&send().await), 409, "a failure is not kept");
        fails.store(false, Ordering::Relaxed);
        assert_eq!(send().await.unwrap(), 7);
        fails.store(true, Ordering::Relaxed);
        assert_eq!(send().await.unwrap(), 7, "now the answer is kept");
    }
    assert_eq!(city.number("SELECT count(*) FROM keys").await, 2);
});
