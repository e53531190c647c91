//! Staff sign in with a password, and are recognised by a token that no table holds.

use crate::city::{City, status};
use chrono::TimeDelta;
use domain::people::{NewPerson, SESSION_HOURS, SignedIn, recognise, sign_in, sign_out};
use domain::{Actor, Error};
use std::time::{Duration, Instant};
use words::{Issue, Role};

const PASSWORD: &str = "correct horse battery";

async fn with_colleague(city: &City) {
    let mut new = NewPerson::new("li", "Li Wei", Role::Worker, PASSWORD).unwrap();
    new.region = Some(city.east);
    city.write(Actor::System, move |act| Box::pin(domain::people::create(act, new.clone()))).await.unwrap();
}

async fn enter(city: &City, old: Option<&str>) -> SignedIn {
    sign_in(&city.store, "li", PASSWORD, old).await.unwrap()
}

async fn is_known(city: &City, token: &str) -> bool {
    recognise(&city.store, token).await.unwrap().is_some()
}

on_both!(a_token_is_stored_only_as_a_hash, |city| async {
    with_colleague(city).await;
    let signed = enter(city, None).await;
    let staff = recognise(&city.store, &signed.token).await.unwrap().unwrap();
    assert_eq!((staff.name.as_str(), staff.role, staff.region), ("Li Wei", Role::Worker, Some(city.east)));
    assert_eq!(sign_in(&city.store, "  LI ", PASSWORD, None).await.unwrap().staff, staff, "however it is typed");
    let kept = city.texts("SELECT hash FROM sessions").await;
    assert_eq!(kept.len(), 2);
    assert!(!kept.contains(&signed.token));
    assert!(!is_known(city, &kept[0]).await, "whoever reads the table cannot come in with it");
    let passwords = city.texts("SELECT password FROM people").await;
    assert!(passwords[0].starts_with("$argon2id$") && !passwords[0].contains(PASSWORD));
});

on_both!(signing_in_ends_the_session_before, |city| async {
    with_colleague(city).await;
    let first = enter(city, None).await;
    let second = enter(city, Some(&first.token)).await;
    assert_ne!(first.token, second.token);
    assert!(!is_known(city, &first.token).await, "a planted token is worth nothing");
    assert!(is_known(city, &second.token).await);
    sign_out(&city.store, second.staff, &second.token).await.unwrap();
    assert!(!is_known(city, &second.token).await);
});

on_both!(a_wrong_name_and_a_wrong_password_look_the_same, |city| async {
    with_colleague(city).await;
    let mut quickest = [Duration::MAX; 2];
    for _ in 0..3 {
        for (quickest, (login, password)) in quickest.iter_mut().zip([("li", "wrong"), ("nobody", PASSWORD)]) {
            let begun = Instant::now();
            let answer = sign_in(&city.store, login, password, None).await;
            *quickest = begun.elapsed().min(*quickest);
            let Err(Error::Invalid(issues)) = answer else { panic!("{login}") };
            assert_eq!(issues.0, [("password".into(), Issue::NotSignedIn)]);
        }
    }
    assert!(quickest[1] * 3 > quickest[0], "an unknown name is not answered sooner: {quickest:?}");
    assert_eq!(city.number("SELECT count(*) FROM sessions").await, 0);
});

on_both!(a_session_ends_with_the_working_day, |city| async {
    with_colleague(city).await;
    let signed = enter(city, None).await;
    city.pass(TimeDelta::hours(SESSION_HOURS) - TimeDelta::seconds(1));
    assert!(is_known(city, &signed.token).await);
    city.pass(TimeDelta::seconds(1));
    assert!(!is_known(city, &signed.token).await);
});

on_both!(who_left_is_not_let_in, |city| async {
    with_colleague(city).await;
    let signed = enter(city, None).await;
    let now = if city.is_postgres() { "now()" } else { "'2026-09-28T00:00:00+00:00'" };
    city.execute(&format!("UPDATE people SET disabled_at = {now}")).await;
    assert!(!is_known(city, &signed.token).await, "nor kept in");
    assert_eq!(status(&sign_in(&city.store, "li", PASSWORD, None).await), 422);
});
