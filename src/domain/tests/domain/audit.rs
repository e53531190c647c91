//! The record: whole as long as nobody touches it, and without a word of anybody.

use crate::city::City;
use domain::Actor;
use domain::audit::{Verdict, seal, verify};
use domain::needs::NewNeed;
use words::{Contact, Phone, Solved, Spot};

async fn sealed(city: &City) -> u64 {
    city.write(Actor::System, |act| Box::pin(seal(act))).await.unwrap()
}

async fn verdict(city: &City) -> Verdict {
    verify(&city.store).await.unwrap()
}

on_both!(a_record_nobody_touched_is_whole, |city| async {
    let built = city.number("SELECT count(*) FROM events").await;
    assert_eq!(sealed(city).await, u64::try_from(built).unwrap());
    assert_eq!(sealed(city).await, 0, "nothing new");
    city.report("ling", "电梯坏了两天了").await;
    city.rate("ling", city.services[0], 2).await.unwrap();
    assert_eq!(verdict(city).await, Verdict::Whole(1, u64::try_from(built).unwrap()), "new ones wait for their seal");
    assert_eq!(sealed(city).await, 2);
    assert_eq!(verdict(city).await, Verdict::Whole(2, u64::try_from(built + 2).unwrap()));
});

on_both!(whatever_is_altered_lost_or_added_breaks_it, |city| async {
    sealed(city).await;
    city.report("ling", "电梯坏了两天了").await;
    city.rate("ling", city.services[0], 2).await.unwrap();
    sealed(city).await;
    let whole = verdict(city).await;
    assert!(matches!(whole, Verdict::Whole(2, _)));
    let one = "id = (SELECT min(id) FROM kept WHERE batch = 2)";
    let one = if city.is_postgres() { "id = (SELECT id FROM kept WHERE batch = 2 ORDER BY id LIMIT 1)" } else { one };
    let new = city.literal(words::EventId::from_parts(1, [9; 10]));
    let (timestamp, table) = ("'2026-09-28 03:00:00+00:00'", "id, at, verb, subject, \"by\", detail, batch");
    let add = |batch: &str| {
        format!("INSERT INTO events ({table}) VALUES ({new}, {timestamp}, 'a', 'b', 'c', '{{}}', {batch})")
    };
    city.execute("CREATE TABLE kept AS SELECT * FROM events").await;
    city.execute("CREATE TABLE kept_batches AS SELECT * FROM batches").await;
    let spoil = [
        format!("UPDATE events SET at = {timestamp} WHERE {one}"),
        format!("UPDATE events SET verb = 'rating.rated' WHERE {one}"),
        format!("UPDATE events SET subject = 'need:1' WHERE {one}"),
        format!("UPDATE events SET \"by\" = 'system' WHERE {one}"),
        format!("UPDATE events SET detail = '{{}}' WHERE {one}"),
        format!("UPDATE events SET id = {new} WHERE {one}"),
        format!("UPDATE events SET batch = 1 WHERE {one}"),
        format!("UPDATE events SET batch = NULL WHERE {one}"),
        format!("DELETE FROM events WHERE {one}"),
        "DELETE FROM events WHERE batch = 2".to_owned(),
        add("1"),
        add("2"),
        add("99"),
        "UPDATE batches SET hash = 'x' WHERE number = 1".to_owned(),
        "DELETE FROM batches WHERE number = 1".to_owned(),
        "DELETE FROM batches WHERE number = 2".to_owned(),
        "UPDATE batches SET number = 3 WHERE number = 2".to_owned(),
    ];
    for spoil in spoil {
        city.execute(&spoil).await;
        let found = verdict(city).await;
        assert!(matches!(found, Verdict::Broken(_)), "{spoil}: {found:?}");
        for (table, kept) in [("events", "kept"), ("batches", "kept_batches")] {
            city.execute(&format!("DELETE FROM {table}")).await;
            city.execute(&format!("INSERT INTO {table} SELECT * FROM {kept}")).await;
        }
        assert_eq!(verdict(city).await, whole);
    }
});

on_both!(the_record_holds_no_word_and_no_number_of_anybody, |city| async {
    let new = NewNeed {
        contact: Contact::Sms(Phone::parse("13912345678").unwrap()),
        spot: Spot::parse("玉兰亭").unwrap(),
        ..city.need("杜鹃花开了，电话13887654321")
    };
    let reported = city.report_new("magnolia device", new).await.unwrap();
    city.revise(reported.code, "杜鹃花又开了，电话13887654321").await.unwrap();
    city.add(reported.code, "茉莉花也开了").await.unwrap();
    city.ask(&city.worker, reported.id, "牡丹在哪里").await.unwrap();
    city.accept_titled(&city.worker, reported.id, "海棠依旧").await.unwrap();
    city.join("wang", reported.id).await.unwrap();
    city.answer(&city.caretaker, reported.id, "芍药已栽").await.unwrap();
    city.confirm_because(reported.code, Solved::No, "月季不好").await.unwrap();
    city.rate("wang", city.services[0], 1).await.unwrap();
    city.withdraw(reported.code).await.unwrap();
    let said = "SELECT verb || ' ' || subject || ' ' || \"by\" || ' ' || detail FROM events";
    let all = city.texts(said).await.join("\n");
    for verb in [
        "need.report",
        "need.revise",
        "need.add",
        "need.join",
        "need.withdraw",
        "case.ask",
        "case.accept",
        "case.answer",
        "case.confirm",
        "rating.rate",
    ] {
        assert!(all.contains(verb), "{verb} is missing");
    }
    let code = reported.code.digits();
    for word in ["花", "玉兰", "牡丹", "海棠", "芍药", "月季", "13912345678", "13887654321", "magnolia", code.as_str()]
    {
        assert!(!all.contains(word), "{word} stands in the record:\n{all}");
    }
    assert!(!all.contains(city.voice("magnolia device").hash()), "not even a whole voice");
    let phones = city.texts("SELECT phone FROM need_contacts").await;
    assert_eq!(phones, ["+8613912345678"]);
});
