//! Ids as UUIDv7 newtypes, so that a need can never be looked up by the id of a unit.

use std::{fmt, str::FromStr};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident;)+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new id out of a time in milliseconds since 1970 and ten bytes of chance: ordered by time, unguessable.
            pub const fn from_parts(millis: u64, chance: [u8; 10]) -> Self {
                Self(uuid::Builder::from_unix_timestamp_millis(millis, &chance).into_uuid())
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(s: &str) -> Result<Self, Self::Err> { Uuid::parse_str(s.trim()).map(Self) }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.as_hyphenated().fmt(f) }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self { id.0 }
        }
    )+};
}

ids! {
    /// What a resident reported.
    NeedId;
    /// One line in the timeline of a need.
    EntryId;
    /// One place in the region tree.
    RegionId;
    /// Who answers.
    UnitId;
    /// A rated digital service.
    ServiceId;
    /// A member of staff. Residents have no account.
    PersonId;
    /// One answer to "are you satisfied?".
    RatingId;
    /// One line of the audit log.
    EventId;
    /// A piece of work waiting for the background.
    JobId;
    /// The idempotency key `k` of a form: whatever is sent twice with the same key happens once.
    Key;
}
