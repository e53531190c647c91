//! "I have this too" counts people, not taps.

use crate::city::{City, status};
use domain::needs::Joined;
use futures::future::join_all;
use words::NeedId;

async fn supporters(city: &City, id: NeedId) -> (u32, i64) {
    let need = domain::needs::show(&city.store, id).await.unwrap();
    (need.supporters, city.number("SELECT count(*) FROM joins").await)
}

on_both!(each_voice_counts_once_and_the_author_not_again, |city| async {
    let id = city.publish("ling", "电梯坏了两天了").await.id;
    assert_eq!(city.join("ling", id).await.unwrap(), Joined { number: 1, already: true }, "the author is counted");
    assert_eq!(city.join("wang", id).await.unwrap(), Joined { number: 2, already: false });
    assert_eq!(city.join("wang", id).await.unwrap(), Joined { number: 2, already: true });
    assert_eq!(supporters(city, id).await, (2, 1));
});

on_both!(fifty_voices_at_once_are_fifty, |city| async {
    let id = city.publish("ling", "电梯坏了两天了").await.id;
    let names: Vec<String> = (0..50).map(|n| format!("neighbour {n}")).collect();
    let joined = join_all(names.iter().map(|name| city.join(name, id))).await;
    let mut numbers: Vec<u32> = joined.into_iter().map(|joined| joined.unwrap().number).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (2..=51).collect::<Vec<_>>(), "each is told a number of their own");
    assert_eq!(supporters(city, id).await, (51, 50));
});

on_both!(one_voice_fifty_times_at_once_is_one, |city| async {
    let id = city.publish("ling", "电梯坏了两天了").await.id;
    let joined = join_all((0..50).map(|_| city.join("wang", id))).await;
    let fresh = joined.into_iter().filter(|joined| !joined.as_ref().unwrap().already).count();
    assert_eq!(fresh, 1);
    assert_eq!(supporters(city, id).await, (2, 1));
});

on_both!(nobody_joins_what_is_held, |city| async {
    let id = city.report("ling", "电梯坏了两天了").await.id;
    assert_eq!(status(&city.join("wang", id).await), 404);
});
