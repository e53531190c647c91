//! Forms: what was posted, what is wrong with it, and the fields that show both.

mod field;
mod once;
mod posted;
mod state;
pub(crate) mod text_area;
mod words;

pub(crate) use field::{Choice, choices, hidden, input};
pub(crate) use once::{key_field, maybe_once, once};
pub(crate) use posted::Posted;
pub(crate) use state::FormState;
pub(crate) use text_area::TextArea;
pub(crate) use words::{issue_words, summary};
