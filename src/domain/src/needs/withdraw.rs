//! Take a need back.

use super::EntryWhat;
use super::report::append_entry;
use crate::cases::by_code;
use crate::{Act, Error, Result};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};
use words::{NeedId, Party, Step, TrackingCode, Visibility};

/// Takes a need back: nobody but its author sees it any more, and it stands in no queue.
///
/// # Errors
/// 404 for an unknown code, 403 for staff, 410 where it was taken back before.
pub async fn withdraw(act: &mut Act, code: TrackingCode) -> Result<()> {
    let row = by_code(act, code).await?;
    if row.visibility == Visibility::Withdrawn.slug() {
        return Err(Error::Gone);
    }
    let id = NeedId(row.id);
    let mut changed = row.into_active_model();
    changed.visibility = Set(Visibility::Withdrawn.slug().to_owned());
    changed.changed_at = Set(act.at());
    changed.update(act.write()).await?;
    act.record("need.withdraw", format!("need:{id}"), &serde_json::json!({}))?;
    append_entry(act, id, EntryWhat::Step(Step::Withdraw), Party::Resident, None);
    Ok(())
}
