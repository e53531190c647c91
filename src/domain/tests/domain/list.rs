//! The list of public needs: its filters, and that turning its pages misses nothing.

use crate::city::City;
use chrono::TimeDelta;
use domain::needs::{Filter, ImportedNeed, Need, PAGE};
use std::collections::BTreeSet;
use words::{Category, NeedId, NeedKind, Progress, RegionId};

async fn page(city: &City, filter: Filter) -> (Vec<Need>, Option<NeedId>) {
    domain::needs::list(&city.store, &city.catalogue, &filter).await.unwrap()
}

async fn titles(city: &City, filter: Filter) -> BTreeSet<String> {
    page(city, filter).await.0.into_iter().map(|need| need.title).collect()
}

fn set(titles: &[&str]) -> BTreeSet<String> {
    titles.iter().map(|&title| title.to_owned()).collect()
}

on_both!(turning_pages_reaches_every_need_once, |city| async {
    for n in 0..65 {
        city.import(&format!("需求{n}")).await;
        city.pass(TimeDelta::milliseconds(n % 3));
    }
    for n in 0..5 {
        city.report("ling", &format!("还没有人看过的需求{n}")).await;
    }
    let (mut seen, mut after, mut pages) = (Vec::new(), None, 0);
    loop {
        let (needs, next) = page(city, Filter { after, ..Filter::default() }).await;
        assert!(needs.len() as u64 == PAGE || next.is_none());
        seen.extend(needs.into_iter().map(|need| need.title));
        pages += 1;
        // Meanwhile others go on reporting.
        city.pass(TimeDelta::seconds(1));
        city.import(&format!("新来的{pages}")).await;
        city.publish("zhao", &format!("新收到的需求{pages}")).await;
        let Some(next) = next else { break };
        after = Some(next);
    }
    let expected: BTreeSet<String> = (0..65).map(|n| format!("需求{n}")).collect();
    assert_eq!((seen.len(), pages), (65, 4), "each once, and none that nobody has looked at");
    assert_eq!(seen.into_iter().collect::<BTreeSet<_>>(), expected);
});

on_both!(filters_by_place_kind_subject_and_progress, |city| async {
    let import = async |text: &str, region: Option<RegionId>, kind, category| {
        let new = ImportedNeed { region, kind, category, ..city.imported(text) };
        city.import_need(new).await.unwrap();
    };
    import("东区电梯", Some(city.community), Some(NeedKind::Urgent), Some(Category::Housing)).await;
    import("西区噪声", Some(city.western_community), Some(NeedKind::Difficult), Some(Category::Noise)).await;
    import("不知何处", None, None, None).await;
    let within = |region| Filter { region: Some(region), ..Filter::default() };
    assert_eq!(titles(city, within(city.whole)).await, set(&["东区电梯", "西区噪声"]), "with everything in it");
    assert_eq!(titles(city, within(city.east)).await, set(&["东区电梯"]));
    assert_eq!(titles(city, within(city.western_community)).await, set(&["西区噪声"]));
    assert_eq!(titles(city, within(city.west)).await, set(&["西区噪声"]));
    let kind = Filter { kind: Some(NeedKind::Urgent), ..Filter::default() };
    assert_eq!(titles(city, kind).await, set(&["东区电梯"]));
    let category = Filter { category: Some(Category::Noise), ..Filter::default() };
    assert_eq!(titles(city, category).await, set(&["西区噪声"]));
    let both = Filter { kind: Some(NeedKind::Urgent), category: Some(Category::Noise), ..Filter::default() };
    assert_eq!(titles(city, both).await, set(&[]));
    let answered = city.publish("ling", "楼道灯不亮了").await;
    city.answer(&city.caretaker, answered.id, "换好了").await.unwrap();
    let status = Filter { status: Some(Progress::Answered), ..Filter::default() };
    assert_eq!(titles(city, status).await, set(&["楼道灯不亮了"]));
    assert_eq!(titles(city, Filter::default()).await.len(), 4);
});

on_both!(the_same_import_twice_is_one_need, |city| async {
    let new = || ImportedNeed { import_id: Some("a-17".to_owned()), supports: 4, ..city.imported("东区电梯") };
    assert!(city.import_need(new()).await.unwrap());
    assert!(!city.import_need(new()).await.unwrap());
    assert_eq!(city.number("SELECT count(*) FROM needs WHERE supporters = 5").await, 1, "its author included");
});
