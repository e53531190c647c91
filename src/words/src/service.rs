//! The class and the slug of a rated digital service.

use crate::slug::slugs;
use std::{fmt, str::FromStr};

slugs! {
    /// Services are ranked only among their own class: paying a bill is not seeing a doctor.
    ServiceClass {
        /// 缴费
        Paying = "paying",
        /// 办证
        Permits = "permits",
        /// 报修与反映
        Reporting = "reporting",
        /// 健康与养老
        Health = "health",
        /// 出行与社区
        Living = "living",
        /// Brought in from another system under a name we did not know.
        Imported = "imported",
    }
}

/// The one short name of a service in addresses, files and tallies: lower-case letters, digits, `-` and `_`, 1-64.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ServiceSlug(String);

/// The text is no service slug.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAServiceSlug;

impl fmt::Display for NotAServiceSlug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a service is named by 1 to 64 lower-case letters, digits, hyphens or underscores")
    }
}

impl std::error::Error for NotAServiceSlug {}

impl ServiceSlug {
    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ServiceSlug {
    type Err = NotAServiceSlug;
    fn from_str(s: &str) -> Result<Self, NotAServiceSlug> {
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
        if s.is_empty() || s.len() > 64 || !s.chars().all(allowed) {
            Err(NotAServiceSlug)
        } else {
            Ok(Self(s.to_owned()))
        }
    }
}

impl TryFrom<String> for ServiceSlug {
    type Error = NotAServiceSlug;
    fn try_from(s: String) -> Result<Self, NotAServiceSlug> {
        s.parse()
    }
}

impl From<ServiceSlug> for String {
    fn from(slug: ServiceSlug) -> Self {
        slug.0
    }
}

impl fmt::Display for ServiceSlug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
