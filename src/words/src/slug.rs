//! Stable short names: the same word in an address, a form field, a table and a file.

use std::fmt;

/// A word that is none of the allowed ones, for example `kind=hopeless`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownSlug(pub &'static str);

impl fmt::Display for UnknownSlug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not one of the known values of {}", self.0)
    }
}

impl std::error::Error for UnknownSlug {}

/// Declares a choice whose members carry one stable slug each, with parsing, printing and serde through it.
macro_rules! slugs {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $slug:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $slug)] $variant,)+ }

        impl $name {
            /// Every member, in the order in which people see them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The stable short name used in addresses, form fields, tables and files.
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug,)+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::UnknownSlug;
            fn from_str(s: &str) -> Result<Self, Self::Err> {
                match s { $($slug => Ok(Self::$variant),)+ _ => Err($crate::UnknownSlug(stringify!($name))) }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.slug()) }
        }
    };
}
pub(crate) use slugs;
