//! Sign in, be recognised, sign out.

use super::entity::{person, session};
use super::password;
use crate::{Actor, Error, Intent, Result, Staff, Store, chance, secret::sha256};
use chrono::TimeDelta;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use words::{Issue, PersonId, RegionId, UnitId};

/// How long a session lasts, in hours: a working day.
pub const SESSION_HOURS: i64 = 12;

/// A fresh session.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// The value of the cookie. It is stored only as a hash.
    pub token: String,
    /// Who it is.
    pub staff: Staff,
}

/// Checks a name and a password and begins a session with a new token; `old` is the token the browser came with,
/// which ends, so that nobody can plant one.
///
/// # Errors
/// 422 on `password`, which does not say whether the name exists.
pub async fn sign_in(store: &Store, login: &str, password: &str, old: Option<&str>) -> Result<SignedIn> {
    let by_login = person::Entity::find().filter(person::Column::Login.eq(login.trim().to_lowercase()));
    let found = by_login.filter(person::Column::DisabledAt.is_null()).one(store.read()).await?;
    let (typed, hash) = (password.to_owned(), found.as_ref().map(|row| row.password.clone()));
    let fits = tokio::task::spawn_blocking(move || password::fits(&typed, hash.as_deref()));
    let (true, Some(row)) = (fits.await.map_err(Error::internal)?, found) else {
        return Err(Error::field("password", Issue::NotSignedIn));
    };
    let staff = staff_of(row)?;
    let token = chance::token();
    let (hash, person) = (sha256(&token), staff.person);
    let old = old.map(sha256);
    store
        .write(Intent::by(Actor::Staff(staff.clone())), move |act| {
            let (hash, old) = (hash.clone(), old.clone());
            Box::pin(async move {
                if let Some(old) = old {
                    session::Entity::delete_by_id(old).exec(act.write()).await?;
                }
                let (created_at, expires_at) = (act.at(), act.at() + TimeDelta::hours(SESSION_HOURS));
                act.record("person.sign-in", format!("person:{person}"), &serde_json::json!({}))?;
                act.insert::<session::Entity>(session::Model { hash, person_id: person.0, created_at, expires_at });
                Ok(())
            })
        })
        .await?;
    Ok(SignedIn { token, staff })
}

/// Who holds this token, if it is a session that lasts and the person may still work.
///
/// # Errors
/// Whatever the database says.
pub async fn recognise(store: &Store, token: &str) -> Result<Option<Staff>> {
    let live = session::Entity::find_by_id(sha256(token)).filter(session::Column::ExpiresAt.gt(store.clock().now()));
    let Some(session) = live.one(store.read()).await? else {
        return Ok(None);
    };
    let person = person::Entity::find_by_id(session.person_id).filter(person::Column::DisabledAt.is_null());
    person.one(store.read()).await?.map(staff_of).transpose()
}

/// Ends a session.
///
/// # Errors
/// Whatever the database says.
pub async fn sign_out(store: &Store, staff: Staff, token: &str) -> Result<()> {
    let hash = sha256(token);
    store
        .write(Intent::by(Actor::Staff(staff)), move |act| {
            let hash = hash.clone();
            Box::pin(async move {
                session::Entity::delete_by_id(hash).exec(act.write()).await?;
                Ok(())
            })
        })
        .await
}

fn staff_of(row: person::Model) -> Result<Staff> {
    Ok(Staff {
        person: PersonId(row.id),
        name: row.name,
        role: row.role.parse().map_err(Error::internal)?,
        region: row.region_id.map(RegionId),
        unit: row.unit_id.map(UnitId),
    })
}
