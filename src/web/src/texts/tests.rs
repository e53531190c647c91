//! Nothing on the screen is missing, left over, or punctuated by halves.

use super::Locales;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Keys of one language with their texts.
fn keys(lang: &str) -> BTreeMap<String, String> {
    let mut keys: BTreeMap<String, String> = BTreeMap::new();
    for path in Locales::iter().filter(|path| path.starts_with(lang)) {
        let file = Locales::get(&path).unwrap();
        let text = String::from_utf8(file.data.into_owned()).unwrap();
        fluent_bundle::FluentResource::try_new(text.clone()).unwrap_or_else(|(_, errors)| panic!("{path}: {errors:?}"));
        let mut last = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((key, value)) = line.split_once(" =").filter(|(key, _)| !key.starts_with(' ')) {
                assert!(keys.insert(key.to_owned(), value.trim().to_owned()).is_none(), "{path}: {key} stands twice");
                key.clone_into(&mut last);
            } else if let Some(more) = keys.get_mut(&last) {
                more.push_str(line);
            }
        }
    }
    keys
}

fn sources(folder: &Path, into: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            into.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn both_languages_have_the_same_keys() {
    let (zh, en): (BTreeSet<_>, BTreeSet<_>) = (keys("zh/").into_keys().collect(), keys("en/").into_keys().collect());
    assert_eq!(zh.difference(&en).collect::<Vec<_>>(), Vec::<&String>::new(), "missing in English");
    assert_eq!(en.difference(&zh).collect::<Vec<_>>(), Vec::<&String>::new(), "missing in Chinese");
}

#[test]
fn every_key_is_used_and_every_used_key_exists() {
    let mut code = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut code);
    let keys = keys("zh/");
    let unused: Vec<_> = keys.keys().filter(|key| !code.contains(&format!("\"{key}\""))).collect();
    assert_eq!(unused, Vec::<&String>::new(), "nobody asks for these");
    for call in [".t(\"", ".tn(\""] {
        for part in code.split(call).skip(1) {
            let key = part.split('"').next().unwrap();
            assert!(key.contains('{') || keys.contains_key(key), "there is no text for {key}");
        }
    }
}

#[test]
fn the_same_things_are_put_into_both_languages() {
    let (zh, en) = (keys("zh/"), keys("en/"));
    let holes = |text: &str| -> BTreeSet<String> {
        text.split('$').skip(1).map(|rest| rest.chars().take_while(char::is_ascii_alphanumeric).collect()).collect()
    };
    for (key, text) in &zh {
        assert_eq!(holes(text), holes(&en[key]), "{key}");
    }
}

#[test]
fn chinese_is_punctuated_in_full_width() {
    for (key, text) in keys("zh/") {
        let mut before = ' ';
        for c in text.chars() {
            let half = matches!(c, ',' | '?' | ':' | ';' | '!') && ('\u{4e00}'..='\u{9fff}').contains(&before);
            assert!(!half, "{key}: half-width {c} in {text}");
            before = c;
        }
    }
}
