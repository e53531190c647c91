//! Passwords of staff, as argon2id hashes.

use crate::{Error, Result};
use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};

/// The hash of a password with fresh salt. Takes tens of milliseconds on purpose: call it off the runtime.
pub(super) fn hash(password: &str) -> Result<String> {
    let salt = crate::chance::seed();
    let hash = Argon2::default().hash_password_with_salt(password.as_bytes(), &salt[..16]).map_err(Error::internal)?;
    Ok(hash.to_string())
}

/// Whether a password fits. An unknown name is checked against a hash of nothing, so that both take the same time.
pub(super) fn fits(password: &str, hash: Option<&str>) -> bool {
    const NOBODY: &str =
        "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5bm8$6HW0tLCWSiX1z1XeNTTCFNZQC8qpVPYPXE1xMeIb5N0";
    let Ok(parsed) = PasswordHash::new(hash.unwrap_or(NOBODY)) else {
        return false;
    };
    let fits = Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok();
    fits && hash.is_some()
}
