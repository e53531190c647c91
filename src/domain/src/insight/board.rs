//! The board: one line a service, ranked within its class, read from tallies only.

use super::Period;
use crate::places::Catalogue;
use crate::ratings::entity::{day, imported};
use crate::services::Service;
use crate::{Result, Store};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use measure::{Counts, Policy, Row, Weighted};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use tokio::sync::Mutex;
use words::{Channel, ServiceClass, ServiceId, china_day};

/// One service on the board.
#[derive(Debug, Clone)]
pub struct Line {
    /// The service.
    pub service: Service,
    /// The five whole counts of active ratings, imported ones included.
    pub counts: Counts,
    /// Said that they did not use it.
    pub unused: u64,
    /// Said that they could not finish.
    pub failed: u64,
    /// The counts with old answers faded.
    pub weighted: Weighted,
    /// How many were invited to rate, where known.
    pub invited: Option<u64>,
    /// Ratings that somebody helped with, of all.
    pub assisted: u64,
    /// Ratings that came from another system, of all.
    pub imported: u64,
    /// Ratings behind which a phone stands.
    pub verified: u64,
    /// Posterior, rank, verdict.
    pub row: Row<ServiceId>,
}

/// A class of services with its lines: ranked ones first, best first, then those without a rank.
#[derive(Debug, Clone)]
pub struct ClassBoard {
    /// Which class.
    pub class: ServiceClass,
    /// The mean of the class; none where too few are ranked to speak of one.
    pub mean: Option<f64>,
    /// One line a service that has any answer, or was in the catalogue.
    pub lines: Vec<Line>,
}

/// All classes in one period.
#[derive(Debug, Clone)]
pub struct Board {
    /// The period.
    pub period: Period,
    /// When it was counted.
    pub counted_at: DateTime<Utc>,
    /// Class by class.
    pub classes: Vec<ClassBoard>,
}

/// Boards with the time at which they were counted, for at most two seconds.
pub type Kept = Mutex<HashMap<Period, Arc<Board>>>;

#[derive(Default)]
struct Gathered {
    by_day: BTreeMap<NaiveDate, Counts>,
    all: Counts,
    unused: u64,
    failed: u64,
    assisted: u64,
    imported: u64,
    verified: u64,
}

impl Board {
    /// The board of a period, counted now or at most two seconds ago.
    ///
    /// # Errors
    /// Whatever the database says.
    pub async fn of(store: &Store, catalogue: &Catalogue, period: Period) -> Result<Arc<Self>> {
        let now = store.clock().now();
        let mut kept = store.rankings_kept().lock().await;
        if let Some(board) = kept.get(&period)
            && (now - board.counted_at).abs() < TimeDelta::seconds(2)
        {
            return Ok(Arc::clone(board));
        }
        let board = Arc::new(Self::count(store, catalogue, period, now).await?);
        if kept.len() > 64 {
            kept.clear();
        }
        kept.insert(period, Arc::clone(&board));
        Ok(board)
    }

    /// Every line of every class.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.classes.iter().flat_map(|class| class.lines.iter())
    }

    async fn count(store: &Store, catalogue: &Catalogue, period: Period, now: DateTime<Utc>) -> Result<Self> {
        let today = china_day(now);
        let (first, last) = period.days(today);
        let in_period = day::Entity::find().filter(day::Column::Day.between(first, last));
        let mut gathered: HashMap<ServiceId, Gathered> = HashMap::new();
        for row in in_period.all(store.read()).await? {
            gather(gathered.entry(ServiceId(row.service_id)).or_default(), &row);
        }
        let invited: HashMap<ServiceId, u64> = match period {
            Period::Rolling => HashMap::new(),
            Period::Month(month) => imported::Entity::find()
                .filter(imported::Column::Month.eq(month))
                .all(store.read())
                .await?
                .into_iter()
                .filter_map(|row| Some((ServiceId(row.service_id), u64::try_from(row.invited?).ok()?)))
                .collect(),
        };
        let policy = Policy::default();
        let until = last.min(today);
        let mut classes = Vec::new();
        for class in ServiceClass::ALL {
            let services = catalogue.services.iter().filter(|service| service.class == *class);
            let of_class: Vec<(&Service, Gathered)> =
                services.map(|service| (service, gathered.remove(&service.id).unwrap_or_default())).collect();
            if !of_class.is_empty() {
                classes.push(rank_class(*class, of_class, &invited, until, &policy));
            }
        }
        Ok(Self { period, counted_at: now, classes })
    }
}

fn whole(n: i64) -> u64 {
    u64::try_from(n).unwrap_or(0)
}

fn gather(into: &mut Gathered, row: &day::Model) {
    let counts = Counts::new([row.n1, row.n2, row.n3, row.n4, row.n5].map(whole));
    let day = into.by_day.entry(row.day).or_default();
    *day = day.plus(counts);
    into.all = into.all.plus(counts);
    into.unused += whole(row.unused);
    into.failed += whole(row.failed);
    let n = counts.n();
    if row.channel == Channel::Assisted.slug() || row.channel == Channel::Paper.slug() {
        into.assisted += n;
    }
    if row.channel == Channel::Import.slug() {
        into.imported += n;
    }
    if row.verified {
        into.verified += n;
    }
}

fn rank_class(
    class: ServiceClass,
    of_class: Vec<(&Service, Gathered)>,
    invited: &HashMap<ServiceId, u64>,
    until: NaiveDate,
    policy: &Policy,
) -> ClassBoard {
    let inputs: Vec<measure::Service<ServiceId>> = of_class
        .iter()
        .map(|(service, gathered)| {
            let aged = gathered.by_day.iter().map(|(day, counts)| ((until - *day).num_days() as f64, *counts));
            measure::Service {
                id: service.id,
                counts: gathered.all,
                weighted: Weighted::aged(aged, policy.half_life_days),
                raters: gathered.all.n(),
                invited: invited.get(&service.id).copied(),
                flagged: service.flagged,
            }
        })
        .collect();
    let ranking = measure::rank(&inputs, policy);
    let mut lines: Vec<Line> = of_class
        .into_iter()
        .zip(inputs)
        .zip(ranking.rows)
        .map(|(((service, gathered), input), row)| Line {
            service: service.clone(),
            counts: gathered.all,
            unused: gathered.unused,
            failed: gathered.failed,
            weighted: input.weighted,
            invited: input.invited,
            assisted: gathered.assisted,
            imported: gathered.imported,
            verified: gathered.verified,
            row,
        })
        .collect();
    lines.sort_by(|a, b| {
        let place = |line: &Line| line.row.rank.unwrap_or(u32::MAX);
        place(a).cmp(&place(b)).then(b.counts.n().cmp(&a.counts.n())).then(a.service.slug.cmp(&b.service.slug))
    });
    ClassBoard { class, mean: ranking.mean, lines }
}
