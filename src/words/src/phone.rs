//! A telephone number that can be reached, kept in one spelling.

use crate::Issue;
use std::fmt;

/// A mainland mobile number, or any number in international form (E.164). Kept as `+` and digits.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Phone(String);

impl Phone {
    /// Reads a number as people write it: spaces, hyphens, dots, brackets and full-width digits are fine.
    ///
    /// # Errors
    /// Missing, or not a number of these two kinds.
    pub fn parse(raw: &str) -> Result<Self, Issue> {
        let raw = raw.trim();
        if raw.is_empty() {
            return Err(Issue::Missing);
        }
        let mut digits = String::with_capacity(16);
        let mut plus = false;
        for c in raw.chars() {
            match c {
                '0'..='9' => digits.push(c),
                '０'..='９' => digits.push(char::from(b'0' + u8::try_from(c as u32 - '０' as u32).unwrap_or(0))),
                '+' | '＋' if digits.is_empty() && !plus => plus = true,
                ' ' | '-' | '.' | '(' | ')' | '\u{a0}' | '\u{3000}' | '－' | '–' | '（' | '）' => {}
                _ => return Err(Issue::NotAPhone),
            }
        }
        let national = match (plus, digits.strip_prefix("0086").or_else(|| digits.strip_prefix("86"))) {
            (true, Some(rest)) if digits.starts_with("86") => rest.to_owned(),
            (false, Some(rest)) if rest.len() == 11 => rest.to_owned(),
            (false, _) => digits,
            (true, _) => return Self::international(&digits),
        };
        let mobile = national.len() == 11
            && national.starts_with('1')
            && matches!(national.as_bytes().get(1), Some(b'3'..=b'9'));
        if mobile { Ok(Self(format!("+86{national}"))) } else { Err(Issue::NotAPhone) }
    }

    fn international(digits: &str) -> Result<Self, Issue> {
        let plausible = (8..=15).contains(&digits.len()) && !digits.starts_with('0');
        if plausible { Ok(Self(format!("+{digits}"))) } else { Err(Issue::NotAPhone) }
    }

    /// The number in international form, for the sender of a message. Never for a log or a page of others.
    pub fn as_e164(&self) -> &str {
        &self.0
    }

    /// The number with its middle hidden, for the screens of those who handle the case.
    pub fn masked(&self) -> String {
        let national = self.0.strip_prefix("+86").unwrap_or(&self.0);
        let keep = national.len().saturating_sub(8).min(3);
        format!("{}****{}", &national[..keep], &national[national.len() - 4..])
    }
}

/// A number never prints itself whole: not into a log, not into an error.
impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Phone({})", self.masked())
    }
}
