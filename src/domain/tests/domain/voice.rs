//! That nobody has two voices is decided by a unique index, and by nothing else: without it they do.

use crate::city::City;
use chrono::TimeDelta;
use futures::future::join_all;

/// A second active row of the same voice, past every check.
const COPY: &str = "INSERT INTO ratings (id, service_id, voice, vote, channel, entry, verified, region_id, code, at, day, \
     active, reasons) SELECT NEW_ID, service_id, voice, vote, channel, entry, verified, region_id, '000000000000', at, \
     day, active, reasons FROM ratings";

async fn insert_a_second_voice(city: &City) -> bool {
    use sea_orm::ConnectionTrait;
    let id = city.literal(words::RatingId::from_parts(7, [7; 10]));
    city.raw.execute_unprepared(&COPY.replace("NEW_ID", &id)).await.is_ok()
}

on_both!(two_active_rows_of_one_voice_cannot_stand, |city| async {
    city.rate("ling", city.services[0], 2).await.unwrap();
    assert!(!insert_a_second_voice(city).await);
    city.execute("DROP INDEX ratings_one_voice").await;
    assert!(insert_a_second_voice(city).await, "only the index had refused it");
});

/// Residents who tap twice at once, each tap at another instance: how many of them ended with two voices.
async fn doubles(city: &City, residents: usize) -> i64 {
    let stores = [city.store.clone(), city.second_store().await];
    for n in 0..residents {
        let name = format!("resident {n}");
        let taps = stores.iter().zip([1, 5]).cycle().take(8);
        let rated =
            join_all(taps.map(|(store, vote)| city.rate_new(store, city.rating(&name, city.services[0], vote))));
        assert!(rated.await.iter().all(Result::is_ok), "every tap is answered");
        city.pass(TimeDelta::seconds(1));
    }
    let twice =
        "SELECT count(*) FROM (SELECT voice FROM ratings WHERE active GROUP BY voice HAVING count(*) > 1) twice";
    city.number(twice).await
}

on_both!(two_instances_make_one_voice, |city| async {
    assert_eq!(doubles(city, 15).await, 0);
    assert_eq!(city.number("SELECT count(*) FROM ratings WHERE active").await, 15);
    assert_eq!(domain::ratings::recount::check(&city.store).await.unwrap().wrong, 0);
});

on_both!(without_the_index_two_instances_make_two_voices, |city| async {
    city.execute("DROP INDEX ratings_one_voice").await;
    let doubled = doubles(city, 15).await;
    if city.is_postgres() {
        assert!(doubled > 0, "the test above would not notice a missing index");
    } else {
        assert_eq!(doubled, 0, "SQLite lets in one writer at a time, of all processes");
    }
});
