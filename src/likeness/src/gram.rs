//! The pieces by which texts are compared: single characters and pairs of them.

use std::collections::HashMap;

use crate::reading::runs;

/// How much of the body is read. The matter is said at the beginning, and long texts would drown short ones.
pub const BODY_CHARACTERS: usize = 300;

/// A character, or two that stand side by side: its code points, exactly, so that no two are ever confused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Gram(u64);

impl Gram {
    fn one(sign: char) -> Self {
        Self(u64::from(u32::from(sign)))
    }

    fn two(first: char, second: char) -> Self {
        Self((u64::from(u32::from(first)) << 21 | u64::from(u32::from(second))) + (1 << 42))
    }
}

/// The grams of a need and how often each occurs, in the order of the grams: of the title, counted twice, and of the
/// first 300 characters of the body. NFKC, lower case, letters, digits and CJK only; pairs do not cross punctuation.
pub fn tokens(title: &str, body: &str) -> Vec<(Gram, u32)> {
    let mut counts = HashMap::new();
    count(title, 2, &mut counts);
    let end = body.char_indices().nth(BODY_CHARACTERS);
    count(end.map_or(body, |(at, _)| &body[..at]), 1, &mut counts);
    let mut grams: Vec<_> = counts.into_iter().collect();
    grams.sort_unstable();
    grams
}

fn count(text: &str, times: u32, counts: &mut HashMap<Gram, u32>) {
    for run in runs(text) {
        for &sign in &run {
            *counts.entry(Gram::one(sign)).or_default() += times;
        }
        for pair in run.windows(2) {
            *counts.entry(Gram::two(pair[0], pair[1])).or_default() += times;
        }
    }
}
