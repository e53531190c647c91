//! Search over what is public.

use crate::city::City;
use domain::needs::Filter;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

async fn found(city: &City, q: &str) -> Vec<String> {
    let filter = Filter { q: Some(q.to_owned()), ..Filter::default() };
    let answer = domain::needs::list(&city.store, &city.catalogue, &filter).await;
    let (needs, _) = answer.unwrap_or_else(|e| panic!("{q:?}: {e}"));
    let mut titles: Vec<String> = needs.into_iter().map(|need| need.title).collect();
    titles.sort();
    titles
}

async fn three_needs(city: &City) {
    city.publish("ling", "三号楼电梯坏了。老人下不来，The lift is broken").await;
    city.publish("wang", "自来水发黄。Water comes yellow in unit 2").await;
    city.import("Street lamp dark! 路灯不亮").await;
    city.report("zhao", "电梯里的路灯和水，还没有人看过").await;
}

const LIFT: &str = "三号楼电梯坏了";
const WATER: &str = "自来水发黄";
const LAMP: &str = "Street lamp dark";

on_both!(words_are_found_in_title_and_text, |city| async {
    three_needs(city).await;
    assert_eq!(found(city, "电梯").await, [LIFT], "two characters, in the title; held ones are not found");
    assert_eq!(found(city, "老人").await, [LIFT], "in the text");
    assert_eq!(found(city, "水").await, [WATER], "one character");
    assert_eq!(found(city, "梯").await, [LIFT], "one character that ends a word");
    assert_eq!(found(city, "lift").await, [LIFT]);
    assert_eq!(found(city, "YELLOW Water").await, [WATER], "in any order and case");
    assert_eq!(found(city, "lamp").await, [LAMP]);
    assert_eq!(found(city, "路灯 lamp").await, [LAMP], "both languages at once");
    assert_eq!(found(city, "电梯 黄").await, [""; 0], "every word must be there");
    assert_eq!(found(city, "梯电").await, [""; 0], "the order inside a word counts");
    assert_eq!(found(city, "the is in").await, [""; 0]);
    assert_eq!(found(city, "三号楼电梯坏了").await, [LIFT]);
});

on_both!(a_new_title_is_found, |city| async {
    let public = city.publish("ling", "那个东西又坏了").await;
    city.accept_titled(&city.worker, public.id, "三号楼升降机").await.unwrap();
    assert_eq!(found(city, "升降机").await, ["三号楼升降机"]);
    assert_eq!(city.number("SELECT count(*) FROM needs_search").await, 1);
});

on_both!(no_text_can_break_the_search, |city| async {
    three_needs(city).await;
    let hostile = [
        "\"",
        "'",
        "''",
        "\"电梯\"",
        "电梯\"",
        "%",
        "_",
        "*",
        "电*",
        "NEAR(电梯, 2)",
        "电梯 OR 水",
        "电梯 AND 水",
        "NOT 电梯",
        "电梯 | 水",
        "电梯 & !水",
        "電梯:*",
        "<->",
        "words:电梯",
        "need_id:1",
        "-电梯",
        "^电梯",
        "(电梯",
        "{电梯}",
        "\\",
        "$1",
        "?",
        ":q",
        "'; DROP TABLE needs; --",
        "\0",
        "电\0梯",
        "\u{202e}电梯",
        "电梯\n",
        "🛗",
        "👨‍👩‍👧",
        "\u{ffff}",
        ";",
        "a\u{301}",
        "  ",
        "",
        "ﬀ",
        "ß",
        "İ",
        "½",
        "٣",
        "1.5",
        "3-4",
        "a@b.cn",
        "http://a.cn/b?c=d",
        "電",
    ];
    for q in hostile {
        found(city, q).await;
    }
    found(city, &"电梯坏了".repeat(5000)).await;
    found(city, &"word ".repeat(5000)).await;
    let mut runner = TestRunner::deterministic();
    for text in ["\\PC{0,40}", "[\"'*%_()|&!:<>^$?{}\\\\ -]{0,12}[电梯a1]{0,3}[\"'*%()|&!:]{0,5}", "(?s).{0,20}"] {
        for _ in 0..60 {
            let q = text.new_tree(&mut runner).unwrap().current();
            found(city, &q).await;
        }
    }
    for (q, one) in [("\"电梯\"", LIFT), ("电梯%", LIFT), ("水*", WATER), ("lamp'", LAMP)] {
        assert_eq!(found(city, q).await, [one], "{q}: signs between words are no words");
    }
    assert_eq!(found(city, "NEAR 电梯").await, [""; 0], "an operator is a word like any other");
    assert_eq!(found(city, "%").await.len(), 3, "nothing to look for: everything public");
});
