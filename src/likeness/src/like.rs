//! Which texts are most like a new one: first a quick look at all that share a gram, then an exact one at the best.

use std::collections::HashMap;

use crate::{Gram, Index, index::Text, tokens};

/// How many postings are read to find candidates; the rarest grams first. It bounds the time for long texts.
const READ_AT_MOST: usize = 1_500_000;
/// How many candidates, beside four for each one wanted, are compared exactly.
const CANDIDATES: usize = 128;

impl Index {
    /// The `k` texts most like this one, the likest first, with their cosine above 0 to 1. Equal ones in the order of
    /// their keys.
    pub fn like(&self, title: &str, body: &str, k: usize) -> Vec<(u128, f64)> {
        self.like_among(title, body, k, |_| true)
    }

    /// The same among those texts that `may` says yes to, for instance of the same category or place; it is asked
    /// once for each text that shares anything with this one.
    pub fn like_among(&self, title: &str, body: &str, k: usize, may: impl Fn(u128) -> bool) -> Vec<(u128, f64)> {
        let mut asked = self.weighed(&tokens(title, body));
        let length = asked.iter().map(|it| it.weight.powi(2)).sum::<f64>().sqrt();
        let weights: HashMap<usize, f64> = asked.iter().filter_map(|it| Some((it.number?, it.weight))).collect();
        let mut found: Vec<(u128, f64)> = self
            .candidates(&mut asked, k, may)
            .into_iter()
            .filter_map(|place| self.texts[place].as_ref())
            .map(|text| (text.key, self.cosine(&weights, length, text)))
            .filter(|&(_, cosine)| cosine > 0.0)
            .collect();
        found.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        found.truncate(k);
        found
    }

    fn weighed(&self, grams: &[(Gram, u32)]) -> Vec<Asked> {
        let asked = |&(gram, count): &(Gram, u32)| Asked {
            number: self.postings.number(gram).map(|number| number as usize),
            weight: self.weight(gram, count),
        };
        grams.iter().map(asked).collect()
    }

    /// The places worth an exact look: those that share the most weight, found through the rarest grams.
    fn candidates(&self, asked: &mut [Asked], k: usize, may: impl Fn(u128) -> bool) -> Vec<usize> {
        let often = |it: &Asked| it.number.map_or(0, |number| self.postings.list(number).len());
        asked.sort_by_key(often);
        let mut shared = vec![0.0_f32; self.texts.len()];
        let mut read = 0;
        for it in asked.iter() {
            let Some(number) = it.number else { continue };
            let list = self.postings.list(number);
            read += list.len();
            if read > READ_AT_MOST {
                break;
            }
            let each = narrow(it.weight * self.idf_of(number));
            for posting in list {
                shared[posting.place()] += each * posting.tf();
            }
        }
        let mut found: Vec<(f32, usize)> = Vec::new();
        for (place, (&sum, text)) in shared.iter().zip(&self.texts).enumerate() {
            if let Some(text) = text
                && sum > 0.0
                && may(text.key)
            {
                found.push((sum / text.length, place));
            }
        }
        let wanted = k.saturating_mul(4).saturating_add(CANDIDATES);
        if found.len() > wanted {
            found.select_nth_unstable_by(wanted, |one, other| other.0.total_cmp(&one.0));
            found.truncate(wanted);
        }
        found.into_iter().map(|(_, place)| place).collect()
    }

    /// The exact cosine by the weights of today.
    fn cosine(&self, weights: &HashMap<usize, f64>, length: f64, text: &Text) -> f64 {
        let (mut dot, mut squares) = (0.0, 0.0);
        for gram in &text.grams {
            let weight = f64::from(gram.tf()) * self.idf_of(gram.place());
            squares += weight * weight;
            dot += weight * weights.get(&gram.place()).copied().unwrap_or(0.0);
        }
        let lengths = length * squares.sqrt();
        if lengths > 0.0 { (dot / lengths).clamp(0.0, 1.0) } else { 0.0 }
    }
}

/// A gram of the text that is asked about.
struct Asked {
    number: Option<usize>,
    weight: f64,
}

#[expect(clippy::cast_possible_truncation, reason = "only chooses candidates, which are then compared exactly")]
pub(crate) fn narrow(value: f64) -> f32 {
    value as f32
}
