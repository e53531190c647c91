//! One row of `import needs`, understood.

use super::sheet::Cells;
use super::values::{choice, number, region, text_issue, time};
use chrono::{DateTime, Utc};
use domain::Secret;
use domain::needs::ImportedNeed;
use domain::places::Catalogue;
use words::{Body, Category, Channel, NeedKind};

/// The columns that must be there.
pub(crate) const REQUIRED: [&str; 1] = ["body"];
/// The columns that may be there.
pub(crate) const OPTIONAL: [&str; 12] = [
    "id", "author", "created", "title", "kind", "category", "region", "unit", "answer", "answered", "supports",
    "channel",
];

/// The longest id of another system.
const LONGEST_ID: usize = 100;

/// What a row is understood with.
pub(crate) struct Reader<'a> {
    /// Places, for the column `region`.
    pub(crate) catalogue: &'a Catalogue,
    /// The key under which authors become voices.
    pub(crate) secret: &'a Secret,
    /// The time, to refuse what lies in the future.
    pub(crate) now: DateTime<Utc>,
    /// Whether to publish at once.
    pub(crate) public: bool,
}

impl Reader<'_> {
    /// Understands a row.
    ///
    /// # Errors
    /// What is wrong with it, in words for the rejected file.
    pub(crate) fn understand(&self, row: Cells<'_>) -> Result<ImportedNeed, String> {
        let id = row.get("id");
        if id.chars().count() > LONGEST_ID || id.chars().any(char::is_control) {
            return Err(format!("id has more than {LONGEST_ID} characters, or unprintable ones"));
        }
        let body = Body::imported(row.get("body")).map_err(|issue| text_issue("body", issue))?;
        let title = row.get("title");
        if !title.is_empty() {
            Body::imported(title).map_err(|issue| text_issue("title", issue))?;
        }
        let supports = number("supports", row.get("supports"))?.unwrap_or(0);
        let author = row.get("author");
        let voice = if author.is_empty() { String::new() } else { self.secret.rater(author).hash().to_owned() };
        Ok(ImportedNeed {
            import_id: (!id.is_empty()).then(|| id.to_owned()),
            created: time("created", row.get("created"), self.now)?,
            title: (!title.is_empty()).then(|| title.to_owned()),
            body,
            kind: kind(row.get("kind"))?,
            category: choice(
                "category",
                row.get("category"),
                &Category::ALL.iter().map(|c| c.slug()).collect::<Vec<_>>(),
            )?,
            region: region(self.catalogue, row.get("region")).map(|region| region.id),
            supports: u32::try_from(supports).unwrap_or(u32::MAX),
            channel: channel(row.get("channel"))?,
            voice,
            public: self.public,
        })
    }

    /// The name of a place that is not known here, if the row has one.
    pub(crate) fn unknown_region<'a>(&self, row: Cells<'a>) -> Option<&'a str> {
        let cell = row.get("region");
        (!cell.is_empty() && region(self.catalogue, cell).is_none()).then_some(cell)
    }
}

/// A kind by its short name or its Chinese character; an empty cell is unclassified 未分.
fn kind(cell: &str) -> Result<Option<NeedKind>, String> {
    match cell {
        "急" => Ok(Some(NeedKind::Urgent)),
        "难" => Ok(Some(NeedKind::Difficult)),
        "盼" => Ok(Some(NeedKind::LongedFor)),
        slug => choice("kind", slug, &["urgent", "difficult", "longed"]),
    }
}

/// Which way it came there; a file that does not say is an import.
pub(super) fn channel(cell: &str) -> Result<Channel, String> {
    let known: Vec<&str> = Channel::ALL.iter().map(|channel| channel.slug()).collect();
    Ok(choice("channel", cell, &known)?.unwrap_or(Channel::Import))
}
