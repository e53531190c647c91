//! Plays the planned stories in the order of time, each deed by the person who would do it.

use super::deeds::{Deed, Story};
use super::people::Team;
use crate::commands::{Failure, progress};
use chrono::{DateTime, Utc};
use domain::cases::{Move, confirm, rate_handling, take};
use domain::needs::{Reported, join, report, withdraw};
use domain::places::Catalogue;
use domain::{Actor, Clock, Intent, Staff, Store, Voice};
use futures::future::join_all;
use std::sync::Arc;
use words::NeedId;

/// How many deeds are handed in together at most.
const AT_ONCE: usize = 16;

struct Stage<'a> {
    store: &'a Store,
    catalogue: &'a Arc<Catalogue>,
    team: &'a Team,
}

/// Plays every story.
pub(super) async fn play(
    store: &Store,
    clock: &Clock,
    catalogue: &Arc<Catalogue>,
    team: &Team,
    stories: Vec<Story>,
) -> Result<(), Failure> {
    let stage = Stage { store, catalogue, team };
    let mut deeds: Vec<(DateTime<Utc>, usize, usize)> = Vec::new();
    for (nth, story) in stories.iter().enumerate() {
        let mut last = DateTime::<Utc>::MIN_UTC;
        for (place, (at, _)) in story.deeds.iter().enumerate() {
            // A short day near now must not turn the order of a story round.
            last = last.max(*at);
            deeds.push((last, nth, place));
        }
    }
    deeds.sort_unstable();
    let bar = progress("needs", deeds.len());
    let mut reported: Vec<Option<Reported>> = vec![None; stories.len()];
    let mut rest = deeds.as_slice();
    while !rest.is_empty() {
        let (now, later) = rest.split_at(independent(rest));
        let done = now.iter().map(|(at, nth, place)| {
            let voice = store.secret().rater(&format!("demonstration author {nth}"));
            let (known, story, deed) = (reported[*nth].clone(), &stories[*nth], &stories[*nth].deeds[*place].1);
            let stage = &stage;
            async move {
                // An act takes its time when it is handed in.
                clock.set(*at);
                match known {
                    None => stage.report(voice, story).await,
                    Some(known) => stage.act(voice, &known, deed).await.map(|()| known),
                }
            }
        });
        for ((_, nth, _), known) in now.iter().zip(join_all(done).await) {
            reported[*nth] = Some(known?);
        }
        bar.inc(now.len() as u64);
        rest = later;
    }
    bar.finish_and_clear();
    Ok(())
}

/// How many of the next deeds belong to as many stories: they share a commit, since none waits for another.
fn independent(deeds: &[(DateTime<Utc>, usize, usize)]) -> usize {
    let mut stories = std::collections::HashSet::new();
    deeds.iter().take(AT_ONCE).take_while(|(_, nth, _)| stories.insert(*nth)).count()
}

impl Stage<'_> {
    async fn report(&self, voice: Voice, story: &Story) -> domain::Result<Reported> {
        let (catalogue, need) = (Arc::clone(self.catalogue), story.need.clone());
        self.store
            .write(Intent::by(Actor::Guest(voice)), move |act| {
                let (catalogue, need) = (Arc::clone(&catalogue), need.clone());
                Box::pin(async move { report(act, &catalogue, need).await })
            })
            .await
    }

    async fn act(&self, voice: Voice, known: &Reported, deed: &Deed) -> domain::Result<()> {
        let (id, code) = (known.id, known.code);
        let guest = Intent::by(Actor::Guest(voice));
        let worker = &self.team.worker;
        match deed.clone() {
            Deed::Report => Ok(()),
            Deed::Ask(text) => self.step(worker.clone(), id, Move::Ask(text)).await,
            Deed::Refuse(text) => self.step(worker.clone(), id, Move::Refuse(text)).await,
            Deed::Accept(unit) => self.step(worker.clone(), id, Move::Accept { unit, kind: None, title: None }).await,
            Deed::Begin(unit) => self.step(self.team.clerk(unit), id, Move::Begin).await,
            Deed::Answer(unit, text) => self.step(self.team.clerk(unit), id, Move::Answer(text)).await,
            Deed::Join(times) => self.join(id, times).await,
            Deed::Withdraw => self.store.write(guest, move |act| Box::pin(withdraw(act, code))).await,
            Deed::Rate(level) => self.store.write(guest, move |act| Box::pin(rate_handling(act, code, level))).await,
            Deed::Confirm(solved, why) => {
                self.store.write(guest, move |act| Box::pin(confirm(act, code, solved, why.clone()))).await.map(drop)
            }
        }
    }

    async fn step(&self, staff: Staff, id: NeedId, step: Move) -> domain::Result<()> {
        let catalogue = Arc::clone(self.catalogue);
        self.store
            .write(Intent::by(Actor::Staff(staff)), move |act| {
                let (catalogue, step) = (Arc::clone(&catalogue), step.clone());
                Box::pin(async move { take(act, &catalogue, id, step).await })
            })
            .await
            .map(drop)
    }

    async fn join(&self, id: NeedId, times: u32) -> domain::Result<()> {
        let neighbours = (0..times).map(|nth| {
            let voice = self.store.secret().rater(&format!("demonstration neighbour {nth}"));
            self.store.write(Intent::by(Actor::Guest(voice)), move |act| Box::pin(join(act, id)))
        });
        join_all(neighbours).await.into_iter().collect::<domain::Result<Vec<_>>>().map(drop)
    }
}
