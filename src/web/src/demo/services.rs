//! The rated services of the demonstration city, with how much and how well they are used.

use super::{Founding, tables};
use crate::commands::Failure;
use domain::places::Catalogue;
use domain::services::{NewService, create};
use words::{ServiceClass, ServiceSlug};

/// One service and what people think of it.
#[derive(Debug, Clone, serde::Deserialize)]
pub(super) struct Profile {
    /// Its one short name.
    pub(super) slug: ServiceSlug,
    class: ServiceClass,
    name_zh: String,
    name_en: String,
    unit: String,
    statutory: bool,
    /// How many residents rate it.
    pub(super) volume: u32,
    n1: u32,
    n2: u32,
    n3: u32,
    n4: u32,
    n5: u32,
    /// How many in a hundred could not finish.
    pub(super) failed: u32,
    /// How many in a hundred were helped.
    pub(super) assisted: u32,
}

impl Profile {
    /// How often each level is given, worst first.
    pub(super) fn levels(&self) -> [u32; 5] {
        [self.n1, self.n2, self.n3, self.n4, self.n5]
    }

    /// Few enough votes that each is planned: the levels are then counts. Their services are too small to be ranked.
    pub(super) fn is_fixed(&self) -> bool {
        self.levels().iter().sum::<u32>() == self.volume
    }
}

/// Adds every service to the catalogue.
pub(super) async fn found(founding: &Founding<'_>, catalogue: &Catalogue) -> Result<Vec<Profile>, Failure> {
    let profiles: Vec<Profile> = tables::rows(tables::SERVICES)?;
    let district = catalogue.regions.iter().find(|region| region.slug == "chenghu");
    for profile in profiles.iter().cloned() {
        let new = NewService {
            slug: profile.slug,
            class: profile.class,
            name_zh: profile.name_zh,
            name_en: profile.name_en,
            unit: catalogue.units.iter().find(|unit| unit.slug == profile.unit).map(|unit| unit.id),
            region: district.map(|region| region.id),
            statutory: profile.statutory,
        };
        founding.act(move |act| Box::pin(create(act, new.clone()))).await?;
    }
    Ok(profiles)
}
