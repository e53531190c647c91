//! Move tallies: sums of a whole group, added in one statement a table.

use super::entity::{day, region};
use crate::act::TallyKey;
use chrono::{Datelike, NaiveDate};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, Iden};
use std::collections::BTreeMap;
use words::{RegionId, ServiceId};

type Sums = [i64; 7];

/// The first day of a month.
pub(crate) fn month_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// Adds sums to the rows they belong to, making rows where there are none.
pub(crate) async fn add(db: &impl ConnectionTrait, sums: BTreeMap<TallyKey, Sums>) -> Result<(), DbErr> {
    let mut by_day: BTreeMap<(ServiceId, NaiveDate, &str, bool), Sums> = BTreeMap::new();
    let mut by_region: BTreeMap<(ServiceId, NaiveDate, RegionId), Sums> = BTreeMap::new();
    for (key, sums) in sums {
        plus(by_day.entry((key.service, key.day, key.channel.slug(), key.verified)).or_default(), sums);
        if let Some(region) = key.region {
            plus(by_region.entry((key.service, month_of(key.day), region)).or_default(), sums);
        }
    }
    by_day.retain(|_, sums| *sums != Sums::default());
    by_region.retain(|_, sums| *sums != Sums::default());
    // Collected before anything is awaited: a closure over borrowed keys is not `Send` for every lifetime.
    let by_day: Vec<day::ActiveModel> = by_day
        .into_iter()
        .map(|((service, day, channel, verified), n)| day::ActiveModel {
            service_id: Set(service.0),
            day: Set(day),
            channel: Set(channel.to_owned()),
            verified: Set(verified),
            n1: Set(n[0]),
            n2: Set(n[1]),
            n3: Set(n[2]),
            n4: Set(n[3]),
            n5: Set(n[4]),
            unused: Set(n[5]),
            failed: Set(n[6]),
        })
        .collect();
    for some in chunks(by_day) {
        use day::Column as D;
        let mut clash = OnConflict::columns([D::ServiceId, D::Day, D::Channel, D::Verified]);
        let sums = [D::N1, D::N2, D::N3, D::N4, D::N5, D::Unused, D::Failed].map(|c| (c, plus_excluded("tallies", &c)));
        day::Entity::insert_many(some).on_conflict(clash.values(sums).to_owned()).exec_without_returning(db).await?;
    }
    let by_region: Vec<region::ActiveModel> = by_region
        .into_iter()
        .map(|((service, month, region), n)| region::ActiveModel {
            service_id: Set(service.0),
            month: Set(month),
            region_id: Set(region.0),
            n1: Set(n[0]),
            n2: Set(n[1]),
            n3: Set(n[2]),
            n4: Set(n[3]),
            n5: Set(n[4]),
            unused: Set(n[5]),
            failed: Set(n[6]),
        })
        .collect();
    for some in chunks(by_region) {
        use region::Column as R;
        let mut clash = OnConflict::columns([R::ServiceId, R::Month, R::RegionId]);
        let sums =
            [R::N1, R::N2, R::N3, R::N4, R::N5, R::Unused, R::Failed].map(|c| (c, plus_excluded("region_tallies", &c)));
        region::Entity::insert_many(some).on_conflict(clash.values(sums).to_owned()).exec_without_returning(db).await?;
    }
    Ok(())
}

/// Rows a statement, well below the limits of both databases.
fn chunks<T>(mut rows: Vec<T>) -> Vec<Vec<T>> {
    let mut chunks = Vec::new();
    while !rows.is_empty() {
        let rest = rows.split_off(rows.len().min(500));
        chunks.push(std::mem::replace(&mut rows, rest));
    }
    chunks
}

fn plus(sums: &mut Sums, more: Sums) {
    for (mine, more) in sums.iter_mut().zip(more) {
        *mine += more;
    }
}

/// `table.column + excluded.column`, the same in both databases.
fn plus_excluded(table: &'static str, column: &impl Iden) -> Expr {
    let name = column.to_string();
    Expr::col((table, name.clone())).add(Expr::col(("excluded", name)))
}
