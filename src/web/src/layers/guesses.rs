//! Budgets of guesses. A guess is paid for before it is looked at and given back when it was right: whoever has spent
//! the budget learns nothing more, not even from a right guess, and honest people never pay.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The guesses that every address has left.
pub(super) struct Guesses {
    most: f64,
    every: Duration,
    left: Mutex<HashMap<IpAddr, (f64, Instant)>>,
}

impl Guesses {
    /// So many at once, then one more in every `every`.
    pub(super) fn new(most: u32, every: Duration) -> Self {
        Self { most: f64::from(most), every, left: Mutex::default() }
    }

    /// Takes one, if one is left.
    pub(super) fn take(&self, address: IpAddr) -> bool {
        self.change(address, |n| if n < 1.0 { (n, false) } else { (n - 1.0, true) })
    }

    /// Gives one back.
    pub(super) fn give_back(&self, address: IpAddr) {
        self.change(address, |n| (n + 1.0, true));
    }

    /// Forgets addresses that have their whole budget again.
    pub(super) fn tidy(&self) {
        let now = Instant::now();
        let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        left.retain(|_, (n, at)| self.grown(*n, *at, now) < self.most);
    }

    fn change(&self, address: IpAddr, how: impl FnOnce(f64) -> (f64, bool)) -> bool {
        let now = Instant::now();
        let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        let (n, at) = left.entry(address).or_insert((self.most, now));
        let (changed, may) = how(self.grown(*n, *at, now));
        (*n, *at) = (changed.min(self.most), now);
        may
    }

    fn grown(&self, n: f64, at: Instant, now: Instant) -> f64 {
        let since = now.saturating_duration_since(at);
        (n + since.as_secs_f64() / self.every.as_secs_f64()).min(self.most)
    }
}
