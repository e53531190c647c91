//! Dice that always fall the same: the city looks the same wherever it is made on the same day.

use domain::chance::Dice;

/// A row of throws.
pub(super) struct Chance(Dice);

impl Chance {
    /// The dice of the demonstration.
    pub(super) fn seeded() -> Self {
        Self(Dice::new(*b"the invented district of Chenghu", 0))
    }

    /// A number from 0 to `limit`, which is left out; 0 where `limit` is 0.
    pub(super) fn below(&mut self, limit: u32) -> u32 {
        u32::try_from(self.0.number() % u64::from(limit.max(1))).unwrap_or(0)
    }

    /// A number from `least` to `most`, both included.
    pub(super) fn between(&mut self, least: u32, most: u32) -> u32 {
        least + self.below(most.saturating_sub(least) + 1)
    }

    /// Whether something happens that happens `percent` times in a hundred.
    pub(super) fn happens(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// The place of a weight, drawn as often as it weighs.
    pub(super) fn weighed(&mut self, weights: &[u32]) -> usize {
        let mut throw = self.below(weights.iter().sum());
        for (place, weight) in weights.iter().enumerate() {
            match throw.checked_sub(*weight) {
                Some(rest) => throw = rest,
                None => return place,
            }
        }
        0
    }

    /// One of several things, if there are any.
    pub(super) fn pick<'a, T>(&mut self, things: &'a [T]) -> Option<&'a T> {
        things.get(self.below(u32::try_from(things.len()).unwrap_or(u32::MAX)) as usize)
    }
}
