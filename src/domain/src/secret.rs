//! What the platform knows and nobody else: the key under which devices become voices.

use crate::Voice;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use std::fmt;

/// 32 secret bytes.
#[derive(Clone)]
pub struct Secret([u8; 32]);

impl Secret {
    /// Reads 64 hexadecimal characters.
    pub fn from_hex(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        hex::decode_to_slice(text.trim(), &mut bytes).ok()?;
        Some(Self(bytes))
    }

    /// A new one, and its text to be kept.
    pub fn generate() -> (Self, String) {
        let text = crate::chance::token();
        let mut bytes = [0; 32];
        // The token is 64 hexadecimal characters by construction; a failure would leave the key at zero, so refuse.
        if hex::decode_to_slice(&text, &mut bytes).is_err() {
            bytes = crate::chance::seed();
        }
        (Self(bytes), text)
    }

    fn mac(&self, kind: &str, what: &str) -> String {
        // HMAC fills a short key up with zeros to the block of its hash (RFC 2104), so this is the same key.
        let mut key = [0; 64];
        key[..32].copy_from_slice(&self.0);
        let mut mac = <Hmac<Sha256> as KeyInit>::new(&key.into());
        mac.update(kind.as_bytes());
        mac.update(b":");
        mac.update(what.as_bytes());
        hex::encode(&mac.finalize().into_bytes()[..20])
    }

    /// The voice of a device, from its cookie. The cookie itself is never stored.
    pub fn device(&self, token: &str) -> Voice {
        Voice::new(self.mac("device", token), false)
    }

    /// The voice of a rating without any cookie: one per address and day.
    pub fn address(&self, address: &str, day: chrono::NaiveDate) -> Voice {
        Voice::new(self.mac("address", &format!("{address}/{day}")), false)
    }

    /// The voice of a rater named by another system.
    pub fn rater(&self, name: &str) -> Voice {
        Voice::new(self.mac("rater", name), false)
    }

    /// A mark that only this platform can make, for example to seal a hidden form field.
    pub fn mark(&self, what: &str) -> String {
        self.mac("mark", what)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// The hash under which a session is stored: whoever reads the table cannot sign in with it.
pub(crate) fn sha256(text: &str) -> String {
    hex::encode(Sha256::digest(text.as_bytes()))
}
