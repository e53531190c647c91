//! Every word on the screen, in both languages. A key that is missing, unused or half-width-punctuated fails a test.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_embed::RustEmbed;
use std::fmt;
use std::str::FromStr;
use unic_langid::langid;

#[derive(RustEmbed)]
#[folder = "locales"]
struct Locales;

/// A language of the platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Lang {
    /// 简体中文
    Zh,
    /// English
    En,
}

impl Lang {
    /// The first part of every address.
    pub(crate) const fn slug(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }

    /// The value of the attribute `lang`.
    pub(crate) const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// From which number on thousands are set apart: 1,000 in English, 10,000 in Chinese.
    const fn grouped_from(self) -> f64 {
        match self {
            Self::Zh => 10_000.0,
            Self::En => 1_000.0,
        }
    }

    /// The other one.
    pub(crate) const fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }

    /// One of two finished texts.
    pub(crate) const fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slug())
    }
}

impl FromStr for Lang {
    type Err = ();
    fn from_str(s: &str) -> Result<Self, ()> {
        match s {
            "zh" => Ok(Self::Zh),
            "en" => Ok(Self::En),
            _ => Err(()),
        }
    }
}

/// The texts of both languages.
pub(crate) struct Texts {
    zh: FluentBundle<FluentResource>,
    en: FluentBundle<FluentResource>,
}

impl Texts {
    /// Reads the texts that were built in.
    pub(crate) fn load() -> Self {
        let mut texts = Self {
            zh: FluentBundle::new_concurrent(vec![langid!("zh-CN")]),
            en: FluentBundle::new_concurrent(vec![langid!("en")]),
        };
        for path in Locales::iter() {
            let Some(file) = Locales::get(&path) else {
                continue;
            };
            let text = String::from_utf8_lossy(&file.data).into_owned();
            // A broken line is left out here and named by the test; the rest of the file still speaks.
            let resource = FluentResource::try_new(text).unwrap_or_else(|(rest, _)| rest);
            let bundle = if path.starts_with("zh/") { &mut texts.zh } else { &mut texts.en };
            let _ = bundle.add_resource(resource);
        }
        // Isolation marks are for mixed directions, which these two languages do not have.
        texts.zh.set_use_isolating(false);
        texts.en.set_use_isolating(false);
        texts
    }

    /// The text of a key; the key itself where there is none, which a test forbids.
    pub(crate) fn get(&self, lang: Lang, key: &str, args: &[(&'static str, Value)]) -> String {
        let bundle = match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        };
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, "a text is missing");
            return key.to_owned();
        };
        let mut errors = Vec::new();
        let args = (!args.is_empty())
            .then(|| args.iter().map(|(name, value)| (*name, value.shown(lang))).collect::<FluentArgs<'_>>());
        bundle.format_pattern(pattern, args.as_ref(), &mut errors).into_owned()
    }
}

/// Something put into a text.
#[derive(Debug, Clone)]
pub(crate) enum Value {
    /// A number, which may choose a plural.
    Number(f64),
    /// Words.
    Words(String),
}

impl Value {
    /// As Fluent takes it. Large numbers get their separators; no plural depends on those.
    fn shown(&self, lang: Lang) -> FluentValue<'_> {
        match self {
            Self::Number(n) if *n >= lang.grouped_from() && n.fract() == 0.0 => FluentValue::from(grouped(*n)),
            Self::Number(n) => FluentValue::from(*n),
            Self::Words(words) => FluentValue::from(words.as_str()),
        }
    }
}

/// 10242 as 10,242.
fn grouped(n: f64) -> String {
    let digits = format!("{n:.0}");
    let mut text = String::with_capacity(digits.len() + 4);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

macro_rules! numbers {
    ($($kind:ty),+) => {$(
        impl From<$kind> for Value {
            fn from(n: $kind) -> Self { Self::Number(f64::from(n)) }
        }
    )+};
}
numbers!(u8, u32, i32, f64);

impl From<usize> for Value {
    fn from(n: usize) -> Self {
        Self::Number(n as f64)
    }
}

impl From<u64> for Value {
    fn from(n: u64) -> Self {
        Self::Number(n as f64)
    }
}

impl From<String> for Value {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl From<&str> for Value {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

#[cfg(test)]
mod tests;
