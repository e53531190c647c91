//! Likeness of needs: the worked values of `MEASURES.md` 6, and what must hold for any text.

use likeness::{COMMON, Clusters, Index, Vector, near_copy, query_terms, search_terms, tokens};
use proptest::prelude::*;

const THREE: [&str; 3] = ["小区停车难", "小区停车位少", "路灯不亮"];

fn index(texts: &[&str]) -> Index {
    let mut index = Index::new();
    for (key, text) in (1..).zip(texts) {
        assert_eq!(index.insert(key, "", text), Ok(()));
    }
    index
}

fn cosine(found: &[(u128, f64)], key: u128) -> f64 {
    found.iter().find(|it| it.0 == key).map_or(0.0, |it| it.1)
}

#[test]
fn three_texts() {
    let index = index(&THREE);
    let found = index.like("", THREE[0], 3);
    assert!((cosine(&found, 1) - 1.0).abs() < 1e-6);
    assert!((cosine(&found, 2) - 0.580_264).abs() < 1e-6, "{found:?}");
    assert!(cosine(&found, 3).abs() < 1e-6);
    assert!(cosine(&index.like("", THREE[1], 3), 3).abs() < 1e-6);
    let [one, two, three] = THREE.map(|text| index.vector("", text));
    assert!((one.cosine(&two) - 0.580_264).abs() < 1e-6);
    assert!(one.cosine(&three).abs() + two.cosine(&three).abs() < 1e-9);
    // A title counts twice; alone, it weighs the same.
    assert!((cosine(&index.like(THREE[0], "", 3), 2) - 0.580_264).abs() < 1e-6);
}

#[test]
fn a_text_that_is_gone_leaves_nothing() {
    let mut index = index(&THREE);
    index.insert(9, "", "小区停车").unwrap();
    assert!(index.remove(9));
    assert!(!index.remove(9));
    assert_eq!(index.len(), 3);
    assert!((cosine(&index.like("", THREE[0], 3), 2) - 0.580_264).abs() < 1e-6);
    // Replaced, not doubled.
    index.insert(3, "", "井盖丢失").unwrap();
    assert_eq!(index.len(), 3);
    assert!(index.like("", "路灯", 3).is_empty());
    assert_eq!(index.like("", "井盖", 3)[0].0, 3);
    let among = index.like_among("", THREE[0], 3, |key| key != 1);
    assert_eq!(among.iter().map(|it| it.0).collect::<Vec<_>>(), [2]);
}

#[test]
fn nothing_is_like_nothing() {
    let mut index = index(&THREE);
    assert!(index.like("", "", 3).is_empty());
    assert!(index.like("!!", "……", 3).is_empty());
    index.insert(4, "", "").unwrap();
    assert!(index.like("", THREE[0], 9).iter().all(|it| it.0 != 4));
    assert!(Index::new().like("停车", "难", 3).is_empty());
    assert!(Vector::default().cosine(&Vector::default()).abs() < 1e-12);
}

#[test]
fn one_spelling_for_one_text() {
    assert_eq!(tokens("", "ＡＢＣ　１２"), tokens("", "abc 12"));
    assert_eq!(tokens("", "停车，难!").len(), 4);
    assert_eq!(tokens("停", "停"), tokens("", "停、停、停"));
    let long = "长".repeat(300);
    assert_eq!(tokens("", &format!("{long}短")), tokens("", &long));
    assert!(near_copy(0.70) && !near_copy(0.699));
}

#[test]
fn what_is_said_twice_does_not_weigh_twice() {
    // Nothing is known of other texts, so only tf weighs: 1+ln 2 against 1.
    let vector = Index::new().vector("", "停停");
    let weights: Vec<f32> = vector.weights().iter().map(|it| it.1).collect();
    assert_eq!(weights.len(), 2);
    assert!((weights[0] / weights[1] - 1.693_147).abs() < 1e-5, "{weights:?}");
}

#[test]
fn the_likest_is_found_among_many_that_share_as_much() {
    let sign = |at: u32| char::from_u32(0x4E00 + at).into_iter().collect::<String>();
    let mut index = Index::new();
    index.insert(0, "", "路灯不亮").unwrap();
    for key in 1..600 {
        let rest: String = (0..30).map(|at| sign(u32::try_from(key).unwrap() * 30 + at)).collect();
        index.insert(key, "", &format!("路灯不亮路灯不亮{rest}")).unwrap();
    }
    assert_eq!(index.like("", "路灯不亮", 1)[0].0, 0);
}

#[test]
fn a_text_is_found_also_when_its_words_have_become_common() {
    let sign = |at: u32| char::from_u32(0x4E00 + at).into_iter().collect::<String>();
    let mut index = Index::new();
    for key in 0..2_000 {
        index.insert(key, "", &sign(u32::try_from(key).unwrap())).unwrap();
    }
    index.insert(9_999, "", "αβγδ").unwrap();
    for key in 2_000..2_800 {
        let other = sign(u32::try_from(key).unwrap());
        index.insert(key, "", &format!("αβγδ {other}")).unwrap();
    }
    assert_eq!(index.like("", "αβγδ", 1)[0].0, 9_999);
}

#[test]
fn words_to_search_by() {
    let terms = |text: &str| search_terms(text).join(" ");
    assert_eq!(terms("路灯不亮"), "路灯 灯不 不亮 路 灯 不 亮");
    assert_eq!(terms("A3区 WiFi慢，wifi"), "a3 区 wifi 慢");
    assert_eq!(query_terms("灯"), ["灯"]);
    assert_eq!(query_terms("路灯"), ["路灯"]);
    assert_eq!(query_terms("停车难"), ["停车", "车难"]);
    assert_eq!(query_terms("１２３４５ Lift"), ["12345", "lift"]);
    assert!(query_terms(" ！ ").is_empty());
}

#[test]
fn needs_gather() {
    let texts = ["小区停车难", "小区停车位少", "路灯不亮", "停车难啊", "路灯坏了不亮"];
    let index = index(&texts);
    let mut clusters = Clusters::new();
    let vectors = texts.map(|text| index.vector("", text));
    let places = vectors.clone().map(|vector| clusters.place(&vector, COMMON).cluster);
    assert_eq!(places, [0, 0, 1, 0, 1]);
    assert_eq!((clusters.count(0), clusters.count(1), clusters.count(2)), (3, 2, 0));
    // The average link is the mean of the cosines.
    let new = index.vector("", "停车位");
    let mean = [0, 1, 3].map(|at: usize| new.cosine(&vectors[at])).iter().sum::<f64>() / 3.0;
    let nearest = clusters.nearest(&new).unwrap();
    assert_eq!(nearest.cluster, 0);
    assert!((nearest.link - mean).abs() < 1e-6);
    clusters.leave(0, &vectors[0]);
    let mean = [1, 3].map(|at: usize| new.cosine(&vectors[at])).iter().sum::<f64>() / 2.0;
    assert!((clusters.nearest(&new).unwrap().link - mean).abs() < 1e-6);
    clusters.leave(1, &vectors[2]);
    clusters.leave(1, &vectors[4]);
    clusters.leave(1, &vectors[4]);
    assert_eq!(clusters.nearest(&index.vector("", "路灯")), None);
}

proptest! {
    #[test]
    fn any_text_is_like_itself(texts in prop::collection::vec("[a-c停车难位路灯不亮，]{0,12}", 1..60), at in any::<prop::sample::Index>()) {
        let mut index = Index::new();
        for (key, text) in (0..).zip(&texts) {
            index.insert(key, "", text).unwrap();
        }
        let text = at.get(&texts);
        let found = index.like("", text, texts.len());
        for pair in found.windows(2) {
            prop_assert!(pair[0].1 >= pair[1].1);
        }
        for &(key, cosine) in &found {
            prop_assert!(cosine > 0.0 && cosine <= 1.0);
            let other = &texts[usize::try_from(key).unwrap()];
            let exact = index.vector("", text).cosine(&index.vector("", other));
            prop_assert!((cosine - exact).abs() < 1e-5);
        }
        prop_assert_eq!(found.is_empty(), tokens("", text).is_empty());
        prop_assert!(found.first().is_none_or(|it| it.1 > 1.0 - 1e-6));
    }

    #[test]
    fn what_is_typed_is_found(text in "[停车难路灯a1 ，]{0,30}", start in 0usize..30, length in 1usize..6) {
        let terms = search_terms(&text);
        prop_assert!(terms.iter().all(|term| !term.is_empty() && !term.contains(char::is_whitespace)));
        let part: String = text.chars().skip(start).take(length).collect();
        if part.chars().all(|sign| !sign.is_ascii_alphanumeric()) {
            prop_assert!(query_terms(&part).iter().all(|term| terms.contains(term)));
        }
    }

    #[test]
    fn no_text_is_too_strange(texts in prop::collection::vec("\\PC{0,20}", 0..8)) {
        let mut index = Index::new();
        let mut clusters = Clusters::new();
        for (key, text) in (0..).zip(&texts) {
            index.insert(key, text, text).unwrap();
            clusters.place(&index.vector(text, text), COMMON);
        }
        for text in &texts {
            prop_assert!(index.like(text, "", 5).iter().all(|it| it.1.is_finite()));
            prop_assert!(search_terms(text).len() >= query_terms(text).len());
        }
        for key in 0..8 {
            index.remove(key);
        }
        prop_assert!(index.is_empty());
    }
}
