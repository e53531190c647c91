//! All needs by their grams, and the ones most like a new one.

use std::{collections::HashMap, fmt};

use crate::{
    Gram, Vector,
    like::narrow,
    postings::{PLACES, Packed, Postings},
    tokens,
};

/// Texts by key, to be asked which are like a new one. Lives in memory; rebuilt from the texts at the start, about
/// three seconds for 100,000 short ones. It takes some 8 bytes for each different gram of a text.
#[derive(Debug, Clone, Default)]
pub struct Index {
    pub(crate) postings: Postings,
    pub(crate) texts: Vec<Option<Text>>,
    free: Vec<usize>,
    places: HashMap<u128, usize>,
    changes: usize,
}

#[derive(Debug, Clone)]
pub(crate) struct Text {
    pub(crate) key: u128,
    pub(crate) grams: Box<[Packed]>,
    /// The length by the weights of the last [`Index::refresh`], good enough to choose candidates.
    pub(crate) length: f32,
}

/// The index holds as many texts, or different grams, as it can name: 67 million.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Full;

impl fmt::Display for Full {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the index of likeness is full")
    }
}

impl std::error::Error for Full {}

impl Index {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many texts it holds.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Does it hold none?
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Takes a text in; one with the same key is replaced.
    ///
    /// # Errors
    /// [`Full`] beyond 67 million texts or grams; the text is then not in the index.
    pub fn insert(&mut self, key: u128, title: &str, body: &str) -> Result<(), Full> {
        self.remove(key);
        let place = self.free.last().copied().unwrap_or(self.texts.len());
        let name = u32::try_from(place).map_err(|_| Full)?;
        if place >= PLACES {
            return Err(Full);
        }
        let numbered = |(gram, count)| Ok(Packed::new(self.postings.numbered(gram)?, count));
        let grams: Result<Box<[Packed]>, Full> = tokens(title, body).into_iter().map(numbered).collect();
        let grams = grams?;
        for gram in &grams {
            self.postings.add(gram.place(), gram.renamed(name));
        }
        self.free.pop();
        if place == self.texts.len() {
            self.texts.push(None);
        }
        self.places.insert(key, place);
        let length = self.length(&grams);
        self.texts[place] = Some(Text { key, grams, length });
        self.changed();
        Ok(())
    }

    /// Forgets a text; says whether it was there.
    pub fn remove(&mut self, key: u128) -> bool {
        let Some(place) = self.places.remove(&key) else {
            return false;
        };
        if let Some(text) = self.texts[place].take() {
            for gram in &text.grams {
                self.postings.remove(gram.place(), place);
            }
        }
        self.free.push(place);
        self.changed();
        true
    }

    /// A text as a direction, by the weights of today, for [`crate::Clusters`]. It need not be in the index.
    pub fn vector(&self, title: &str, body: &str) -> Vector {
        let grams = tokens(title, body).into_iter();
        Vector::scaled(grams.map(|(gram, count)| (gram, self.weight(gram, count))).collect())
    }

    /// Sublinear tf · idf, idf = ln((1+n)/(1+df))+1, from the texts that are here now.
    pub(crate) fn weight(&self, gram: Gram, count: u32) -> f64 {
        let number = self.postings.number(gram);
        let df = number.map_or(0, |number| self.postings.list(number as usize).len());
        f64::from(Packed::new(0, count).tf()) * self.idf(df)
    }

    fn idf(&self, df: usize) -> f64 {
        ((1 + self.len()) as f64 / (1 + df) as f64).ln() + 1.0
    }

    pub(crate) fn idf_of(&self, number: usize) -> f64 {
        self.idf(self.postings.list(number).len())
    }

    fn length(&self, grams: &[Packed]) -> f32 {
        let weight = |gram: &Packed| f64::from(gram.tf()) * self.idf_of(gram.place());
        narrow(grams.iter().map(|gram| weight(gram).powi(2)).sum::<f64>().sqrt())
    }

    /// Weights move as texts come and go. After an eighth has changed, all lengths are worked out anew.
    fn changed(&mut self) {
        self.changes += 1;
        if self.changes * 8 > self.len() {
            self.refresh();
        }
    }

    fn refresh(&mut self) {
        self.changes = 0;
        let mut texts = std::mem::take(&mut self.texts);
        for text in texts.iter_mut().flatten() {
            text.length = self.length(&text.grams);
        }
        self.texts = texts;
    }
}
