//! Who may do what with a case. Pure: tested without a database.

use crate::places::Catalogue;
use crate::{Actor, Error, Staff};
use words::{Party, RegionId, Role, StepError, UnitId};

/// Why a step is refused, as a thing: the page finds the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It cannot be seen by this person at all.
    Unseen,
    /// It can be seen but is not theirs to do.
    NotYours,
    /// The state has moved on.
    NotNow,
    /// Somebody is owed words.
    TextOwed,
}

impl From<Refused> for Error {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Unseen => Self::NotFound,
            Refused::NotYours => Self::Forbidden,
            Refused::NotNow => Self::Conflict,
            Refused::TextOwed => Self::field("text", words::Issue::Missing),
        }
    }
}

impl From<StepError> for Refused {
    fn from(error: StepError) -> Self {
        match error {
            StepError::NotNow(_) => Self::NotNow,
            StepError::NotYours => Self::NotYours,
            StepError::TextOwed => Self::TextOwed,
        }
    }
}

/// Whether a worker is responsible for a place: their region and everything in it. A need without a known place is
/// everybody's, so that nobody's is never forgotten.
pub fn place_allows(staff: &Staff, catalogue: &Catalogue, region: Option<RegionId>) -> bool {
    match (staff.region, region) {
        (Some(mine), Some(there)) => catalogue.lies_in(there, mine),
        (None, _) | (_, None) => true,
    }
}

/// On whose side somebody stands in a case that lies in `region` and is held by `unit`.
///
/// # Errors
/// [`Refused::Unseen`]: to others it does not exist.
pub fn party_of(
    actor: &Actor,
    catalogue: &Catalogue,
    region: Option<RegionId>,
    unit: Option<UnitId>,
) -> Result<Party, Refused> {
    let Actor::Staff(staff) = actor else {
        return Err(Refused::Unseen);
    };
    match staff.role {
        Role::Worker | Role::Admin if place_allows(staff, catalogue, region) => Ok(Party::Worker),
        Role::Unit if unit.is_some() && staff.unit == unit => Ok(Party::Unit),
        Role::Worker | Role::Admin | Role::Unit | Role::Official => Err(Refused::Unseen),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use words::PersonId;

    fn staff(role: Role, unit: Option<UnitId>) -> Actor {
        let person = PersonId::from_parts(0, [0; 10]);
        Actor::Staff(Staff { person, name: String::new(), role, region: None, unit })
    }

    #[test]
    fn a_unit_sees_its_own_cases_and_no_other() {
        let (mine, other) = (UnitId::from_parts(1, [1; 10]), UnitId::from_parts(1, [2; 10]));
        let catalogue = Catalogue::default();
        let actor = staff(Role::Unit, Some(mine));
        assert_eq!(party_of(&actor, &catalogue, None, Some(mine)), Ok(Party::Unit));
        assert_eq!(party_of(&actor, &catalogue, None, Some(other)), Err(Refused::Unseen));
        assert_eq!(party_of(&actor, &catalogue, None, None), Err(Refused::Unseen));
    }

    #[test]
    fn an_official_reads_figures_and_handles_nothing() {
        let official = staff(Role::Official, None);
        assert_eq!(party_of(&official, &Catalogue::default(), None, None), Err(Refused::Unseen));
    }
}
