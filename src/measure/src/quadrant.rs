//! Keep and spread, fix first, make known, or decoration: the picture of need and help.

use crate::{Benefit, Demand};

/// The thresholds of the picture: policy.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct QuadrantPolicy {
    /// From how many residents in 1,000 a service is needed, λ*.
    pub needed_per_thousand: f64,
    /// From which share of episodes that got it done a service is effective, θ*.
    pub effective_share: f64,
    /// How sure a yes must be.
    pub yes: f64,
    /// How unsure a no must be.
    pub no: f64,
    /// The fewest thousands of residents before anything is called decoration.
    pub least_thousands: f64,
    /// The fewest episodes before anything is called decoration.
    pub least_episodes: u64,
}

impl Default for QuadrantPolicy {
    fn default() -> Self {
        Self {
            needed_per_thousand: 3.0,
            effective_share: 0.60,
            yes: 0.8,
            no: 0.2,
            least_thousands: 1.0,
            least_episodes: 20,
        }
    }
}

/// Yes, no, or not yet known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Sure enough: P ≥ .8.
    Yes,
    /// Sure enough that not: P ≤ .2.
    No,
    /// Neither, which is the default and no accusation.
    Undecided,
}

/// Where a service stands between need and help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quadrant {
    /// 有需有效: keep and spread.
    NeededEffective,
    /// 有需无效: fix first, with a date.
    NeededIneffective,
    /// 无需有效: keep, make known.
    UnneededEffective,
    /// 无需无效: justify, merge or retire. Not yet "decoration": see [`DecorationCase`].
    UnneededIneffective,
    /// 未定: not enough is known on one of the two questions.
    Undecided,
}

impl QuadrantPolicy {
    /// What a probability of 0 to 1 answers.
    pub fn answer(&self, probability: f64) -> Answer {
        if probability >= self.yes {
            Answer::Yes
        } else if probability <= self.no {
            Answer::No
        } else {
            Answer::Undecided
        }
    }

    /// Where the service stands: P(λ > λ*) and P(θ > θ*) decide; the axes of the picture show means and intervals.
    pub fn place(&self, demand: Demand, benefit: Benefit) -> Quadrant {
        let needed = self.answer(demand.exceeds(self.needed_per_thousand));
        let effective = self.answer(benefit.exceeds(self.effective_share));
        match (needed, effective) {
            (Answer::Yes, Answer::Yes) => Quadrant::NeededEffective,
            (Answer::Yes, Answer::No) => Quadrant::NeededIneffective,
            (Answer::No, Answer::Yes) => Quadrant::UnneededEffective,
            (Answer::No, Answer::No) => Quadrant::UnneededIneffective,
            _ => Quadrant::Undecided,
        }
    }

    /// May this be called "decoration 摆设"? Only when every condition of fairness holds.
    pub fn is_decoration(&self, case: &DecorationCase) -> bool {
        let both = [case.before, case.now].iter().all(|&(demand, benefit)| {
            self.place(demand, benefit) == Quadrant::UnneededIneffective
                && demand.thousands() >= self.least_thousands
                && benefit.episodes() >= self.least_episodes
        });
        both && case.offline_counted && case.owner_replied && case.person_decided && !case.statutory
    }
}

/// Everything that must be known before a service is called decoration.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "four independent conditions, each a plain yes or no on the form")]
pub struct DecorationCase {
    /// The window before.
    pub before: (Demand, Benefit),
    /// This window.
    pub now: (Demand, Benefit),
    /// Were needs stated offline counted too?
    pub offline_counted: bool,
    /// Has the owner replied in public?
    pub owner_replied: bool,
    /// Has a person decided it?
    pub person_decided: bool,
    /// Does a law require the service? Then it is exempt.
    pub statutory: bool,
}
