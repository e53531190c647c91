//! Who answers: departments, property companies, utilities.

mod create;
pub(crate) mod entity;

pub use create::{NewUnit, create};
use words::{RegionId, UnitId};

/// One unit.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Its id, as in the form field `unit`.
    pub id: UnitId,
    /// Its short name in files.
    pub slug: String,
    /// Its name in Chinese.
    pub name_zh: String,
    /// Its name in English.
    pub name_en: String,
    /// Where it works; none means everywhere.
    pub region: Option<RegionId>,
}

impl From<entity::Model> for Unit {
    fn from(row: entity::Model) -> Self {
        Self {
            id: UnitId(row.id),
            slug: row.slug,
            name_zh: row.name_zh,
            name_en: row.name_en,
            region: row.region_id.map(RegionId),
        }
    }
}
