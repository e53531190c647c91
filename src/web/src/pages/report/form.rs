//! What was typed becomes a need, or the list of everything that is wrong with it.

use crate::forms::Posted;
use domain::needs::NewNeed;
use domain::places::Catalogue;
use words::{Body, Channel, Contact, ForWhom, Issue, Issues, Phone, Place, Point, RegionId, Spot, characters};

/// A posted report.
pub(super) struct NewNeedForm<'a> {
    /// What was posted.
    pub(super) posted: &'a Posted,
    /// The places there are: typed names of communities are recognised.
    pub(super) catalogue: &'a Catalogue,
}

impl NewNeedForm<'_> {
    /// Understands it.
    ///
    /// # Errors
    /// Every field that needs attention.
    pub(super) fn parse(&self) -> Result<NewNeed, Issues> {
        let posted = self.posted;
        let mut issues = Issues::default();
        let kind = issues.keep("kind", posted.get("kind").parse().map_err(|_| Issue::Missing));
        let body = issues.keep("body", Body::parse(posted.get("body")));
        if !posted.files.is_empty() {
            issues.add("photos", Issue::NoFiles);
        }
        let category = match posted.get("category") {
            "" => Some(None),
            slug => issues.keep("category", slug.parse().map(Some).map_err(|_| Issue::NotAChoice)),
        };
        let place = issues.keep("place", self.place());
        let spot = issues.keep("spot", Spot::parse(posted.get("spot")));
        let point = issues.keep("place", Point::parse(posted.get("lat"), posted.get("lng")));
        let contact = self.contact(&mut issues);
        let for_whom = match posted.get("for") {
            "" => Some(ForWhom::Own),
            slug => issues.keep("for", slug.parse().map_err(|_| Issue::NotAChoice)),
        };
        let all = (kind, body, category, place, spot, point, contact, for_whom);
        let (
            Some(kind),
            Some(body),
            Some(category),
            Some(place),
            Some(spot),
            Some(point),
            Some(contact),
            Some(for_whom),
        ) = all
        else {
            return Err(issues);
        };
        if !issues.is_empty() {
            return Err(issues);
        }
        let staff_only = posted.ticked("private");
        Ok(NewNeed { kind, body, category, place, spot, point, contact, staff_only, for_whom, channel: Channel::Own })
    }

    /// A community by its id or its name; other words are kept for staff to check. Text wins over the list: it is
    /// what was typed last.
    fn place(&self) -> Result<Place, Issue> {
        let typed = self.posted.all("place").map(str::trim).find(|value| !value.is_empty()).unwrap_or_default();
        match Place::parse(typed)? {
            Place::Region(id) => self.catalogue.region(id).map(|r| Place::Region(r.id)).ok_or(Issue::NotAChoice),
            Place::Words(words) => {
                let known = known_place(self.catalogue, &words);
                Ok(known.map_or(Place::Words(words), Place::Region))
            }
        }
    }

    fn contact(&self, issues: &mut Issues) -> Option<Contact> {
        // The phone field is shown below either choice that needs it; whichever was filled in counts.
        let phone = || self.posted.all("phone").find(|value| characters(value) > 0).unwrap_or_default().to_owned();
        match self.posted.get("contact") {
            "none" => Some(Contact::None),
            "sms" => issues.keep("phone", Phone::parse(&phone())).map(Contact::Sms),
            "call" => issues.keep("phone", Phone::parse(&phone())).map(Contact::Call),
            _ => {
                issues.add("contact", Issue::Missing);
                None
            }
        }
    }
}

/// A place by its id, or a community by its name in either language or its initials.
pub(super) fn known_place(catalogue: &Catalogue, typed: &str) -> Option<RegionId> {
    if let Ok(id) = typed.parse() {
        return catalogue.region(id).map(|region| region.id);
    }
    let lower = typed.trim().to_lowercase();
    let named = catalogue.communities().find(|region| {
        region.name_zh == typed.trim() || region.name_en.to_lowercase() == lower || region.initials == lower
    });
    named.filter(|_| !lower.is_empty()).map(|region| region.id)
}
