//! What must never be public.

use crate::city::{City, status};
use domain::needs::{Filter, NewNeed};
use words::{NeedId, Visibility};

async fn is_listed(city: &City, id: NeedId) -> bool {
    let (all, _) = domain::needs::list(&city.store, &city.catalogue, &Filter::default()).await.unwrap();
    let q = Some("电梯".to_owned());
    let (found, _) =
        domain::needs::list(&city.store, &city.catalogue, &Filter { q, ..Filter::default() }).await.unwrap();
    all.iter().chain(&found).any(|need| need.id == id)
}

on_both!(staff_only_is_never_public, |city| async {
    let new = NewNeed { staff_only: true, ..city.need("楼上电梯口有人吵架") };
    let reported = city.report_new("ling", new).await.unwrap();
    city.accept(&city.worker, reported.id, city.property).await.unwrap();
    city.answer(&city.caretaker, reported.id, "已劝解").await.unwrap();
    assert_eq!(city.track(reported.code).await.need.visibility, Visibility::StaffOnly);
    assert_eq!(status(&domain::needs::show(&city.store, reported.id).await), 404);
    assert_eq!(status(&city.join("wang", reported.id).await), 404);
    assert!(!is_listed(city, reported.id).await);
    assert_eq!(city.number("SELECT count(*) FROM needs_search").await, 0);
    assert_eq!(city.number("SELECT count(*) FROM needs WHERE public_body IS NOT NULL").await, 0);
});

on_both!(what_is_taken_back_is_gone, |city| async {
    let held = city.report("wang", "电梯坏了两天了").await;
    city.withdraw(held.code).await.unwrap();
    assert_eq!(status(&domain::needs::show(&city.store, held.id).await), 404, "it never was public");

    let public = city.publish("ling", "电梯坏了三天了").await;
    assert!(is_listed(city, public.id).await);
    city.withdraw(public.code).await.unwrap();
    assert_eq!(status(&domain::needs::show(&city.store, public.id).await), 410);
    assert!(!is_listed(city, public.id).await);
    assert_eq!(status(&city.withdraw(public.code).await), 410);
    assert_eq!(status(&city.add(public.code, "还有").await), 410);
    assert_eq!(status(&city.join("zhao", public.id).await), 404);
    assert_eq!(status(&city.answer(&city.caretaker, public.id, "修好了").await), 404);
    let looked = domain::cases::case(&city.store, &city.catalogue, &city.caretaker, public.id).await;
    assert_eq!(status(&looked), 410);
});

on_both!(a_number_cut_by_the_title_is_hidden_too, |city| async {
    let text = "请尽快联系我本人我的手机号是13800138000，电梯坏了";
    let public = city.publish("ling", text).await;
    let need = domain::needs::show(&city.store, public.id).await.unwrap();
    assert!(!need.title.contains("13800"), "{}", need.title);
    assert!(city.import(text).await);
    let imported = city.texts("SELECT title FROM needs WHERE channel = 'import'").await;
    assert!(!imported[0].contains("13800"), "{}", imported[0]);
});

on_both!(a_title_given_to_a_public_need_is_masked, |city| async {
    let public = city.publish("ling", "电梯坏了两天了").await;
    city.accept_titled(&city.worker, public.id, "请打13800138000").await.unwrap();
    let need = domain::needs::show(&city.store, public.id).await.unwrap();
    assert_eq!(need.title, "请打138****");
});
