//! Who answers in the demonstration city.

use super::{Founding, tables};
use crate::commands::Failure;
use domain::places::Catalogue;
use domain::units::{NewUnit, create};
use words::Category;

/// The property company of Cuihu, for which `unit` signs in. It is first in the
/// table and so stands first.
pub(super) const PROPERTY: &str = "cuihu-property";

#[derive(serde::Deserialize)]
struct Row {
    slug: String,
    name_zh: String,
    name_en: String,
    place: String,
}

/// Adds every unit. One without a place works everywhere.
pub(super) async fn found(founding: &Founding<'_>, catalogue: &Catalogue) -> Result<(), Failure> {
    for row in tables::rows::<Row>(tables::UNITS)? {
        let region = catalogue.regions.iter().find(|region| region.slug == row.place);
        let new = NewUnit {
            slug: row.slug,
            name_zh: row.name_zh,
            name_en: row.name_en,
            region: region.map(|region| region.id),
        };
        founding.act(move |act| Box::pin(create(act, new.clone()))).await?;
    }
    Ok(())
}

/// Who handles what a need is about; in Cuihu the property company does much of it.
pub(super) fn handling(category: Category, in_cuihu: bool, other: bool) -> &'static str {
    match category {
        Category::Housing | Category::Cleanliness | Category::Noise if in_cuihu => PROPERTY,
        Category::Utilities if other => "water",
        Category::Utilities => "power",
        Category::Housing if other => "lift-office",
        Category::Housing => "street-housing",
        Category::Roads if other => "transport",
        Category::Roads => "roads",
        Category::Cleanliness => "sanitation",
        Category::Noise => "patrol",
        Category::Health => "health",
        Category::School => "education",
        Category::Online => "data",
    }
}
