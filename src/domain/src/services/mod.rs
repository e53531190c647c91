//! The catalogue of rated services.

mod create;
pub(crate) mod entity;

use crate::{Error, Result};
pub use create::{NewService, create};
use words::{RegionId, ServiceClass, ServiceId, ServiceSlug, UnitId};

/// One rated service.
#[derive(Debug, Clone)]
pub struct Service {
    /// Its id.
    pub id: ServiceId,
    /// Its one short name in addresses, files and tallies.
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
    /// Where it is found on the web; may be empty.
    pub link: String,
    /// Required by law, so never called decoration.
    pub statutory: bool,
    /// Under review for manipulation: never ranked meanwhile.
    pub flagged: bool,
}

impl TryFrom<entity::Model> for Service {
    type Error = Error;
    fn try_from(row: entity::Model) -> Result<Self> {
        Ok(Self {
            id: ServiceId(row.id),
            slug: row.slug.parse().map_err(Error::internal)?,
            class: row.class.parse().map_err(Error::internal)?,
            name_zh: row.name_zh,
            name_en: row.name_en,
            unit: row.unit_id.map(UnitId),
            region: row.region_id.map(RegionId),
            link: row.link,
            statutory: row.statutory,
            flagged: row.flagged,
        })
    }
}
