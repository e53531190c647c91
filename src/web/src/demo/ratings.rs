//! Some thousand ratings over the last two hundred days, a day an act.

use super::chance::Chance;
use super::services::Profile;
use super::{DAYS, moments, remarks};
use crate::commands::{Failure, progress};
use chrono::{DateTime, Utc};
use domain::places::{Catalogue, Region};
use domain::ratings::{NewRating, explain, rate};
use domain::{Actor, Clock, Intent, Secret, Store};
use futures::future::join_all;
use std::sync::Arc;
use words::{Channel, Level, Outcome, Vote};

/// How many residents there are to choose from; prime, so that steps through it meet everybody once.
const RESIDENTS: u32 = 30_011;

/// What is cast on one day: no voice twice for the same service.
pub(super) type Day = Vec<NewRating>;

/// Plans every rating, oldest day first.
pub(super) fn plan(
    catalogue: &Catalogue,
    profiles: &[Profile],
    secret: &Secret,
    now: DateTime<Utc>,
    chance: &mut Chance,
) -> Vec<Day> {
    let mut days: Vec<Day> = vec![Vec::new(); DAYS as usize];
    let communities: Vec<&Region> = catalogue.communities().collect();
    for (nth, profile) in (0..).zip(profiles) {
        let Some(service) = catalogue.service(profile.slug.as_str()) else {
            continue;
        };
        let fixed = profile.is_fixed();
        let votes = if fixed { exactly(&profile.levels()) } else { drawn(profile, chance) };
        for (i, vote) in (0..).zip(votes) {
            let resident = (nth * 1_117 + i * 7_919) % RESIDENTS;
            let days_ago = if fixed { chance.below(85) } else { chance.below(DAYS) };
            let region = chance.pick(&communities).filter(|_| chance.happens(85)).map(|region| region.id);
            let mut rating = NewRating {
                service: service.id,
                voice: secret.rater(&format!("demonstration resident {resident}")),
                vote,
                channel: channel(profile, chance),
                entry: (*chance.pick(&["", "", "poster", "sms", "link"]).unwrap_or(&"")).to_owned(),
                region,
                at: Some(moments::at(now, days_ago, chance.between(390, 1_350))),
            };
            put(&mut days, days_ago, rating.clone());
            // Some think better of it later: the newer vote counts.
            if !fixed && days_ago > 3 && chance.happens(3) {
                let later = chance.below(days_ago - 1);
                rating.vote = one_vote(profile, chance);
                rating.at = Some(moments::at(now, later, chance.between(390, 1_350)));
                put(&mut days, later, rating);
            }
        }
    }
    days
}

fn put(days: &mut [Day], days_ago: u32, rating: NewRating) {
    if let Some(day) = days.get_mut((DAYS - 1).saturating_sub(days_ago) as usize) {
        day.push(rating);
    }
}

fn drawn(profile: &Profile, chance: &mut Chance) -> Vec<Vote> {
    (0..profile.volume).map(|_| one_vote(profile, chance)).collect()
}

fn one_vote(profile: &Profile, chance: &mut Chance) -> Vote {
    if chance.happens(profile.failed) {
        return Vote::Outcome(Outcome::Failed);
    }
    if chance.happens(2) {
        return Vote::Outcome(Outcome::Unused);
    }
    level(chance.weighed(&profile.levels()))
}

fn exactly(levels: &[u32; 5]) -> Vec<Vote> {
    (0..5).zip(levels).flat_map(|(place, n)| (0..*n).map(move |_| level(place))).collect()
}

fn level(place: usize) -> Vote {
    Vote::Level(Level::ALL.iter().rev().nth(place).copied().unwrap_or(Level::FairlySatisfied))
}

fn channel(profile: &Profile, chance: &mut Chance) -> Channel {
    let (helped, own) = (profile.assisted, 100 - profile.assisted);
    [Channel::Own, Channel::Assisted, Channel::Phone, Channel::Paper]
        .get(chance.weighed(&[own * 9, helped * 8, own / 2, helped]))
        .copied()
        .unwrap_or(Channel::Own)
}

/// Days that are written together: their acts share commits, and nothing in a day depends on the day before.
const TOGETHER: usize = 10;

/// Casts every rating, and says why for some of the later ones. Answers how many.
pub(super) async fn cast(store: &Store, clock: &Clock, days: Vec<Day>, chance: &mut Chance) -> Result<usize, Failure> {
    let bar = progress("ratings", days.len());
    let mut n = 0;
    for (nth, some) in days.chunks(TOGETHER).enumerate() {
        let cast = join_all(some.iter().map(|day| cast_day(store, clock, day))).await;
        n += cast.into_iter().sum::<domain::Result<usize>>()?;
        let mut explained = Vec::new();
        for rating in some.iter().flatten().filter(|_| nth * TOGETHER > 80) {
            if chance.happens(14) {
                explained.push((rating.clone(), remarks::beside(rating.vote, chance)));
            }
        }
        let acts = explained.into_iter().map(|(rating, why)| {
            store.write(Intent::by(Actor::Guest(rating.voice)), move |act| {
                Box::pin(explain(act, rating.service, why.clone()))
            })
        });
        join_all(acts).await.into_iter().collect::<domain::Result<Vec<()>>>()?;
        bar.inc(some.len() as u64);
    }
    bar.finish_and_clear();
    Ok(n)
}

/// One day in one act, in the evening. An act takes its time when it is handed in.
async fn cast_day(store: &Store, clock: &Clock, day: &[NewRating]) -> domain::Result<usize> {
    let Some(evening) = day.iter().filter_map(|rating| rating.at).max() else {
        return Ok(0);
    };
    clock.set(evening);
    let voices: Vec<_> = day.iter().map(|rating| rating.voice.clone()).collect();
    let ratings: Arc<[NewRating]> = day.into();
    let votes = store.write(Intent::by(Actor::System).moving(voices), move |act| {
        let ratings = Arc::clone(&ratings);
        Box::pin(async move {
            for rating in ratings.iter() {
                rate(act, rating.clone()).await?;
            }
            Ok(())
        })
    });
    votes.await.map(|()| day.len())
}
