//! `import tallies`.

use super::batches::{Lines, Verb, write};
use super::{Aside, Outcome};
use crate::commands::{Failure, say};
use crate::files::tallies::{MonthOfCounts, readable, understand};
use domain::places::Catalogue;
use domain::ratings::{ImportedTally, import_tally};
use domain::services::{self, NewService};
use domain::{Act, Actor, Intent, Store};
use futures::future::BoxFuture;
use std::collections::{BTreeSet, HashMap};
use words::{ServiceClass, ServiceSlug};

const VERB: Verb<ImportedTally> = Verb { what: "months", voice: |_| None, run: bring_in };

fn bring_in(act: &mut Act, tally: ImportedTally) -> BoxFuture<'_, domain::Result<bool>> {
    Box::pin(async move { import_tally(act, tally).await.map(|()| true) })
}

/// Imports the counts of months. What was brought in for the same service and month before is replaced.
pub(super) async fn run(store: &Store, aside: &Aside<'_>) -> Result<Outcome, Failure> {
    let today = words::china_day(store.clock().now());
    let (months, rejected) = aside.sort_out(|row| understand(row, today))?;
    let mut outcome = Outcome { rejected, ..Outcome::default() };
    let months = without_twins(months, &mut outcome);
    let catalogue = Catalogue::of(store).await?;
    let unknown: BTreeSet<&ServiceSlug> = months
        .iter()
        .map(|(_, month)| &month.service)
        .filter(|slug| catalogue.service(slug.as_str()).is_none())
        .collect();
    for slug in unknown {
        create(store, slug).await?;
    }
    Catalogue::forget(store).await;
    let catalogue = Catalogue::of(store).await?;
    let tallies = months.into_iter().filter_map(|(line, m)| {
        let service = catalogue.service(m.service.as_str())?.id;
        let (month, counts, invited, transactions) = (m.month, m.counts, m.invited, m.transactions);
        Some((line, ImportedTally { service, month, counts, invited, transactions }))
    });
    write(store, &VERB, tallies.collect(), |_| None::<()>, &mut outcome).await?;
    Ok(outcome)
}

/// A month that stands twice in one file counts once; where the two disagree, nobody can say which is right.
fn without_twins(months: Lines<MonthOfCounts>, outcome: &mut Outcome) -> Lines<MonthOfCounts> {
    let mut first: HashMap<(ServiceSlug, chrono::NaiveDate), (u64, MonthOfCounts)> = HashMap::new();
    let mut kept = Vec::new();
    for (line, month) in months {
        match first.get(&(month.service.clone(), month.month)) {
            Some((_, before)) if *before == month => outcome.known += 1,
            Some((before, _)) => {
                outcome.rejected.insert(line, format!("line {before} has other counts for the same service and month"));
            }
            None => {
                first.insert((month.service.clone(), month.month), (line, month.clone()));
                kept.push((line, month));
            }
        }
    }
    kept
}

/// A service of another system that the catalogue does not have: in a class of its own, under its readable name.
async fn create(store: &Store, slug: &ServiceSlug) -> Result<(), Failure> {
    let name = readable(slug);
    let new = NewService {
        slug: slug.clone(),
        class: ServiceClass::Imported,
        name_zh: name.clone(),
        name_en: name.clone(),
        unit: None,
        region: None,
        statutory: false,
    };
    store.write(Intent::by(Actor::System), move |act| Box::pin(services::create(act, new.clone()))).await?;
    say(format!("{slug} is a new service: \"{name}\"."));
    Ok(())
}
