//! One active voice per resident and service, with its history.

use crate::city::verb;
use chrono::TimeDelta;
use domain::ratings::{Explanation, NewRating};
use futures::future::join_all;
use std::time::{Duration, Instant};
use words::{Note, Reason, Solved};

on_both!(a_newer_rating_replaces_and_keeps_the_old, |city| async {
    let service = city.services[0];
    let first = city.rate("ling", service, 2).await.unwrap();
    assert_eq!(first.before, None);
    city.pass(TimeDelta::days(1));
    let second = city.rate("ling", service, 5).await.unwrap();
    assert_eq!(second.before.map(words::Vote::number), Some(2));
    assert_ne!(first.code, second.code);
    assert_eq!(city.said("ling", service).await, Some(5));
    assert_eq!(city.said("ling", city.services[1]).await, None, "another service");
    assert_eq!(city.said("wang", service).await, None, "another resident");
    assert_eq!(city.number("SELECT count(*) FROM ratings").await, 2, "history stays");
    assert_eq!(city.number("SELECT count(*) FROM ratings WHERE active").await, 1);
    assert_eq!(city.number("SELECT cast(vote AS bigint) FROM ratings WHERE NOT active").await, 2);
    let followed = domain::ratings::track(&city.store, first.code).await.unwrap();
    assert_eq!(followed.vote.number(), 2);
});

on_both!(tallies_move_with_the_voice, |city| async {
    let service = city.services[0];
    city.rate("ling", service, 2).await.unwrap();
    city.rate("wang", service, 2).await.unwrap();
    let sums = "SELECT cast(sum(n1 + 10 * n2 + 100 * n3 + 1000 * n4 + 10000 * n5) AS bigint) FROM ";
    let both =
        async || [city.number(&format!("{sums}tallies")).await, city.number(&format!("{sums}region_tallies")).await];
    assert_eq!(both().await, [20, 20]);
    city.pass(TimeDelta::days(40));
    city.rate("ling", service, 5).await.unwrap();
    assert_eq!(both().await, [10010, 10010], "one moved from 2 to 5");
    let old = "SELECT n2 FROM tallies WHERE n5 = 0 AND n2 > 0";
    assert_eq!(city.number(old).await, 1, "and left the day on which it stood");
});

on_both!(an_older_rating_that_arrives_late_is_history, |city| async {
    let service = city.services[0];
    city.rate("ling", service, 4).await.unwrap();
    let yesterday = Some(city.clock.now() - TimeDelta::days(1));
    let late = NewRating { at: yesterday, ..city.rating("ling", service, 1) };
    city.rate_new(&city.store, late).await.unwrap();
    assert_eq!(city.said("ling", service).await, Some(4));
    assert_eq!(city.number("SELECT cast(sum(n1) AS bigint) FROM tallies").await, 0);
});

on_both!(two_ratings_of_one_voice_in_flight_both_stand_in_order, |city| async {
    for (round, service) in city.services.iter().enumerate() {
        let name = format!("resident {round}");
        let ratings = (1..=5).map(|vote| {
            let at = Some(city.clock.now() + TimeDelta::milliseconds(vote));
            let vote = u8::try_from(vote).unwrap();
            city.rate_new(&city.store, NewRating { at, ..city.rating(&name, *service, vote) })
        });
        assert!(join_all(ratings).await.iter().all(Result::is_ok));
        assert_eq!(city.said(&name, *service).await, Some(5), "the last word counts");
    }
    assert_eq!(city.number("SELECT count(*) FROM ratings").await, 15);
    assert_eq!(city.number("SELECT count(*) FROM ratings WHERE active").await, 3);
    assert_eq!(domain::ratings::recount::check(&city.store).await.unwrap().wrong, 0);
});

on_both!(a_reason_stands_beside_the_active_rating, |city| async {
    let service = city.services[0];
    let why = Explanation {
        reasons: vec![Reason::TooSlow, Reason::NotSolved],
        solved: Some(Solved::No),
        ease: Some(2),
        note: Some(Note::parse("排队两小时").unwrap()),
    };
    let explain = async || {
        let why = why.clone();
        let verb = verb(move |act| Box::pin(domain::ratings::explain(act, service, why.clone())));
        city.write(&city.voice("ling"), verb).await
    };
    assert_eq!(crate::city::status(&explain().await), 404, "nothing was rated");
    city.rate("ling", service, 2).await.unwrap();
    explain().await.unwrap();
    let mine = domain::ratings::mine(&city.store, service, &city.voice("ling")).await.unwrap().unwrap();
    assert_eq!((mine.reasons, mine.solved, mine.ease), (why.reasons.clone(), why.solved, why.ease));
    assert_eq!(mine.note.as_deref(), Some("排队两小时"));
});

/// The quickest of ten taps.
async fn a_tap(city: &crate::city::City, name: &str) -> Duration {
    let mut quickest = Duration::MAX;
    for n in 0..10 {
        let begun = Instant::now();
        city.rate(&format!("{name} {n}"), city.services[0], 4).await.unwrap();
        quickest = quickest.min(begun.elapsed());
    }
    quickest
}

on_both!(a_tap_takes_no_longer_among_many, |city| async {
    let alone = a_tap(city, "early").await;
    let many =
        "INSERT INTO ratings (id, service_id, voice, vote, channel, entry, verified, code, at, day, active, reasons)";
    let of = "service_id, 'many ' || n, 3, 'import', '', verified, n, at, day, active, ''";
    let one = "(SELECT * FROM ratings LIMIT 1) one";
    city.execute(&if city.is_postgres() {
        format!("{many} SELECT gen_random_uuid(), {of} FROM {one}, generate_series(1, 100000) series(n)")
    } else {
        let series = "WITH RECURSIVE series(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM series WHERE n < 100000)";
        format!("{series} {many} SELECT randomblob(16), {of} FROM {one}, series")
    })
    .await;
    let among_many = a_tap(city, "late").await;
    assert!(among_many < alone * 3 + Duration::from_millis(3), "{alone:?}, then {among_many:?}");
});
