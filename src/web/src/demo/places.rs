//! The invented district of Chenghu: one city, one district, eight subdistricts, forty communities.

use super::{Founding, tables};
use crate::commands::Failure;
use domain::places::{NewRegion, create};
use std::collections::HashMap;
use words::{RegionId, RegionLevel};

#[derive(serde::Deserialize)]
struct Row {
    slug: String,
    parent: String,
    level: RegionLevel,
    name_zh: String,
    name_en: String,
    initials: String,
    residents: i64,
}

/// Adds every place, parents before children.
pub(super) async fn found(founding: &Founding<'_>) -> Result<(), Failure> {
    let mut known: HashMap<String, RegionId> = HashMap::new();
    for row in tables::rows::<Row>(tables::PLACES)? {
        let new = NewRegion {
            parent: known.get(&row.parent).copied(),
            level: row.level,
            slug: row.slug.clone(),
            name_zh: row.name_zh,
            name_en: row.name_en,
            initials: row.initials,
            residents: row.residents,
        };
        let id = founding.act(move |act| Box::pin(create(act, new.clone()))).await?;
        known.insert(row.slug, id);
    }
    Ok(())
}
