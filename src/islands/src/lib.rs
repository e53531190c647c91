//! What moves in the browser: small leaves that make a working form better, and their thin server functions.
//!
//! Every island works on HTML that is complete without it. Texts arrive as finished strings; the catalogues of both
//! languages never leave the server.

#![expect(missing_docs, reason = "the macros of islands and server functions write items that cannot carry any")]

pub mod characters_left;
pub mod join;
mod listen;
pub mod similar;

pub use characters_left::CharactersLeft;
pub use join::{JoinCount, Joined, join};
pub use similar::{SimilarNeeds, Twin, likely_twins};

/// What a server function answers when it does not do what was asked. Internals never reach a browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Declined {
    /// Not there, or not for this person.
    NotFound,
    /// Not now; later it works.
    Later,
    /// Too many from one address.
    TooMany,
    /// What was sent could not be read.
    Unreadable,
}

impl std::fmt::Display for Declined {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::NotFound => "not found",
            Self::Later => "later",
            Self::TooMany => "too many",
            Self::Unreadable => "unreadable",
        })
    }
}

impl server_fn::error::FromServerFnError for Declined {
    type Encoder = server_fn::codec::JsonEncoding;
    fn from_server_fn_error(error: server_fn::error::ServerFnErrorErr) -> Self {
        match error {
            server_fn::error::ServerFnErrorErr::Args(_)
            | server_fn::error::ServerFnErrorErr::MissingArg(_)
            | server_fn::error::ServerFnErrorErr::Deserialization(_) => Self::Unreadable,
            _ => Self::Later,
        }
    }
}

/// What the server functions need from the house around them: put into their context by the one handler in `web`.
#[cfg(feature = "ssr")]
pub mod host {
    use super::{Declined, Twin};
    use domain::{Actor, Store};
    use std::sync::Arc;

    /// Says whether this address may go on.
    pub type Allows = Arc<dyn Fn() -> bool + Send + Sync>;
    /// Makes a need readable in the language of the page.
    pub type Reads = Arc<dyn Fn(&domain::needs::Need) -> Twin + Send + Sync>;

    /// Who asks, and with what.
    #[derive(Clone)]
    pub struct Host {
        /// The database.
        pub store: Store,
        /// Who asks.
        pub actor: Actor,
        /// Whether likely twins may be looked up now.
        pub may_search: Allows,
        /// Whether a join may be counted now.
        pub may_join: Allows,
        /// How a need is told.
        pub reads: Reads,
    }

    pub(crate) fn host() -> Result<Host, Declined> {
        leptos::prelude::use_context::<Host>().ok_or(Declined::Later)
    }

    impl From<domain::Error> for Declined {
        fn from(error: domain::Error) -> Self {
            match error {
                domain::Error::Busy | domain::Error::Full | domain::Error::Internal(_) => Self::Later,
                domain::Error::Invalid(_) => Self::Unreadable,
                _ => Self::NotFound,
            }
        }
    }
}
