//! Words to search by, cut beforehand, so that every database finds Chinese with its plain word search.

use std::collections::HashSet;

use crate::reading::{is_cjk, runs};

/// What goes into the `search_text` column, joined by blanks: for Chinese every character and every pair of
/// neighbours, for Latin letters and digits whole words. Each once, in order of first appearance.
pub fn search_terms(text: &str) -> Vec<String> {
    distinct(stretches(text).flat_map(|stretch| match stretch {
        Stretch::Word(word) => vec![word],
        Stretch::Cjk(signs) => {
            let mut terms = pairs(&signs);
            terms.extend(signs.iter().map(char::to_string));
            terms
        }
    }))
}

/// What to look for when somebody types `query`; a text matches if it holds every one of them. A single Chinese
/// character stands for itself, several for their pairs. Empty when the query holds nothing that can be found.
pub fn query_terms(query: &str) -> Vec<String> {
    distinct(stretches(query).flat_map(|stretch| match stretch {
        Stretch::Word(word) => vec![word],
        Stretch::Cjk(signs) if signs.len() == 1 => vec![signs.iter().collect()],
        Stretch::Cjk(signs) => pairs(&signs),
    }))
}

enum Stretch {
    Cjk(Vec<char>),
    Word(String),
}

/// Parts "a3区车贷" into the word "a3" and the characters 区车贷.
fn stretches(text: &str) -> impl Iterator<Item = Stretch> {
    runs(text).into_iter().flat_map(|run| {
        let alike = |a: &char, b: &char| is_cjk(*a) == is_cjk(*b);
        let part = |signs: &[char]| match signs.first() {
            Some(&sign) if is_cjk(sign) => Stretch::Cjk(signs.to_vec()),
            _ => Stretch::Word(signs.iter().collect()),
        };
        run.chunk_by(alike).map(part).collect::<Vec<_>>()
    })
}

fn pairs(signs: &[char]) -> Vec<String> {
    signs.windows(2).map(|pair| pair.iter().collect()).collect()
}

fn distinct(terms: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = HashSet::new();
    terms.filter(|term| seen.insert(term.clone())).collect()
}
