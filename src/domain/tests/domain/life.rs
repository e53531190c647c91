//! The life of a need, from the report to "solved".

use crate::city::status;
use chrono::TimeDelta;
use domain::needs::{EntryWhat, Tracked};
use words::{Level, Progress, Solved, Step, Visibility};

/// The words that stand in the timeline with a step, last first.
fn told(tracked: &Tracked, step: Step) -> Option<&str> {
    let line = tracked.entries.iter().rev().find(|entry| entry.what == EntryWhat::Step(step))?;
    line.text.as_deref()
}

on_both!(from_the_report_to_solved, |city| async {
    let reported = city.report("ling", "三号楼电梯坏了，电话138 0013 8000").await;
    let (id, code) = (reported.id, reported.code);
    assert_eq!(status(&domain::needs::show(&city.store, id).await), 404, "held: nobody but its author sees it");
    let tracked = city.track(code).await;
    assert_eq!((tracked.need.visibility, tracked.need.progress), (Visibility::Held, Progress::Received));
    assert!(tracked.need.body.contains("138 0013 8000"), "its author reads the whole text");

    assert_eq!(city.ask(&city.worker, id, "几单元的电梯？").await.unwrap(), Progress::Received);
    assert_eq!(told(&city.track(code).await, Step::Ask), Some("几单元的电梯？"));
    city.add(code, "二单元").await.unwrap();
    assert_eq!(told(&city.track(code).await, Step::Add), Some("二单元"));

    city.pass(TimeDelta::minutes(30));
    assert_eq!(city.accept(&city.worker, id, city.property).await.unwrap(), Progress::PassedOn);
    let public = domain::needs::show(&city.store, id).await.unwrap();
    assert_eq!(public.public_text(), "三号楼电梯坏了，电话138****");
    assert_eq!(public.unit, Some(city.property));
    assert_eq!(public.due_at.to_rfc3339(), "2026-10-10T10:00:00+00:00", "five working days, across the holidays");

    assert_eq!(city.begin(&city.caretaker, id).await.unwrap(), Progress::InProgress);
    assert_eq!(city.answer(&city.caretaker, id, "今天下午四点前修好。").await.unwrap(), Progress::Answered);
    assert_eq!(told(&city.track(code).await, Step::Answer), Some("今天下午四点前修好。"));

    assert_eq!(city.confirm_because(code, Solved::No, "又停了").await.unwrap(), Progress::Reopened);
    let reopened = city.track(code).await;
    assert_eq!(told(&reopened, Step::ConfirmNo), Some("又停了"));
    assert_eq!(reopened.need.due_at.to_rfc3339(), "2026-10-23T10:00:00+00:00", "fifteen working days anew");
    city.answer(&city.caretaker, id, "换了主板。").await.unwrap();
    assert_eq!(city.confirm(code, Solved::Partly).await.unwrap(), Progress::PartlySolved);
    city.answer(&city.caretaker, id, "门也修好了。").await.unwrap();
    assert_eq!(city.confirm(code, Solved::Yes).await.unwrap(), Progress::Solved);
    assert_eq!(domain::needs::show(&city.store, id).await.unwrap().progress, Progress::Solved);

    city.pass(TimeDelta::days(14));
    assert_eq!(city.confirm(code, Solved::No).await.unwrap(), Progress::Reopened, "fifteen days long");
    city.answer(&city.caretaker, id, "第三次修好了。").await.unwrap();
    city.confirm(code, Solved::Yes).await.unwrap();
    city.pass(TimeDelta::days(15) + TimeDelta::seconds(1));
    assert_eq!(status(&city.confirm(code, Solved::No).await), 409);
});

on_both!(a_refusal_reaches_the_resident_word_for_word, |city| async {
    let reported = city.report("ling", "想让邻居家的狗搬走").await;
    let reason = "这不是本区的事。\n请打 12345，\"转\" 江城区。";
    assert_eq!(city.refuse(&city.worker, reported.id, reason).await.unwrap(), Progress::Refused);
    assert_eq!(told(&city.track(reported.code).await, Step::Refuse), Some(reason));
    assert_eq!(status(&domain::needs::show(&city.store, reported.id).await), 404, "refused is not published");
    assert_eq!(status(&city.add(reported.code, "可是……").await), 409);
    assert_eq!(city.accept(&city.worker, reported.id, city.property).await.unwrap(), Progress::PassedOn);
});

on_both!(a_unit_gives_back_what_is_not_its_own, |city| async {
    let reported = city.publish("ling", "自来水是黄色的").await;
    assert_eq!(city.give_back(&city.caretaker, reported.id, "归水务公司").await.unwrap(), Progress::Received);
    let tracked = city.track(reported.code).await;
    assert_eq!((tracked.need.unit, told(&tracked, Step::Return)), (None, Some("归水务公司")));
    assert_eq!(status(&city.answer(&city.caretaker, reported.id, "等等").await), 404, "theirs no more");
    city.accept(&city.worker, reported.id, city.waterworks).await.unwrap();
    assert_eq!(city.answer(&city.plumber, reported.id, "已冲洗管道").await.unwrap(), Progress::Answered);
});

on_both!(a_worker_may_give_it_a_better_title, |city| async {
    let reported = city.report("ling", "那个东西又坏了，大家都很着急").await;
    city.accept_titled(&city.worker, reported.id, "三号楼电梯").await.unwrap();
    let public = domain::needs::show(&city.store, reported.id).await.unwrap();
    assert_eq!(public.title, "三号楼电梯");
    assert_eq!(public.public_text(), "那个东西又坏了，大家都很着急");
});

on_both!(ten_minutes_to_correct_it, |city| async {
    let late = city.report("wang", "路灯不亮了一周").await;
    let reported = city.report("ling", "电梯坏了两天了").await;
    city.pass(TimeDelta::minutes(10));
    city.revise(reported.code, "电梯坏了三天了。有人被困").await.unwrap();
    let tracked = city.track(reported.code).await;
    assert_eq!((tracked.need.title.as_str(), tracked.need.risk), ("电梯坏了三天了", true));
    assert_eq!(tracked.need.due_at - tracked.need.created_at, TimeDelta::hours(2), "danger is a matter of hours");
    city.pass(TimeDelta::seconds(1));
    assert_eq!(status(&city.revise(late.code, "路灯不亮了两周").await), 422);
    assert_eq!(city.track(late.code).await.need.body, "路灯不亮了一周");
});

on_both!(nothing_is_corrected_after_somebody_acted, |city| async {
    let reported = city.publish("ling", "电梯坏了两天了").await;
    assert_eq!(status(&city.revise(reported.code, "电梯坏了三天了").await), 422);
});

on_both!(handling_is_rated_only_after_an_answer, |city| async {
    let reported = city.publish("ling", "电梯坏了两天了").await;
    assert_eq!(status(&city.rate_handling(reported.code, Level::Satisfied).await), 409);
    city.answer(&city.caretaker, reported.id, "修好了").await.unwrap();
    city.rate_handling(reported.code, Level::Satisfied).await.unwrap();
    assert_eq!(city.track(reported.code).await.need.handling, Some(Level::Satisfied));
    assert_eq!(city.number("SELECT count(*) FROM tallies").await, 0, "it never enters the tallies of a service");
});

on_both!(danger_is_first_in_the_queue, |city| async {
    let calm = city.report("ling", "路灯不亮了一周").await;
    let risky = city.report("wang", "有人被困在电梯里").await;
    let elsewhere = city.need("有人被困在地下室里");
    let elsewhere = domain::needs::NewNeed { place: words::Place::Region(city.western_community), ..elsewhere };
    city.report_new("zhao", elsewhere).await.unwrap();
    let filter = domain::cases::QueueFilter::default();
    let queue = domain::cases::queue(&city.store, &city.catalogue, &city.worker, &filter).await.unwrap();
    let order: Vec<_> = queue.cases.iter().map(|case| case.id).collect();
    assert_eq!((order, queue.waiting, queue.due_today), (vec![risky.id, calm.id], 2, 1));
});
