//! Add a unit.

use super::entity;
use crate::{Act, Result};
use words::{RegionId, UnitId};

/// A unit to be added.
#[derive(Debug, Clone)]
pub struct NewUnit {
    /// Its short name in files.
    pub slug: String,
    /// Its name in Chinese.
    pub name_zh: String,
    /// Its name in English.
    pub name_en: String,
    /// Where it works; none means everywhere.
    pub region: Option<RegionId>,
}

/// Adds a unit.
///
/// # Errors
/// A unit of the same slug exists.
pub async fn create(act: &mut Act, new: NewUnit) -> Result<UnitId> {
    let id = act.id(UnitId::from_parts);
    act.record("unit.create", format!("unit:{id}"), &serde_json::json!({ "slug": new.slug }))?;
    act.insert::<entity::Entity>(entity::Model {
        id: id.0,
        slug: new.slug,
        name_zh: new.name_zh,
        name_en: new.name_en,
        region_id: new.region.map(Into::into),
    });
    Ok(id)
}
