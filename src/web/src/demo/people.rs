//! The four demonstration sign-ins.

use super::units::PROPERTY;
use super::{Founding, PASSWORD};
use crate::commands::Failure;
use domain::Staff;
use domain::people::{NewPerson, create};
use domain::places::Catalogue;
use words::{PersonId, Role, UnitId};

/// Those of them who handle cases.
pub(super) struct Team {
    /// The community worker of the district.
    pub(super) worker: Staff,
    clerk: PersonId,
}

impl Team {
    /// Somebody at work for a unit. Only the property company has a sign-in; for the others the same hand writes.
    pub(super) fn clerk(&self, unit: UnitId) -> Staff {
        Staff { person: self.clerk, name: "陈师傅".to_owned(), role: Role::Unit, region: None, unit: Some(unit) }
    }
}

/// Adds the sign-ins.
pub(super) async fn hire(founding: &Founding<'_>, catalogue: &Catalogue) -> Result<Team, Failure> {
    let district = catalogue.regions.iter().find(|region| region.slug == "chenghu").map(|region| region.id);
    let property = catalogue.units.iter().find(|unit| unit.slug == PROPERTY).map(|unit| unit.id);
    let names = [
        ("worker", "王敏", Role::Worker, district, None),
        ("unit", "陈师傅", Role::Unit, None, property),
        ("official", "周岚", Role::Official, district, None),
        ("admin", "管理员", Role::Admin, None, None),
    ];
    let mut ids = Vec::new();
    for (login, name, role, region, unit) in names {
        let mut new = NewPerson::new(login, name, role, PASSWORD)?;
        (new.region, new.unit, new.demo) = (region, unit, true);
        ids.push(founding.act(move |act| Box::pin(create(act, new.clone()))).await?);
    }
    let [worker, clerk, ..] = ids[..] else {
        return Err(Failure::new("The demonstration sign-ins were not made."));
    };
    let worker = Staff { person: worker, name: "王敏".to_owned(), role: Role::Worker, region: district, unit: None };
    Ok(Team { worker, clerk })
}
