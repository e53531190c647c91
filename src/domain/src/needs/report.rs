//! Report a need.

use super::entity::{contact, entry, need};
use super::{EntryWhat, is_risk};
use crate::places::Catalogue;
use crate::{Act, Error, Result};
use serde::{Deserialize, Serialize};
use words::{
    Body, Calendar, Category, Channel, Contact, EntryId, ForWhom, Issue, Limits, NeedId, NeedKind, Party, Place, Point,
    Progress, Spot, TrackingCode, Visibility,
};

/// A need as it was typed and understood; nothing in it can be wrong any more.
#[derive(Debug, Clone)]
pub struct NewNeed {
    /// Urgent, difficult or longed-for, in the resident's own view.
    pub kind: NeedKind,
    /// What happened, in their own words.
    pub body: Body,
    /// What it is about; none means "please choose for me".
    pub category: Option<Category>,
    /// Where it is.
    pub place: Place,
    /// The exact spot; may be empty.
    pub spot: Spot,
    /// Where the phone was.
    pub point: Option<Point>,
    /// How to tell them of the result.
    pub contact: Contact,
    /// Only staff may see it.
    pub staff_only: bool,
    /// For whom they speak.
    pub for_whom: ForWhom,
    /// Which way it came.
    pub channel: Channel,
}

/// What the resident keeps.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Reported {
    /// The id of the need.
    pub id: NeedId,
    /// The number that opens it.
    pub code: TrackingCode,
}

/// Reports a need. It is held until a worker has looked at it; its author follows it with the code at once.
///
/// # Errors
/// 422 on `place` for a region that does not exist.
pub async fn report(act: &mut Act, catalogue: &Catalogue, new: NewNeed) -> Result<Reported> {
    let (region, place_words) = match new.place {
        Place::Region(id) => (Some(catalogue.region(id).ok_or(Error::field("place", Issue::NotAChoice))?.id), None),
        Place::Words(words) => (None, Some(words)),
    };
    let (id, code) = (act.id(NeedId::from_parts), act.code());
    let risk = is_risk(new.body.as_str());
    let due_at = Calendar::official().due(act.at(), Limits::of(Some(new.kind), risk).pass_on);
    let detail = serde_json::json!({ "kind": new.kind, "channel": new.channel, "risk": risk });
    act.record("need.report", format!("need:{id}"), &detail)?;
    let kind = Some(new.kind.slug().to_owned());
    let at = act.at();
    let voice = act.by().voice().map(|voice| voice.hash().to_owned()).unwrap_or_default();
    act.insert::<need::Entity>(need::Model {
        id: id.0,
        code: code.digits(),
        kind: kind.clone(),
        kind_reported: kind,
        category: new.category.map(|c| c.slug().to_owned()),
        title: new.body.title().as_str().to_owned(),
        body: new.body.as_str().to_owned(),
        public_body: None,
        region_id: region.map(Into::into),
        place_words,
        spot: new.spot.as_str().to_owned(),
        lat: new.point.map(Point::lat),
        lng: new.point.map(Point::lng),
        for_whom: new.for_whom.slug().to_owned(),
        staff_only: new.staff_only,
        channel: new.channel.slug().to_owned(),
        visibility: Visibility::Held.slug().to_owned(),
        progress: Progress::Received.slug().to_owned(),
        risk,
        unit_id: None,
        supporters: 1,
        voice,
        import_id: None,
        created_at: at,
        due_at,
        changed_at: at,
        answered_at: None,
        handling: None,
    });
    if let Some(phone) = new.contact.phone() {
        let (how, phone) = (new.contact.slug().to_owned(), phone.as_e164().to_owned());
        act.insert::<contact::Entity>(contact::Model { need_id: id.0, how, phone });
    }
    append_entry(act, id, EntryWhat::Received, Party::Resident, None);
    Ok(Reported { id, code })
}

/// Appends a line to the timeline of a need.
pub(crate) fn append_entry(act: &mut Act, need: NeedId, what: EntryWhat, party: Party, text: Option<String>) {
    let (id, at) = (act.id(EntryId::from_parts), act.at());
    let staff = act.by().staff();
    let (person_id, unit_id) = (staff.map(|s| s.person.0), staff.and_then(|s| s.unit).map(|u| u.0));
    act.insert::<entry::Entity>(entry::Model {
        id: id.0,
        need_id: need.0,
        at,
        what: what.slug().to_owned(),
        party: party.slug().to_owned(),
        person_id,
        unit_id,
        text,
        public: false,
    });
}
