//! Which texts hold a gram: one number of 4 bytes for each, so that 100,000 texts fit beside everything else.

use std::{collections::HashMap, sync::LazyLock};

use crate::{Gram, index::Full};

/// A place and how often, in one number: 26 bits of place, 6 bits of count (63 and more are one).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Packed(u32);

const COUNT_BITS: u32 = 6;
const MOST: u32 = (1 << COUNT_BITS) - 1;
/// How many places a packed number can name.
pub(crate) const PLACES: usize = 1 << (32 - COUNT_BITS);

impl Packed {
    /// `place` is below [`PLACES`]; whoever gives out places sees to it.
    pub(crate) fn new(place: u32, count: u32) -> Self {
        Self(place << COUNT_BITS | count.min(MOST))
    }

    pub(crate) fn place(self) -> usize {
        (self.0 >> COUNT_BITS) as usize
    }

    /// The same count under another place.
    pub(crate) fn renamed(self, place: u32) -> Self {
        Self(place << COUNT_BITS | self.0 & MOST)
    }

    /// Sublinear tf: 1+ln(count).
    pub(crate) fn tf(self) -> f32 {
        TF[(self.0 & MOST) as usize]
    }
}

/// 1+ln(count), worked out once.
static TF: LazyLock<[f32; MOST as usize + 1]> =
    LazyLock::new(|| std::array::from_fn(|count| 1.0 + (count.max(1) as f32).ln()));

/// For each gram its number, and the texts that hold it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Postings {
    numbers: HashMap<Gram, u32>,
    lists: Vec<Vec<Packed>>,
}

impl Postings {
    /// The number of a gram, if any text ever held it.
    pub(crate) fn number(&self, gram: Gram) -> Option<u32> {
        self.numbers.get(&gram).copied()
    }

    /// The number of a gram, given now if it had none.
    pub(crate) fn numbered(&mut self, gram: Gram) -> Result<u32, Full> {
        if let Some(number) = self.number(gram) {
            return Ok(number);
        }
        if self.lists.len() >= PLACES {
            return Err(Full);
        }
        let number = u32::try_from(self.lists.len()).map_err(|_| Full)?;
        self.numbers.insert(gram, number);
        self.lists.push(Vec::new());
        Ok(number)
    }

    /// The texts that hold a gram; their number is df.
    pub(crate) fn list(&self, number: usize) -> &[Packed] {
        &self.lists[number]
    }

    pub(crate) fn add(&mut self, number: usize, posting: Packed) {
        self.lists[number].push(posting);
    }

    pub(crate) fn remove(&mut self, number: usize, place: usize) {
        let list = &mut self.lists[number];
        if let Some(at) = list.iter().position(|posting| posting.place() == place) {
            list.swap_remove(at);
        }
    }
}
