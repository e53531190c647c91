//! Add a member of staff.

use super::{entity::person, password};
use crate::{Act, Result};
use words::{PersonId, RegionId, Role, UnitId};

/// A member of staff to be added. The password is hashed before the write door, since hashing is slow on purpose.
#[derive(Debug, Clone)]
pub struct NewPerson {
    /// The name to sign in with.
    pub login: String,
    /// The name that colleagues read.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Where.
    pub region: Option<RegionId>,
    /// For which unit.
    pub unit: Option<UnitId>,
    /// Whether it belongs to the demonstration.
    pub demo: bool,
    hash: String,
}

impl NewPerson {
    /// A member of staff with a password.
    ///
    /// # Errors
    /// The password cannot be hashed.
    pub fn new(login: &str, name: &str, role: Role, password: &str) -> Result<Self> {
        let hash = password::hash(password)?;
        let (login, name) = (login.to_owned(), name.to_owned());
        Ok(Self { login, name, role, region: None, unit: None, demo: false, hash })
    }
}

/// Adds a member of staff.
///
/// # Errors
/// Somebody of the same login exists.
pub async fn create(act: &mut Act, new: NewPerson) -> Result<PersonId> {
    let id = act.id(PersonId::from_parts);
    act.record("person.create", format!("person:{id}"), &serde_json::json!({ "role": new.role }))?;
    act.insert::<person::Entity>(person::Model {
        id: id.0,
        login: new.login,
        name: new.name,
        password: new.hash,
        role: new.role.slug().to_owned(),
        region_id: new.region.map(Into::into),
        unit_id: new.unit.map(Into::into),
        demo: new.demo,
        disabled_at: None,
    });
    Ok(id)
}
