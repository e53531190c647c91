//! The key `k`: minted with every form, so that whatever is sent twice happens once.

use super::Posted;
use domain::Once;
use leptos::prelude::*;
use words::{Issue, Issues, Key};

/// The hidden field with a key: the one that came back with errors, or a fresh one.
pub(crate) fn key_field(posted: Option<&Posted>) -> AnyView {
    let kept = posted.and_then(|posted| posted.get("k").parse::<Key>().ok());
    let key = kept.unwrap_or_else(domain::chance::key);
    super::hidden("k", key.to_string())
}

/// The key of a form that must have one.
///
/// # Errors
/// 422 on `k`.
pub(crate) fn once(posted: &Posted) -> Result<Once, Issues> {
    let key: Key = posted.get("k").parse().map_err(|_| Issues::one("k", Issue::NotAKey))?;
    Ok(Once::new(key, &posted.content()))
}

/// The key of a form whose steps are safe to repeat anyway: it may be left out, but not be nonsense.
///
/// # Errors
/// 422 on `k`.
pub(crate) fn maybe_once(posted: &Posted) -> Result<Option<Once>, Issues> {
    if posted.get("k").is_empty() { Ok(None) } else { once(posted).map(Some) }
}
