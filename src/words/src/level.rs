//! How satisfied somebody is, and whether the matter was done.

use crate::{UnknownSlug, slug::slugs};
use std::{fmt, str::FromStr};

/// One of the five official levels of satisfaction. The scale is lop-sided on purpose of its makers (three good,
/// two bad), so no figure may be printed without saying which levels are in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum Level {
    /// 非常不满意, 1
    VeryDissatisfied = 1,
    /// 不满意, 2
    Dissatisfied = 2,
    /// 基本满意, 3
    FairlySatisfied = 3,
    /// 满意, 4
    Satisfied = 4,
    /// 非常满意, 5
    VerySatisfied = 5,
}

impl Level {
    /// All five, best first: the order of the buttons.
    pub const ALL: [Self; 5] =
        [Self::VerySatisfied, Self::Satisfied, Self::FairlySatisfied, Self::Dissatisfied, Self::VeryDissatisfied];

    /// 1 (very dissatisfied) to 5 (very satisfied).
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// Whether it opens redress: level 1 or 2.
    pub const fn is_bad(self) -> bool {
        self.number() <= 2
    }
}

impl TryFrom<u8> for Level {
    type Error = UnknownSlug;
    fn try_from(n: u8) -> Result<Self, UnknownSlug> {
        match n {
            1 => Ok(Self::VeryDissatisfied),
            2 => Ok(Self::Dissatisfied),
            3 => Ok(Self::FairlySatisfied),
            4 => Ok(Self::Satisfied),
            5 => Ok(Self::VerySatisfied),
            _ => Err(UnknownSlug("Level")),
        }
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> Self {
        level.number()
    }
}

impl FromStr for Level {
    type Err = UnknownSlug;
    fn from_str(s: &str) -> Result<Self, UnknownSlug> {
        match s {
            "1" => Ok(Self::VeryDissatisfied),
            "2" => Ok(Self::Dissatisfied),
            "3" => Ok(Self::FairlySatisfied),
            "4" => Ok(Self::Satisfied),
            "5" => Ok(Self::VerySatisfied),
            _ => Err(UnknownSlug("Level")),
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.number().fmt(f)
    }
}

slugs! {
    /// The sixth way to answer: no level, because there was nothing to rate.
    Outcome {
        /// 没用过: never used it.
        Unused = "unused",
        /// 没办成: tried and could not finish; a "no" in task success.
        Failed = "failed",
    }
}

slugs! {
    /// Is it solved? Only the resident says so.
    Solved {
        /// 解决了
        Yes = "yes",
        /// 解决了一部分
        Partly = "partly",
        /// 还没解决
        No = "no",
    }
}

/// One tap on the rating page: a level, or why there is none. It holds the person's one voice either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Vote {
    /// One of the five levels.
    Level(Level),
    /// Did not use it, or could not finish.
    Outcome(Outcome),
}

impl Vote {
    /// The level as a number, if there is one.
    pub const fn level(self) -> Option<Level> {
        match self {
            Self::Level(level) => Some(level),
            Self::Outcome(_) => None,
        }
    }

    /// The number kept in tables: 1 to 5 a level, 6 unused, 7 failed.
    pub const fn number(self) -> u8 {
        match self {
            Self::Level(level) => level.number(),
            Self::Outcome(Outcome::Unused) => 6,
            Self::Outcome(Outcome::Failed) => 7,
        }
    }
}

impl TryFrom<u8> for Vote {
    type Error = UnknownSlug;
    fn try_from(n: u8) -> Result<Self, UnknownSlug> {
        match n {
            6 => Ok(Self::Outcome(Outcome::Unused)),
            7 => Ok(Self::Outcome(Outcome::Failed)),
            n => Level::try_from(n).map(Self::Level),
        }
    }
}
