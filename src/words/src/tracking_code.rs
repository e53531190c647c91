//! The number a resident keeps.

use crate::Issue;
use std::fmt;

/// Quasigroup of order 10 by H. Michael Damm (2004): finds every single wrong digit and every swap of neighbours.
const DAMM: [[u8; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

fn damm(digits: &[u8]) -> u8 {
    digits.iter().fold(0, |state, digit| DAMM[usize::from(state)][usize::from(digit - b'0')])
}

/// 受理编号: 12 digits, the last a Damm check digit. Spoken and printed as three groups of four.
/// It is all a resident needs to see what became of their need, so it stands on no staff screen and in no log.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TrackingCode([u8; 12]);

impl TrackingCode {
    /// A code out of chance; only the lowest eleven decimal digits of `chance` are used.
    pub fn from_chance(chance: u64) -> Self {
        let mut digits = [b'0'; 12];
        let mut rest = chance % 100_000_000_000;
        for place in digits[..11].iter_mut().rev() {
            *place = b'0' + u8::try_from(rest % 10).unwrap_or(0);
            rest /= 10;
        }
        digits[11] = b'0' + damm(&digits[..11]);
        Self(digits)
    }

    /// Reads a code as people write it: spaces, hyphens and full-width digits are fine.
    ///
    /// # Errors
    /// Missing, or not 12 digits whose check digit fits.
    pub fn parse(raw: &str) -> Result<Self, Issue> {
        let mut digits = [0u8; 12];
        let mut n = 0;
        for c in raw.trim().chars() {
            let digit = match c {
                '0'..='9' => u8::try_from(c).unwrap_or(b'0'),
                '０'..='９' => b'0' + u8::try_from(c as u32 - '０' as u32).unwrap_or(0),
                ' ' | '-' | '\u{a0}' | '\u{3000}' | '－' | '–' => continue,
                _ => return Err(Issue::NotACode),
            };
            *digits.get_mut(n).ok_or(Issue::NotACode)? = digit;
            n += 1;
        }
        match n {
            0 => Err(Issue::Missing),
            12 if damm(&digits) == 0 => Ok(Self(digits)),
            _ => Err(Issue::NotACode),
        }
    }

    /// The twelve digits without spaces, for addresses and tables.
    pub fn digits(&self) -> String {
        self.0.iter().map(|b| char::from(*b)).collect()
    }
}

/// As people read it: three groups of four.
impl fmt::Display for TrackingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.digits();
        write!(f, "{} {} {}", &all[..4], &all[4..8], &all[8..])
    }
}

/// A code is a key to somebody's matter, so a log shows only its last group.
impl fmt::Debug for TrackingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TrackingCode(…{})", &self.digits()[8..])
    }
}

impl serde::Serialize for TrackingCode {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&self.digits())
    }
}

impl<'de> serde::Deserialize<'de> for TrackingCode {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let raw = <std::borrow::Cow<'de, str>>::deserialize(d)?;
        Self::parse(&raw).map_err(|_| serde::de::Error::custom("not a tracking code"))
    }
}
