//! Bring in a need from another system.

use super::entity::need;
use super::report::append_entry;
use super::{EntryWhat, is_risk, mask, public_title, publish_words};
use crate::{Act, Result};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use words::{Body, Calendar, Category, Channel, Limits, NeedId, NeedKind, Party, Progress, RegionId, Visibility};

/// One row of `import needs`, understood.
#[derive(Debug, Clone)]
pub struct ImportedNeed {
    /// Its id in the other system; the same id imported twice is one need.
    pub import_id: Option<String>,
    /// When it was reported; now where the file does not say.
    pub created: Option<DateTime<Utc>>,
    /// Its title there.
    pub title: Option<String>,
    /// Its text, up to 10,000 characters.
    pub body: Body,
    /// None is "unclassified 未分" until a worker chooses.
    pub kind: Option<NeedKind>,
    /// What it is about.
    pub category: Option<Category>,
    /// Where.
    pub region: Option<RegionId>,
    /// How many residents supported it there, its author not included.
    pub supports: u32,
    /// Which way it came there.
    pub channel: Channel,
    /// Its author there, as a name of another system; kept only as a keyed hash.
    pub voice: String,
    /// Publish at once, without waiting for a worker.
    pub public: bool,
}

/// Brings in one need. Answers whether it is new.
///
/// # Errors
/// Whatever the database says.
pub async fn import(act: &mut Act, new: ImportedNeed) -> Result<bool> {
    if let Some(known) = &new.import_id {
        let same = need::Entity::find().filter(need::Column::ImportId.eq(known));
        if same.one(act.read()).await?.is_some() {
            return Ok(false);
        }
    }
    let created_at = new.created.unwrap_or_else(|| act.at());
    let (id, code) = (act.id_at(NeedId::from_parts, created_at), act.code());
    let risk = is_risk(new.body.as_str());
    // The clock of a step starts when the platform gets to know of it, not when another system did.
    let due_at = Calendar::official().due(act.at(), Limits::of(new.kind, risk).pass_on);
    // Masked before it is cut: of a number that is cut through, the rest would stay.
    let title = new.title.as_deref().and_then(|title| Body::imported(&mask(title)).ok());
    let title = title.map_or_else(
        || public_title(new.body.title().as_str(), new.body.as_str()),
        |title| title.title().as_str().to_owned(),
    );
    let visibility = if new.public { Visibility::Public } else { Visibility::Held };
    let public_body = new.public.then(|| mask(new.body.as_str()));
    if let Some(text) = &public_body {
        publish_words(act, id, &title, text).await?;
    }
    let changed_at = act.at();
    act.record("need.import", format!("need:{id}"), &serde_json::json!({ "channel": new.channel }))?;
    act.insert::<need::Entity>(need::Model {
        id: id.0,
        code: code.digits(),
        kind: new.kind.map(|k| k.slug().to_owned()),
        kind_reported: new.kind.map(|k| k.slug().to_owned()),
        category: new.category.map(|c| c.slug().to_owned()),
        title,
        body: new.body.as_str().to_owned(),
        public_body,
        region_id: new.region.map(Into::into),
        place_words: None,
        spot: String::new(),
        lat: None,
        lng: None,
        for_whom: "self".to_owned(),
        staff_only: false,
        channel: new.channel.slug().to_owned(),
        visibility: visibility.slug().to_owned(),
        progress: Progress::Received.slug().to_owned(),
        risk,
        unit_id: None,
        supporters: i32::try_from(new.supports).unwrap_or(i32::MAX - 1).saturating_add(1),
        voice: new.voice,
        import_id: new.import_id,
        created_at,
        due_at,
        changed_at,
        answered_at: None,
        handling: None,
    });
    append_entry(act, id, EntryWhat::Received, Party::Resident, None);
    Ok(true)
}
