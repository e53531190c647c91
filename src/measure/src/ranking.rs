//! The ranking of one class of services: who may be commended, who needs attention, and where nobody can tell.

use crate::{Counts, Estimate, Interval, Observed, Policy, RankInterval, Shrunk, Weighted, rank_intervals, shrink};

/// One service of a class, as it enters the ranking. Never a person, never a community.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Service<Id> {
    /// Which one; only carried through.
    pub id: Id,
    /// The five whole counts.
    pub counts: Counts,
    /// The same with old answers faded.
    pub weighted: Weighted,
    /// How many different residents they come from.
    pub raters: u64,
    /// How many were asked, if known.
    pub invited: Option<u64>,
    /// Is a flag of manipulation open?
    pub flagged: bool,
}

/// May this service be ranked?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Yes.
    Ranked,
    /// Not enough ratings 样本不足.
    TooFew,
    /// Under review 待核: a flag is open. Said first, also where ratings are few.
    UnderReview,
}

/// What may be said of a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Commend 推广: the whole interval lies above the mean of the class.
    Commend,
    /// Attention 关注: the whole interval lies below the mean of the class.
    Attention,
    /// No clear difference 无显著差异.
    NoDifference,
}

/// What is shown of a service.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row<Id> {
    /// Which one.
    pub id: Id,
    /// The posterior mean of the index, 0-100.
    pub posterior: f64,
    /// Where the index may lie, 95 %, within 0-100.
    pub interval: Interval,
    /// Its rank by the posterior mean, 1 the best; equal ones share a rank. `None` unless ranked.
    pub rank: Option<u32>,
    /// Between which ranks it may stand, which always holds its rank. `None` unless ranked.
    pub ranks: Option<RankInterval>,
    /// What may be said. `None` unless ranked, or where the class has fewer than 3 ranked services ("raw").
    pub verdict: Option<Verdict>,
    /// May it be ranked?
    pub status: Status,
}

/// A class of services after ranking.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking<Id> {
    /// The mean of the class, μ, 0-100. `None` with fewer than 3 ranked services: then the figures say "raw".
    pub mean: Option<f64>,
    /// One row for each service, in the order given.
    pub rows: Vec<Row<Id>>,
}

/// Ranks the services of one class.
///
/// The index with old answers faded, and its Dirichlet variance over `n_eff·share`, shrunk by empirical Bayes over the
/// services that may be ranked; rank intervals by Holm over the same figures before shrinking, widened where needed
/// to hold the posterior rank. Services that may not be ranked are drawn to the same mean, and have no rank.
/// `MEASURES.md`, "The ranking", steps 3, 4, 6.
///
/// Where the services do not differ beyond chance (τ² = 0) the interval is that of the class mean, since √(Bv) = 0
/// would claim certainty.
pub fn rank<Id: Clone>(services: &[Service<Id>], policy: &Policy) -> Ranking<Id> {
    let class: Vec<Observed> = services
        .iter()
        .filter(|service| status(service, policy) == Status::Ranked)
        .filter_map(|service| observed(service, policy))
        .collect();
    let fit = shrink(&class);
    let ranks = rank_intervals(&class, policy.alpha);
    let mut seats = fit.estimates.iter().zip(ranks);
    let rows = services.iter().map(|service| {
        let status = status(service, policy);
        let seat = (status == Status::Ranked).then(|| seats.next()).flatten();
        let estimate = seat.map_or_else(|| unranked(service, &fit, policy), |(own, _)| *own);
        let interval = Interval::around(estimate.mean, honest_sd(&estimate, &fit), Interval::INDEX);
        let rank = seat.map(|_| 1 + above(&estimate, &fit));
        Row {
            id: service.id.clone(),
            posterior: estimate.mean.clamp(0.0, 100.0),
            interval,
            rank,
            ranks: seat.zip(rank).map(|((_, span), rank)| holding(span, rank)),
            verdict: seat.and(fit.mean).map(|mean| verdict(interval, mean)),
            status,
        }
    });
    Ranking { mean: fit.mean, rows: rows.collect() }
}

/// Step 4: who may be ranked.
fn status<Id>(service: &Service<Id>, policy: &Policy) -> Status {
    let asked_in_vain =
        service.invited.is_some_and(|invited| (service.counts.n() as f64) < policy.least_active * invited as f64);
    if service.flagged {
        Status::UnderReview
    } else if service.weighted.n_eff() < policy.least_n_eff
        || service.weighted.index().is_none()
        || service.raters < policy.least_raters
        || asked_in_vain
    {
        Status::TooFew
    } else {
        Status::Ranked
    }
}

/// Step 3, before shrinking: x and v.
fn observed<Id>(service: &Service<Id>, policy: &Policy) -> Option<Observed> {
    Observed::new(service.weighted.index()?, service.weighted.variance(&policy.prior))
}

/// A service that may not be ranked: drawn to the class mean; without ratings it is as likely anything the class
/// holds (μ, √τ²); in a raw class it is believed by the prior alone.
fn unranked<Id>(service: &Service<Id>, fit: &Shrunk, policy: &Policy) -> Estimate {
    let own = observed(service, policy).and_then(|own| fit.place(own));
    let like_any = || Some(Estimate { mean: fit.mean?, sd: fit.tau2?.sqrt() });
    own.or_else(like_any).unwrap_or_else(|| {
        let shares = service.weighted.shares().unwrap_or_default();
        let belief = policy.prior.update(shares.map(|share| share * service.weighted.n_eff()));
        Estimate { mean: belief.mean, sd: belief.sd }
    })
}

fn honest_sd(estimate: &Estimate, fit: &Shrunk) -> f64 {
    match fit.mean_sd {
        Some(of_mean) if fit.tau2 == Some(0.0) => of_mean,
        _ => estimate.sd,
    }
}

fn above(estimate: &Estimate, fit: &Shrunk) -> u32 {
    let better = fit.estimates.iter().filter(|other| other.mean > estimate.mean);
    u32::try_from(better.count()).unwrap_or(u32::MAX - 1)
}

fn holding(span: RankInterval, rank: u32) -> RankInterval {
    RankInterval { best: span.best.min(rank), worst: span.worst.max(rank) }
}

/// Step 6.
fn verdict(interval: Interval, mean: f64) -> Verdict {
    if interval.lo > mean {
        Verdict::Commend
    } else if interval.hi < mean {
        Verdict::Attention
    } else {
        Verdict::NoDifference
    }
}
