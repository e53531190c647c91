//! What happens to one invented need, and when.

use chrono::{DateTime, Utc};
use domain::needs::NewNeed;
use words::{Level, Reply, Solved, UnitId};

/// One thing that somebody does with a need.
#[derive(Debug, Clone)]
pub(super) enum Deed {
    /// The resident reports it.
    Report,
    /// The worker asks for more.
    Ask(Reply),
    /// The worker accepts it and passes it on.
    Accept(UnitId),
    /// The worker does not accept it.
    Refuse(Reply),
    /// So many neighbours have it too.
    Join(u32),
    /// The unit begins.
    Begin(UnitId),
    /// The unit answers.
    Answer(UnitId, Reply),
    /// The resident says whether it is solved.
    Confirm(Solved, Option<Reply>),
    /// The resident says how satisfied they are with the handling.
    Rate(Level),
    /// The resident takes it back.
    Withdraw,
}

/// An invented need with everything that happens to it, in order.
#[derive(Debug, Clone)]
pub(super) struct Story {
    /// What is reported.
    pub(super) need: NewNeed,
    /// What happens.
    pub(super) deeds: Vec<(DateTime<Utc>, Deed)>,
}
