//! Who does something.

use words::{PersonId, RegionId, Role, UnitId};

/// Behind which one resident speaks: a keyed hash of a device, later of a confirmed phone. Never the thing itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Voice {
    hash: String,
    verified: bool,
}

impl Voice {
    pub(crate) fn new(hash: String, verified: bool) -> Self {
        Self { hash, verified }
    }

    /// The hash kept in tables.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// Whether a phone stands behind it.
    pub fn verified(&self) -> bool {
        self.verified
    }
}

/// A member of staff who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staff {
    /// Who it is.
    pub person: PersonId,
    /// The name that colleagues read.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Where: a worker acts in this region and below it.
    pub region: Option<RegionId>,
    /// For which unit.
    pub unit: Option<UnitId>,
}

/// Who does something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// A resident without an account.
    Guest(Voice),
    /// Somebody at work.
    Staff(Staff),
    /// The platform itself: imports, jobs, the demonstration.
    System,
}

impl Actor {
    /// How the audit log names them: no person, no phone, no device.
    pub fn mark(&self) -> String {
        match self {
            Self::Guest(voice) => format!("voice:{}", &voice.hash()[..16]),
            Self::Staff(staff) => format!("person:{}", staff.person),
            Self::System => "system".to_owned(),
        }
    }

    /// The voice, if a resident speaks.
    pub fn voice(&self) -> Option<&Voice> {
        match self {
            Self::Guest(voice) => Some(voice),
            Self::Staff(_) | Self::System => None,
        }
    }

    /// The member of staff, if it is one.
    pub fn staff(&self) -> Option<&Staff> {
        match self {
            Self::Staff(staff) => Some(staff),
            Self::Guest(_) | Self::System => None,
        }
    }
}
