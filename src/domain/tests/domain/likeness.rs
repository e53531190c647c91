//! "Somebody may have reported this already", on two instances.

use chrono::TimeDelta;
use domain::Store;
use domain::needs::similar::similar;
use words::NeedId;

const ASKED: &str = "三号楼二单元的电梯又坏了，老人下不了楼";

/// What an import of more than twenty thousand needs leaves behind.
const MANY_ON_SQLITE: &str = "WITH RECURSIVE many(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < 20100) \
     INSERT INTO needs (id, code, title, body, public_body, spot, for_whom, staff_only, channel, visibility, progress, \
     risk, supporters, voice, created_at, due_at, changed_at) SELECT randomblob(16), n, title, body, public_body, spot, \
     for_whom, staff_only, channel, visibility, progress, risk, supporters, voice, created_at, due_at, changed_at \
     FROM needs, many";
const MANY_ON_POSTGRES: &str = "INSERT INTO needs (id, code, title, body, public_body, spot, for_whom, staff_only, \
     channel, visibility, progress, risk, supporters, voice, created_at, due_at, changed_at) SELECT gen_random_uuid(), n, \
     title, body, public_body, spot, for_whom, staff_only, channel, visibility, progress, risk, supporters, voice, \
     created_at, due_at, changed_at FROM needs, generate_series(1, 20100) many(n)";

async fn twins(store: &Store) -> Vec<NeedId> {
    similar(store, ASKED, None, None).await.unwrap().into_iter().map(|need| need.id).collect()
}

on_both!(a_public_twin_is_found_by_every_instance, |city| async {
    let other = city.second_store().await;
    let held = city.report("wang", "三号楼二单元电梯坏了，老人没法下楼").await;
    city.publish("zhao", "小区门口路灯不亮，晚上看不清").await;
    assert_eq!((twins(&city.store).await, twins(&other).await), (vec![], vec![]), "a held one is nobody's twin");
    let twin = city.publish("ling", "三号楼二单元电梯坏了，老人下不了楼，盼修").await;
    city.pass(TimeDelta::seconds(2));
    assert_eq!(twins(&city.store).await, [twin.id]);
    assert_eq!(twins(&other).await, [twin.id], "within two seconds");
    city.withdraw(twin.code).await.unwrap();
    assert_eq!(twins(&other).await, [], "at once: what is taken back is never offered");
    city.pass(TimeDelta::seconds(2));
    assert_eq!(twins(&city.store).await, []);
    city.accept(&city.worker, held.id, city.property).await.unwrap();
    city.pass(TimeDelta::seconds(2));
    assert_eq!(twins(&other).await, [held.id], "public now");
});

on_both!(a_few_words_are_like_nothing, |city| async {
    city.publish("ling", "电梯坏了吗").await;
    let found = similar(&city.store, "电梯坏了吗", None, None).await.unwrap();
    assert!(found.is_empty());
});

on_both!(more_than_a_page_in_one_second_are_all_known, |city| async {
    city.publish("ling", "小区门口路灯不亮，晚上看不清").await;
    city.execute(if city.is_postgres() { MANY_ON_POSTGRES } else { MANY_ON_SQLITE }).await;
    city.pass(TimeDelta::seconds(2));
    city.publish("wang", "三号楼二单元电梯坏了，老人下不了楼，盼修").await;
    let late = "UPDATE needs SET title = '三号楼二单元的电梯坏了老人下不了楼' WHERE id = (SELECT id FROM needs ORDER BY id DESC LIMIT 1)";
    city.execute(late).await;
    assert_eq!(twins(&city.store).await.len(), 2, "the last row of a page and the need after it");
});
