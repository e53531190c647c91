//! Tallies are the ratings counted, whatever happened before: `recount` must always agree.

use crate::city::City;
use chrono::{NaiveDate, TimeDelta};
use domain::Actor;
use domain::ratings::{ImportedTally, NewRating, recount};
use futures::future::join_all;
use rand::{Rng, SeedableRng, rngs::StdRng};
use words::Channel;

async fn wrong(city: &City) -> u64 {
    recount::check(&city.store).await.unwrap().wrong
}

fn september() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 1).unwrap()
}

/// Something that moves tallies, drawn from the dice.
async fn anything(city: &City, mut dice: StdRng) {
    let service = city.services[dice.random_range(0..3)];
    if dice.random_range(0..5) == 0 {
        let month = NaiveDate::from_ymd_opt(2026, dice.random_range(7..10), 1).unwrap();
        let counts = std::array::from_fn(|_| dice.random_range(0..40));
        city.import_tally(ImportedTally { service, month, counts, invited: None, transactions: None }).await.unwrap();
        return;
    }
    let name = format!("resident {}", dice.random_range(0..6));
    let mut new = NewRating {
        channel: Channel::ALL[dice.random_range(0..Channel::ALL.len())],
        region: [None, Some(city.community), Some(city.western_community)][dice.random_range(0..3)],
        ..city.rating(&name, service, dice.random_range(1..8))
    };
    if dice.random_range(0..3) == 0 {
        new.at = Some(city.clock.now() - TimeDelta::hours(dice.random_range(0..1500)));
    }
    city.rate_new(&city.store, new).await.unwrap();
}

on_both!(tallies_agree_after_anything, |city| async {
    for seed in 0..3 {
        let mut dice = StdRng::seed_from_u64(seed);
        for round in 0..10 {
            let together = dice.random_range(1..12);
            let each: Vec<StdRng> = (0..together).map(|_| StdRng::from_rng(&mut dice)).collect();
            join_all(each.into_iter().map(|dice| anything(city, dice))).await;
            assert_eq!(wrong(city).await, 0, "seed {seed}, round {round}");
            city.pass(TimeDelta::hours(dice.random_range(0..48)));
        }
    }
    assert!(city.number("SELECT count(*) FROM ratings WHERE NOT active").await > 0, "something was replaced");
    let less = "SELECT count(*) FROM tallies WHERE n1 < 0 OR n2 < 0 OR n3 < 0 OR n4 < 0 OR n5 < 0";
    assert_eq!(city.number(less).await, 0);
});

on_both!(the_same_month_again_replaces_it, |city| async {
    let service = city.services[0];
    for counts in [[1, 2, 3, 4, 5], [5, 0, 0, 0, 1]] {
        let new = ImportedTally { service, month: september(), counts, invited: Some(100), transactions: None };
        city.import_tally(new).await.unwrap();
    }
    assert_eq!(city.number("SELECT n1 * 10 + n5 FROM tallies WHERE channel = 'import'").await, 51);
    assert_eq!(wrong(city).await, 0);
});

on_both!(a_wrong_tally_is_found_and_put_right, |city| async {
    city.rate("ling", city.services[0], 2).await.unwrap();
    city.rate("wang", city.services[0], 5).await.unwrap();
    city.execute("UPDATE tallies SET n2 = n2 + 7").await;
    city.execute("DELETE FROM region_tallies").await;
    assert_eq!(wrong(city).await, 2);
    let found = city.write(Actor::System, |act| Box::pin(recount::recount(act))).await.unwrap();
    assert_eq!((found.counted, found.wrong), (2, 2));
    assert_eq!(wrong(city).await, 0);
});

on_both!(a_recount_in_the_midst_of_ratings_spoils_nothing, |city| async {
    let names: Vec<String> = (0..24).map(|n| format!("resident {n}")).collect();
    let all = async |vote| join_all(names.iter().map(|name| city.rate(name, city.services[0], vote))).await;
    all(1).await;
    for vote in [2, 3, 4, 5] {
        let counting = join_all((0..4).map(|_| city.write(Actor::System, |act| Box::pin(recount::recount(act)))));
        let (first, counted, second) = tokio::join!(all(vote), counting, all(vote % 5 + 1));
        assert!(first.iter().chain(&second).all(Result::is_ok));
        for found in counted {
            assert_eq!(found.unwrap().wrong, 0, "what is half-way in a group is not wrong");
        }
        assert_eq!(wrong(city).await, 0);
    }
});
