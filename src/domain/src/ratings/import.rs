//! Bring in monthly counts from another system.

use super::entity::imported;
use crate::act::TallyKey;
use crate::{Act, Result};
use chrono::{Months, NaiveDate};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QuerySelect};
use words::{Channel, Level, ServiceId, Vote};

/// One row of `import tallies`, understood.
#[derive(Debug, Clone)]
pub struct ImportedTally {
    /// The service.
    pub service: ServiceId,
    /// The first day of the month.
    pub month: NaiveDate,
    /// n1 to n5.
    pub counts: [u64; 5],
    /// How many were invited to rate, where known.
    pub invited: Option<u64>,
    /// How many transactions there were, where known.
    pub transactions: Option<u64>,
}

/// The day under which imported counts of a month stand: its last.
pub(crate) fn last_day(month: NaiveDate) -> NaiveDate {
    month.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(month)
}

/// Brings in the counts of one month. The same month again replaces what was brought in before.
///
/// # Errors
/// Whatever the database says.
pub async fn import_tally(act: &mut Act, new: ImportedTally) -> Result<()> {
    let known = imported::Entity::find_by_id((new.service.0, new.month)).lock_exclusive();
    let before = known.one(act.read()).await?;
    let old = before.as_ref().map_or([0; 5], |b| [b.n1, b.n2, b.n3, b.n4, b.n5]);
    let n = new.counts.map(|n| i64::try_from(n).unwrap_or(i64::MAX));
    let day = last_day(new.month);
    let key = TallyKey { service: new.service, day, channel: Channel::Import, verified: false, region: None };
    for (level, (new, old)) in (1..=5).zip(n.into_iter().zip(old)) {
        if let Ok(level) = Level::try_from(level) {
            act.tally(key, Vote::Level(level), new - old);
        }
    }
    let row = imported::Model {
        service_id: new.service.0,
        month: new.month,
        n1: n[0],
        n2: n[1],
        n3: n[2],
        n4: n[3],
        n5: n[4],
        invited: new.invited.and_then(|i| i64::try_from(i).ok()),
        transactions: new.transactions.and_then(|t| i64::try_from(t).ok()),
    };
    act.record("tally.import", format!("service:{}", new.service), &serde_json::json!({ "month": new.month }))?;
    if before.is_some() {
        row.into_active_model().reset_all().update(act.write()).await?;
    } else {
        act.insert::<imported::Entity>(row);
    }
    Ok(())
}
