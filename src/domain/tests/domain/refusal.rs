//! What is refused, and how: what you may not see is not there.

use crate::city::{City, status};
use domain::{Actor, Staff};
use words::{Level, NeedId, Solved, TrackingCode};

/// What somebody at work is told about a case: to look at it, and to answer it.
async fn looked_at(city: &City, by: &Staff, id: NeedId) -> (u16, u16) {
    let looked = domain::cases::case(&city.store, &city.catalogue, by, id).await;
    (status(&looked), status(&city.answer(by, id, "修好了").await))
}

on_both!(a_case_is_not_there_for_others, |city| async {
    let id = city.publish("ling", "电梯坏了两天了").await.id;
    assert_eq!(looked_at(city, &city.plumber, id).await, (404, 404), "the unit of another case");
    assert_eq!(looked_at(city, &city.western_worker, id).await, (404, 404), "a worker outside the region");
    assert_eq!(looked_at(city, &city.official, id).await, (404, 404), "an official reads figures");
    assert_eq!(status(&city.accept(&city.western_worker, id, city.property).await), 404);
    assert_eq!(looked_at(city, &city.worker, id).await, (200, 403), "a worker sees it and cannot answer for a unit");
    assert_eq!(status(&city.accept(&city.caretaker, id, city.waterworks).await), 403, "a unit cannot pass on");
    assert_eq!(looked_at(city, &city.caretaker, id).await, (200, 200));
    let nowhere = NeedId::from_parts(1, [9; 10]);
    assert_eq!(looked_at(city, &city.worker, nowhere).await, (404, 404));
});

on_both!(officials_have_no_queue, |city| async {
    let filter = domain::cases::QueueFilter::default();
    let queue = domain::cases::queue(&city.store, &city.catalogue, &city.official, &filter).await;
    assert_eq!(status(&queue), 403);
});

on_both!(a_resident_takes_no_step_of_staff, |city| async {
    let id = city.report("ling", "电梯坏了两天了").await.id;
    let (catalogue, unit) = (city.catalogue.clone(), city.property);
    let taken = city.write(Actor::Guest(city.voice("ling")), move |act| {
        let catalogue = catalogue.clone();
        let step = domain::cases::Move::Accept { unit, kind: None, title: None };
        Box::pin(async move { domain::cases::take(act, &catalogue, id, step).await })
    });
    assert_eq!(status(&taken.await), 404);
});

on_both!(staff_take_no_step_of_a_resident, |city| async {
    let code = city.publish("ling", "电梯坏了两天了").await.code;
    let by = || Actor::Staff(city.worker.clone());
    let confirmed = city.write(by(), move |act| Box::pin(domain::cases::confirm(act, code, Solved::Yes, None))).await;
    assert_eq!(status(&confirmed), 403);
    let level = Level::VerySatisfied;
    let rated = city.write(by(), move |act| Box::pin(domain::cases::rate_handling(act, code, level))).await;
    assert_eq!(status(&rated), 403);
    assert_eq!(status(&city.write(by(), move |act| Box::pin(domain::needs::withdraw(act, code))).await), 403);
    let id = city.track(code).await.need.id;
    assert_eq!(status(&city.write(by(), move |act| Box::pin(domain::needs::join(act, id))).await), 403);
});

on_both!(a_step_from_a_wrong_state_is_a_conflict, |city| async {
    let reported = city.report("ling", "电梯坏了两天了").await;
    assert_eq!(status(&city.confirm(reported.code, Solved::Yes).await), 409, "nothing was answered");
    city.accept(&city.worker, reported.id, city.property).await.unwrap();
    city.answer(&city.caretaker, reported.id, "修好了").await.unwrap();
    assert_eq!(status(&city.begin(&city.caretaker, reported.id).await), 409, "answered already");
    assert_eq!(status(&city.refuse(&city.worker, reported.id, "太晚了").await), 409);
    city.confirm(reported.code, Solved::Yes).await.unwrap();
    assert_eq!(status(&city.answer(&city.caretaker, reported.id, "再答").await), 409, "solved is solved");
});

on_both!(a_unit_that_does_not_exist_is_a_wrong_field, |city| async {
    let id = city.report("ling", "电梯坏了两天了").await.id;
    let taken = city.accept(&city.worker, id, words::UnitId::from_parts(1, [9; 10])).await;
    assert_eq!(status(&taken), 422);
    assert_eq!(city.number("SELECT count(*) FROM needs WHERE progress = 'received'").await, 1);
});

on_both!(a_code_nobody_has_is_not_found, |city| async {
    let code = TrackingCode::from_chance(7);
    assert_eq!(status(&domain::needs::track(&city.store, code).await), 404);
    assert_eq!(status(&city.withdraw(code).await), 404);
    assert_eq!(status(&city.add(code, "哪里").await), 404);
});

on_both!(the_same_short_name_twice_is_a_conflict, |city| async {
    let new = domain::units::NewUnit {
        slug: "property".to_owned(),
        name_zh: "物业".to_owned(),
        name_en: "Property".to_owned(),
        region: None,
    };
    let created = city.write(Actor::System, move |act| Box::pin(domain::units::create(act, new.clone()))).await;
    assert_eq!(status(&created), 409);
});
