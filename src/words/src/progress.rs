//! How far a need is, and the table of steps it may take.

use crate::slug::slugs;

slugs! {
    /// How far a need is. Answered is not solved: only the resident says "solved".
    Progress {
        /// 已收到
        Received = "received",
        /// 已转{单位}
        PassedOn = "passed-on",
        /// 办理中
        InProgress = "in-progress",
        /// 已答复，等您确认
        Answered = "answered",
        /// 已解决（您确认的）
        Solved = "solved",
        /// 解决了一部分: stays open.
        PartlySolved = "partly-solved",
        /// 重新办理
        Reopened = "reopened",
        /// 未受理（附原因）
        Refused = "refused",
        /// 已合并: linked to a leading need.
        Merged = "merged",
    }
}

slugs! {
    /// What can be done with a need. Every step is one entry in its timeline.
    Step {
        /// A worker accepts it and passes it on to a unit.
        Accept = "accept",
        /// Somebody who handles it asks the resident for more.
        Ask = "ask",
        /// A worker does not accept it.
        Refuse = "refuse",
        /// The unit says it has begun.
        Begin = "begin",
        /// The unit answers.
        Answer = "answer",
        /// The unit gives it back: not ours.
        Return = "return",
        /// The resident says: solved.
        ConfirmSolved = "confirm-solved",
        /// The resident says: partly.
        ConfirmPartly = "confirm-partly",
        /// The resident says: not yet. It is open again.
        ConfirmNo = "confirm-no",
        /// The resident adds a detail.
        Add = "add",
        /// The resident takes it back.
        Withdraw = "withdraw",
    }
}

slugs! {
    /// On whose side of the desk somebody stands in one need.
    Party {
        /// Who reported it, or holds its code.
        Resident = "resident",
        /// A community worker of its region.
        Worker = "worker",
        /// A member of the unit that holds it.
        Unit = "unit",
    }
}

/// Why a step is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepError {
    /// Not from this state. The page may be old: somebody was faster.
    NotNow(Progress),
    /// Not for this party.
    NotYours,
    /// Somebody is owed words with this step and there are none.
    TextOwed,
}

impl Step {
    /// Whether the other side is owed words with this step.
    pub const fn owes_text(self) -> bool {
        matches!(self, Self::Ask | Self::Refuse | Self::Answer | Self::Return | Self::Add)
    }

    /// Whose step it is.
    pub const fn party_allowed(self, party: Party) -> bool {
        match self {
            Self::Accept | Self::Refuse => matches!(party, Party::Worker),
            Self::Ask => matches!(party, Party::Worker | Party::Unit),
            Self::Begin | Self::Answer | Self::Return => matches!(party, Party::Unit),
            Self::ConfirmSolved | Self::ConfirmPartly | Self::ConfirmNo | Self::Add | Self::Withdraw => {
                matches!(party, Party::Resident)
            }
        }
    }
}

impl Progress {
    /// The rule table: where `step` leads from here, or nothing where it is not allowed.
    pub const fn after(self, step: Step) -> Option<Self> {
        use Progress as P;
        use Step as S;
        match (self, step) {
            (P::Received | P::PassedOn | P::InProgress | P::Reopened | P::Refused, S::Accept) => Some(P::PassedOn),
            (P::Received | P::PassedOn | P::InProgress | P::Reopened, S::Ask | S::Add)
            | (P::Answered | P::Solved | P::PartlySolved, S::Add)
            | (_, S::Withdraw) => Some(self),
            (P::Received | P::PassedOn, S::Refuse) => Some(P::Refused),
            (P::PassedOn | P::Reopened | P::PartlySolved, S::Begin) => Some(P::InProgress),
            (P::PassedOn | P::InProgress | P::Reopened | P::PartlySolved | P::Answered, S::Answer) => Some(P::Answered),
            (P::PassedOn | P::InProgress | P::Reopened, S::Return) => Some(P::Received),
            (P::Answered | P::PartlySolved, S::ConfirmSolved) => Some(P::Solved),
            (P::Answered, S::ConfirmPartly) => Some(P::PartlySolved),
            (P::Answered | P::PartlySolved | P::Solved, S::ConfirmNo) => Some(P::Reopened),
            _ => None,
        }
    }

    /// Takes a step for a party, with or without words.
    ///
    /// # Errors
    /// [`StepError`], by what is wrong first: whose step it is, then the state, then the words.
    pub const fn take(self, step: Step, party: Party, has_text: bool) -> Result<Self, StepError> {
        if !step.party_allowed(party) {
            return Err(StepError::NotYours);
        }
        let Some(next) = self.after(step) else {
            return Err(StepError::NotNow(self));
        };
        if step.owes_text() && !has_text { Err(StepError::TextOwed) } else { Ok(next) }
    }

    /// Whether somebody still has to do something, so that it stands in a queue.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Received | Self::PassedOn | Self::InProgress | Self::Reopened | Self::PartlySolved)
    }
}
