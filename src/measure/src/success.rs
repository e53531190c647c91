//! Did people get it done, and how hard was it?

use crate::{Counts, Share};

/// What became of the errands that people came with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Success {
    /// Got it done.
    pub yes: u64,
    /// Got part of it done.
    pub partly: u64,
    /// Did not; a rating "failed" is one of these.
    pub no: u64,
}

impl Success {
    /// B1, task success 办成率: yes/(yes+partly+no). Partly done is not done.
    pub fn rate(self) -> Share {
        let all = self.yes.saturating_add(self.partly).saturating_add(self.no);
        Share::clipped(self.yes, all)
    }
}

/// B2, ease 省力度: how many found it easy, the share of levels 4-5 of the five answers to "how much effort was
/// it?" (5 = hardly any).
pub fn ease(efforts: Counts) -> Share {
    efforts.satisfied()
}
