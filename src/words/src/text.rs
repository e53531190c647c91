//! Texts with limits, counted as people count: one character is one thing on the screen.

use crate::Issue;
use unicode_segmentation::UnicodeSegmentation;

/// How many characters a person sees: grapheme clusters after CRLF became LF and the ends were trimmed.
/// Composed and decomposed spellings count the same, so the browser needs no normalisation to agree.
pub fn characters(text: &str) -> usize {
    text.replace("\r\n", "\n").trim().graphemes(true).count()
}

/// CRLF to LF, one spelling (NFC, on the server), trimmed, and without control characters that nobody typed.
fn tidy(raw: &str) -> String {
    let lines = raw.replace("\r\n", "\n").replace('\r', "\n");
    let kept = lines.chars().filter(|c| !c.is_control() || *c == '\n' || *c == '\t');
    #[cfg(feature = "ssr")]
    let text: String = unicode_normalization::UnicodeNormalization::nfc(kept).collect();
    #[cfg(not(feature = "ssr"))]
    let text: String = kept.collect();
    text.trim().to_owned()
}

fn within(raw: &str, least: usize, most: usize) -> Result<String, Issue> {
    // A cluster can hold any number of code points: bound the bytes before anything is counted or stored.
    if raw.len() > most * 64 {
        return Err(Issue::TooLong(most, characters(raw).saturating_sub(most).max(1)));
    }
    let text = tidy(raw);
    match characters(&text) {
        0 if least > 0 => Err(Issue::Missing),
        n if n < least => Err(Issue::TooShort(least)),
        n if n > most => Err(Issue::TooLong(most, n - most)),
        _ => Ok(text),
    }
}

macro_rules! texts {
    ($($(#[$meta:meta])* $name:ident($least:literal..=$most:literal);)+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The least number of characters.
            pub const LEAST: usize = $least;
            /// The greatest number of characters.
            pub const MOST: usize = $most;

            /// Reads what was typed.
            ///
            /// # Errors
            /// Missing, too short or too long, with the numbers a sentence about it needs.
            pub fn parse(raw: &str) -> Result<Self, Issue> { within(raw, $least, $most).map(Self) }

            /// The text.
            pub fn as_str(&self) -> &str { &self.0 }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(&self.0) }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let raw = String::deserialize(d)?;
                Self::parse(&raw).map_err(|issue| serde::de::Error::custom(format!("{issue:?}")))
            }
        }
    )+};
}

texts! {
    /// What a resident needs, in their own words: 5 to 1,000 characters.
    Body(5..=1000);
    /// The first sentence of a need, at most 24 characters; a worker may edit it.
    Title(1..=24);
    /// The exact spot, for example "lift, unit 2, building 3".
    Spot(0..=100);
    /// A reply, question or reason that reaches the resident word for word.
    Reply(2..=2000);
    /// A short addition: a detail, a word beside a rating.
    Note(1..=500);
}

impl Body {
    /// The greatest length of an imported body.
    pub const MOST_IMPORTED: usize = 10_000;

    /// Reads the body of a message brought in from another system: up to 10,000 characters, any least length.
    ///
    /// # Errors
    /// Missing or too long.
    pub fn imported(raw: &str) -> Result<Self, Issue> {
        within(raw, 1, Self::MOST_IMPORTED).map(Self)
    }

    /// The first sentence, cut at 24 characters, as the title until a worker edits it.
    pub fn title(&self) -> Title {
        let ends = ['。', '！', '？', '!', '?', '\n', '；', ';', '，', ','];
        let full = ['。', '！', '？', '!', '?', '\n'];
        let first = self.0.split(full).map(str::trim).find(|s| !s.is_empty()).unwrap_or(&self.0);
        if first.graphemes(true).count() <= Title::MOST {
            return Title(first.to_owned());
        }
        let cut: String = first.graphemes(true).take(Title::MOST - 1).collect();
        let tidy = cut.trim_end_matches(ends).trim_end();
        Title(format!("{tidy}…"))
    }
}

impl Spot {
    /// Whether anything was said.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
