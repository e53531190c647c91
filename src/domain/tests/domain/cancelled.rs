//! A client who goes away in the middle: the act is wholly there or not at all, and no connection stays inside it.

use futures::FutureExt;
use rand::{Rng, SeedableRng, rngs::StdRng};
use std::time::Duration;

on_both!(a_request_given_up_leaves_all_or_nothing, |city| async {
    let mut dice = StdRng::seed_from_u64(5);
    for n in 0..120 {
        let name = format!("resident {n}");
        let all = async {
            city.report(&name, "电梯坏了两天了").await;
            city.rate(&name, city.services[0], 2).await.unwrap();
            city.rate(&name, city.services[0], 5).await.unwrap();
        };
        // Dropped at a random moment, and now and then at the very first.
        let patience = Duration::from_micros(dice.random_range(0..6000));
        let _ = tokio::time::timeout(patience, all).await;
    }
    city.settle().await;
    let needs = city.number("SELECT count(*) FROM needs").await;
    assert!(needs > 10, "{needs}");
    assert_eq!(city.number("SELECT count(*) FROM need_entries").await, needs);
    assert_eq!(city.number("SELECT count(*) FROM events WHERE verb = 'need.report'").await, needs);
    let ratings = city.number("SELECT count(*) FROM ratings").await;
    assert_eq!(city.number("SELECT count(*) FROM events WHERE verb = 'rating.rate'").await, ratings);
    assert_eq!(domain::ratings::recount::check(&city.store).await.unwrap().wrong, 0);
    if city.is_postgres() {
        let idle = "SELECT count(*) FROM pg_stat_activity \
                    WHERE datname = current_database() AND state LIKE 'idle in transaction%'";
        assert_eq!(city.number(idle).await, 0);
    }
    // Every connection of the pool still writes what it says.
    let names: Vec<String> = (0..16).map(|n| format!("late resident {n}")).collect();
    let rated = futures::future::join_all(names.iter().map(|name| city.rate(name, city.services[1], 4))).await;
    assert!(rated.iter().all(Result::is_ok));
    let second = "SELECT count(*) FROM ratings WHERE active AND service_id = ";
    let second = format!("{second}{}", city.literal(city.services[1]));
    assert_eq!(city.number(&second).await, 16);
});

on_both!(an_act_that_was_let_in_is_done_although_nobody_waits, |city| async {
    // Looked at once, and dropped.
    assert!(city.report("ling", "电梯坏了两天了").now_or_never().is_none());
    city.settle().await;
    assert_eq!(city.number("SELECT count(*) FROM needs").await, 1);
});

on_both!(a_request_never_begun_does_nothing, |city| async {
    drop(city.report("ling", "电梯坏了两天了"));
    city.settle().await;
    assert_eq!(city.number("SELECT count(*) FROM needs").await, 0);
});
