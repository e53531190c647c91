//! Add a place to the region tree.

use super::entity;
use crate::{Act, Result};
use words::{RegionId, RegionLevel};

/// A place to be added.
#[derive(Debug, Clone)]
pub struct NewRegion {
    /// The place it lies in; none for the city.
    pub parent: Option<RegionId>,
    /// How high it stands.
    pub level: RegionLevel,
    /// Its short name in files.
    pub slug: String,
    /// Its name in Chinese.
    pub name_zh: String,
    /// Its name in English.
    pub name_en: String,
    /// Pinyin initials, for finding it by four letters.
    pub initials: String,
    /// How many people live there.
    pub residents: i64,
}

/// Adds a place.
///
/// # Errors
/// A place of the same slug exists.
pub async fn create(act: &mut Act, new: NewRegion) -> Result<RegionId> {
    let id = act.id(RegionId::from_parts);
    act.record("place.create", format!("region:{id}"), &serde_json::json!({ "slug": new.slug }))?;
    act.insert::<entity::Entity>(entity::Model {
        id: id.0,
        parent_id: new.parent.map(Into::into),
        level: new.level.slug().to_owned(),
        slug: new.slug,
        name_zh: new.name_zh,
        name_en: new.name_en,
        initials: new.initials,
        residents: new.residents,
    });
    Ok(id)
}
