//! The queue of a worker or a unit, and one case in it.

use super::policy;
use crate::needs::entity::need;
use crate::needs::{Entry, Need, entries};
use crate::places::Catalogue;
use crate::{Actor, Error, Result, Staff, Store};
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use uuid::Uuid;
use words::{NeedId, Progress, RegionId, Role, UnitId, Visibility};

/// How many cases a page of the queue shows.
const PAGE: u64 = 30;

/// Which part of the queue.
#[derive(Debug, Clone, Default)]
pub struct QueueFilter {
    /// The last case of the page before.
    pub after: Option<NeedId>,
}

/// A page of the queue.
#[derive(Debug, Clone, Default)]
pub struct Queue {
    /// The cases: risk first, then what is due soonest, then the oldest.
    pub cases: Vec<Need>,
    /// How many wait in all.
    pub waiting: u64,
    /// How many of them are due before the end of the day, or were due before.
    pub due_today: u64,
    /// Where to go on, if there are more.
    pub after: Option<NeedId>,
}

/// What waits for this person.
///
/// # Errors
/// 403 for those who handle no cases.
pub async fn queue(store: &Store, catalogue: &Catalogue, staff: &Staff, filter: &QueueFilter) -> Result<Queue> {
    let mine = mine(catalogue, staff)?;
    let waiting = mine.clone().count(store.read()).await?;
    let now = store.clock().now();
    let midnight = words::china_day(now).succ_opt().and_then(|day| day.and_hms_opt(0, 0, 0));
    let end_of_day = midnight.map_or(now, |at| at.and_utc() - chrono::TimeDelta::hours(8));
    let due_today = mine.clone().filter(need::Column::DueAt.lt(end_of_day)).count(store.read()).await?;
    let mut page = mine;
    if let Some(after) = filter.after {
        let last = need::Entity::find_by_id(after.0).one(store.read()).await?.ok_or(Error::NotFound)?;
        page = page.filter(after_row(&last));
    }
    let ordered =
        page.order_by_desc(need::Column::Risk).order_by_asc(need::Column::DueAt).order_by_asc(need::Column::Id);
    let rows = ordered.limit(PAGE + 1).all(store.read()).await?;
    let more = rows.len() as u64 > PAGE;
    let cases: Vec<Need> = rows.into_iter().take(30).map(Need::try_from).collect::<Result<_>>()?;
    let after = cases.last().filter(|_| more).map(|case| case.id);
    Ok(Queue { cases, waiting, due_today, after })
}

/// One case with its timeline, for those who may see it.
///
/// # Errors
/// 404 where it does not exist or is not theirs.
pub async fn case(store: &Store, catalogue: &Catalogue, staff: &Staff, id: NeedId) -> Result<(Need, Vec<Entry>)> {
    let row = need::Entity::find_by_id(id.0).one(store.read()).await?.ok_or(Error::NotFound)?;
    let actor = Actor::Staff(staff.clone());
    let (region, unit) = (row.region_id.map(RegionId), row.unit_id.map(UnitId));
    policy::party_of(&actor, catalogue, region, unit)?;
    if row.visibility == Visibility::Withdrawn.slug() {
        return Err(Error::Gone);
    }
    Ok((row.try_into()?, entries(store, id).await?))
}

/// What stands in somebody's queue: for a worker what is received in their region, for a unit what it holds.
fn mine(catalogue: &Catalogue, staff: &Staff) -> Result<Select<need::Entity>> {
    let seen = need::Entity::find().filter(need::Column::Visibility.ne(Visibility::Withdrawn.slug()));
    match (staff.role, staff.unit) {
        (Role::Worker | Role::Admin, _) => {
            let received = seen.filter(need::Column::Progress.eq(Progress::Received.slug()));
            Ok(match staff.region {
                None => received,
                Some(region) => {
                    let within: Vec<Uuid> = catalogue.within(region).into_iter().map(Into::into).collect();
                    let here = need::Column::RegionId.is_in(within);
                    received.filter(Condition::any().add(here).add(need::Column::RegionId.is_null()))
                }
            })
        }
        (Role::Unit, Some(unit)) => {
            let open: Vec<&str> = Progress::ALL.iter().filter(|p| p.is_open()).map(|p| p.slug()).collect();
            Ok(seen.filter(need::Column::UnitId.eq(unit.0)).filter(need::Column::Progress.is_in(open)))
        }
        (Role::Unit | Role::Official, _) => Err(Error::Forbidden),
    }
}

fn after_row(last: &need::Model) -> Condition {
    let later = Condition::all().add(need::Column::Risk.eq(last.risk)).add(need::Column::DueAt.gt(last.due_at));
    let same = Condition::all()
        .add(need::Column::Risk.eq(last.risk))
        .add(need::Column::DueAt.eq(last.due_at))
        .add(need::Column::Id.gt(last.id));
    let calmer = if last.risk { Some(need::Column::Risk.eq(false)) } else { None };
    Condition::any().add(later).add(same).add_option(calmer)
}
