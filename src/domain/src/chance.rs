//! The one owner of chance.

use rand::{RngCore, SeedableRng, TryRngCore, rngs::OsRng, rngs::StdRng};

/// A seed: an act that is run again throws the same dice again.
pub type Seed = [u8; 32];

/// A seed from the operating system.
///
/// # Panics
/// Where the operating system has no randomness to give; nothing could be safe then.
#[expect(clippy::expect_used, reason = "without randomness no key and no code can be made")]
pub fn seed() -> Seed {
    let mut seed = Seed::default();
    OsRng.try_fill_bytes(&mut seed).expect("the operating system gives randomness");
    seed
}

/// Thirty-two unguessable bytes as 64 hexadecimal characters: a session, a device.
pub fn token() -> String {
    hex::encode(seed())
}

/// An unguessable UUID, for the key of a form.
pub fn key() -> words::Key {
    let bytes = seed();
    let mut uuid = [0; 16];
    uuid.copy_from_slice(&bytes[..16]);
    words::Key(uuid::Builder::from_random_bytes(uuid).into_uuid())
}

/// Dice that fall the same for the same seed and try.
#[derive(Debug, Clone)]
pub struct Dice(StdRng);

impl Dice {
    /// Dice for the n-th try of one act: a clash of a drawn number is drawn anew.
    pub fn new(mut seed: Seed, attempt: u32) -> Self {
        for (byte, add) in seed.iter_mut().zip(attempt.to_le_bytes()) {
            *byte ^= add;
        }
        Self(StdRng::from_seed(seed))
    }

    /// Ten bytes for an id.
    pub fn ten(&mut self) -> [u8; 10] {
        let mut ten = [0; 10];
        self.0.fill_bytes(&mut ten);
        ten
    }

    /// A number for a tracking code.
    pub fn number(&mut self) -> u64 {
        self.0.next_u64()
    }
}
