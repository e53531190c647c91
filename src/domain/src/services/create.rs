//! Add a service to the catalogue.

use super::entity;
use crate::{Act, Result};
use words::{RegionId, ServiceClass, ServiceId, ServiceSlug, UnitId};

/// A service to be added.
#[derive(Debug, Clone)]
pub struct NewService {
    /// Its one short name.
    pub slug: ServiceSlug,
    /// Among which others it is ranked.
    pub class: ServiceClass,
    /// Its name in Chinese.
    pub name_zh: String,
    /// Its name in English.
    pub name_en: String,
    /// The unit that owns it.
    pub unit: Option<UnitId>,
    /// Its catchment.
    pub region: Option<RegionId>,
    /// Required by law.
    pub statutory: bool,
}

/// Adds a service.
///
/// # Errors
/// A service of the same slug exists.
pub async fn create(act: &mut Act, new: NewService) -> Result<ServiceId> {
    let id = act.id(ServiceId::from_parts);
    act.record("service.create", format!("service:{id}"), &serde_json::json!({ "slug": new.slug }))?;
    act.insert::<entity::Entity>(entity::Model {
        id: id.0,
        slug: new.slug.into(),
        class: new.class.slug().to_owned(),
        name_zh: new.name_zh,
        name_en: new.name_en,
        unit_id: new.unit.map(Into::into),
        region_id: new.region.map(Into::into),
        link: String::new(),
        statutory: new.statutory,
        flagged: false,
    });
    Ok(id)
}
