//! What each verb costs, fixed: a statement takes about 40 µs whatever it does, so these numbers decide the rate.

use crate::city::City;
use futures::future::join_all;

/// Statements of one act, without BEGIN and COMMIT, which are not counted.
async fn cost<T>(city: &City, act: impl Future<Output = T>) -> u64 {
    let before = city.store.counters().statements();
    act.await;
    city.store.counters().statements() - before
}

on_both!(a_lone_act_costs_what_it_did, |city| async {
    let service = city.services[0];
    assert_eq!(cost(city, city.report("ling", "电梯坏了两天了")).await, 3, "report: record, need, line");
    let id = city.report("ling", "路灯不亮了一周").await.id;
    assert_eq!(cost(city, city.accept(&city.worker, id, city.property)).await, 5, "accept");
    assert_eq!(cost(city, city.answer(&city.caretaker, id, "修好了")).await, 4, "answer");
    assert_eq!(cost(city, city.join("wang", id)).await, 5, "join");
    assert_eq!(cost(city, city.rate("ling", service, 2)).await, 5, "the first rating");
    assert_eq!(cost(city, city.rate("ling", service, 5)).await, 6, "a rating again");
});

on_both!(acts_together_share_what_they_append, |city| async {
    let names: Vec<String> = (0..32).map(|n| format!("resident {n}")).collect();
    city.rate("ling", city.services[0], 4).await.unwrap();
    let commits = city.store.counters().commits();
    let rated = join_all(names.iter().map(|name| city.rate(name, city.services[0], 4)));
    let statements = cost(city, city.while_held(rated)).await;
    let commits = city.store.counters().commits() - commits;
    if city.is_postgres() {
        assert_eq!((statements, commits), (32 * 5, 33), "each in a transaction of its own");
    } else {
        assert_eq!((statements, commits), (32 + 4, 2), "one look for each, and four statements for all");
    }
});

on_both!(two_acts_of_one_voice_never_share_a_group, |city| async {
    let service = city.services[0];
    let twice = async { tokio::join!(city.rate("ling", service, 2), city.rate("ling", service, 5)) };
    let statements = cost(city, city.while_held(twice)).await;
    if !city.is_postgres() {
        // In one group the second would not see the first, clash with it, and cost everybody a second run.
        assert_eq!(statements, 5 + 6);
    }
    assert_eq!(city.number("SELECT count(*) FROM ratings").await, 2);
});
