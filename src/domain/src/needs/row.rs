//! A need as the rest of the house sees it: typed, and without the tracking code, which only its holder may see.

use super::entity::{entry, need};
use crate::{Error, Result};
use chrono::{DateTime, Utc};
use words::{
    Category, Channel, EntryId, ForWhom, Level, NeedId, NeedKind, Party, PersonId, Point, Progress, RegionId, Step,
    UnitId, Visibility,
};

/// One need.
#[derive(Debug, Clone)]
pub struct Need {
    /// Its id: the case number on staff screens.
    pub id: NeedId,
    /// Urgent, difficult or longed-for; none for an imported one until a worker chooses.
    pub kind: Option<NeedKind>,
    /// What it is about; none means "please choose for me".
    pub category: Option<Category>,
    /// The first sentence, or what a worker made of it.
    pub title: String,
    /// The whole text, for its author and for those who handle it.
    pub body: String,
    /// The masked text, once a worker has passed it.
    pub public_body: Option<String>,
    /// The community, where known.
    pub region: Option<RegionId>,
    /// The place in the resident's words, where the list did not have it.
    pub place_words: Option<String>,
    /// The exact spot; may be empty.
    pub spot: String,
    /// Where the phone was; on a grid of 100 m in public.
    pub point: Option<Point>,
    /// For whom the resident speaks.
    pub for_whom: ForWhom,
    /// The resident asked that only staff see it.
    pub staff_only: bool,
    /// Which way it came.
    pub channel: Channel,
    /// Who may see it.
    pub visibility: Visibility,
    /// How far it is.
    pub progress: Progress,
    /// Somebody may be in danger.
    pub risk: bool,
    /// Who holds it.
    pub unit: Option<UnitId>,
    /// How many residents have it, its author included.
    pub supporters: u32,
    /// When it was reported.
    pub created_at: DateTime<Utc>,
    /// When the present step runs out.
    pub due_at: DateTime<Utc>,
    /// When it was answered last.
    pub answered_at: Option<DateTime<Utc>>,
    /// How satisfied the resident is with the handling, once they said so.
    pub handling: Option<Level>,
}

impl Need {
    /// Whether a deadline has passed while somebody still has to act.
    pub fn is_overdue(&self, now: DateTime<Utc>) -> bool {
        self.progress.is_open() && self.due_at < now
    }

    /// The text that the public may read.
    pub fn public_text(&self) -> &str {
        self.public_body.as_deref().unwrap_or_default()
    }
}

/// What a line of the timeline says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryWhat {
    /// It was received.
    Received,
    /// A step was taken.
    Step(Step),
    /// The resident corrected it within ten minutes.
    Revised,
    /// It was published.
    Published,
    /// The resident rated the handling.
    HandlingRated,
}

/// One line of the timeline.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its id, ordered by time.
    pub id: EntryId,
    /// When.
    pub at: DateTime<Utc>,
    /// What happened.
    pub what: EntryWhat,
    /// On whose side.
    pub party: Party,
    /// Which member of staff; shown to colleagues only.
    pub person: Option<PersonId>,
    /// Which unit it went to, or answered.
    pub unit: Option<UnitId>,
    /// The words that the other side is owed, word for word.
    pub text: Option<String>,
    /// Whether everybody may read it once the need is public.
    pub public: bool,
}

impl TryFrom<need::Model> for Need {
    type Error = Error;
    fn try_from(row: need::Model) -> Result<Self> {
        let parse = |e: words::UnknownSlug| Error::internal(e);
        let point = row.lat.zip(row.lng).map(|(lat, lng)| Point::parse(&lat.to_string(), &lng.to_string()));
        let level = row.handling.and_then(|n| u8::try_from(n).ok()).map(Level::try_from);
        Ok(Self {
            id: NeedId(row.id),
            kind: row.kind.as_deref().map(str::parse).transpose().map_err(parse)?,
            category: row.category.as_deref().map(str::parse).transpose().map_err(parse)?,
            title: row.title,
            body: row.body,
            public_body: row.public_body,
            region: row.region_id.map(RegionId),
            place_words: row.place_words,
            spot: row.spot,
            point: point.and_then(Result::ok).flatten(),
            for_whom: row.for_whom.parse().map_err(parse)?,
            staff_only: row.staff_only,
            channel: row.channel.parse().map_err(parse)?,
            visibility: row.visibility.parse().map_err(parse)?,
            progress: row.progress.parse().map_err(parse)?,
            risk: row.risk,
            unit: row.unit_id.map(UnitId),
            supporters: u32::try_from(row.supporters).unwrap_or(0),
            created_at: row.created_at,
            due_at: row.due_at,
            answered_at: row.answered_at,
            handling: level.transpose().map_err(parse)?,
        })
    }
}

impl EntryWhat {
    /// The word kept in the table.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Step(step) => step.slug(),
            Self::Revised => "revised",
            Self::Published => "published",
            Self::HandlingRated => "handling-rated",
        }
    }

    fn parse(slug: &str) -> Result<Self> {
        match slug {
            "received" => Ok(Self::Received),
            "revised" => Ok(Self::Revised),
            "published" => Ok(Self::Published),
            "handling-rated" => Ok(Self::HandlingRated),
            step => step.parse().map(Self::Step).map_err(Error::internal),
        }
    }
}

impl TryFrom<entry::Model> for Entry {
    type Error = Error;
    fn try_from(row: entry::Model) -> Result<Self> {
        Ok(Self {
            id: EntryId(row.id),
            at: row.at,
            what: EntryWhat::parse(&row.what)?,
            party: row.party.parse().map_err(Error::internal)?,
            person: row.person_id.map(PersonId),
            unit: row.unit_id.map(UnitId),
            text: row.text,
            public: row.public,
        })
    }
}
