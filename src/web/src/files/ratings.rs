//! One row of `import ratings`, understood.

use super::needs::channel;
use super::sheet::Cells;
use super::values::{choice, region, text_issue, time};
use chrono::{DateTime, Utc};
use domain::Secret;
use domain::places::Catalogue;
use domain::ratings::{Explanation, NewRating};
use words::{Level, Note, Outcome, Reason, Vote};

/// The columns that must be there.
pub(crate) const REQUIRED: [&str; 4] = ["service", "level", "created", "rater"];
/// The columns that may be there.
pub(crate) const OPTIONAL: [&str; 5] = ["channel", "region", "outcome", "reasons", "text"];

/// A rating with what was said beside it.
#[derive(Debug, Clone)]
pub(crate) struct ImportedRating {
    /// The rating; it always has its time.
    pub(crate) rating: NewRating,
    /// When it was given.
    pub(crate) at: DateTime<Utc>,
    /// Why, if anything was said.
    pub(crate) why: Option<Explanation>,
}

/// What a row is understood with.
pub(crate) struct Reader<'a> {
    /// Services and places.
    pub(crate) catalogue: &'a Catalogue,
    /// The key under which raters become voices.
    pub(crate) secret: &'a Secret,
    /// The time, to refuse what lies in the future.
    pub(crate) now: DateTime<Utc>,
}

impl Reader<'_> {
    /// Understands a row.
    ///
    /// # Errors
    /// What is wrong with it, in words for the rejected file.
    pub(crate) fn understand(&self, row: Cells<'_>) -> Result<ImportedRating, String> {
        let slug = row.get("service");
        let service = self.catalogue.service(slug).ok_or_else(|| match slug {
            "" => "service is empty".to_owned(),
            _ => "service is not known here".to_owned(),
        })?;
        let rater = row.get("rater");
        if rater.is_empty() {
            return Err("rater is empty".to_owned());
        }
        let at = time("created", row.get("created"), self.now)?.ok_or("created is empty")?;
        Ok(ImportedRating {
            rating: NewRating {
                service: service.id,
                voice: self.secret.rater(rater),
                vote: vote(row.get("level"), row.get("outcome"))?,
                channel: channel(row.get("channel"))?,
                entry: String::new(),
                region: region(self.catalogue, row.get("region")).map(|region| region.id),
                at: Some(at),
            },
            at,
            why: why(row.get("reasons"), row.get("text"))?,
        })
    }

    /// The name of a place that is not known here, if the row has one.
    pub(crate) fn unknown_region<'a>(&self, row: Cells<'a>) -> Option<&'a str> {
        let cell = row.get("region");
        (!cell.is_empty() && region(self.catalogue, cell).is_none()).then_some(cell)
    }
}

/// A level, or why there is none.
fn vote(level: &str, outcome: &str) -> Result<Vote, String> {
    let outcome: Option<Outcome> = choice("outcome", outcome, &["unused", "failed"])?;
    let level: Option<Level> = choice("level", level, &["1", "2", "3", "4", "5"])?;
    match (level, outcome) {
        (Some(level), None) => Ok(Vote::Level(level)),
        (None, Some(outcome)) => Ok(Vote::Outcome(outcome)),
        (Some(_), Some(_)) => Err("level and outcome are both given; only one can hold".to_owned()),
        (None, None) => Err("level is empty, and there is no outcome".to_owned()),
    }
}

/// Reasons separated by commas, semicolons, bars or spaces, and a word besides.
fn why(reasons: &str, text: &str) -> Result<Option<Explanation>, String> {
    let known: Vec<&str> = Reason::ALL.iter().map(|reason| reason.slug()).collect();
    let mut explanation = Explanation::default();
    let apart = |c: char| c.is_whitespace() || ",;|，；、".contains(c);
    for slug in reasons.split(apart).filter(|slug| !slug.is_empty()) {
        explanation.reasons.extend(choice::<Reason>("reasons", slug, &known)?);
    }
    if !text.is_empty() {
        explanation.note = Some(Note::parse(text).map_err(|issue| text_issue("text", issue))?);
    }
    let said = !explanation.reasons.is_empty() || explanation.note.is_some();
    Ok(said.then_some(explanation))
}
