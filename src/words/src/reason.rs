//! Why somebody is satisfied or not, and why a need is not accepted.

use crate::slug::slugs;

slugs! {
    /// Why: as many to praise as to complain, because both must cost the same.
    Reason {
        /// 找不到入口
        HardToFind = "hard-to-find",
        /// 步骤太多
        TooManySteps = "too-many-steps",
        /// 看不懂
        HardToUnderstand = "hard-to-understand",
        /// 老出错
        Errors = "errors",
        /// 等太久
        TooSlow = "too-slow",
        /// 没解决问题
        NotSolved = "not-solved",
        /// 态度不好
        Attitude = "attitude",
        /// 好找
        EasyToFind = "easy-to-find",
        /// 快
        Fast = "fast",
        /// 说得清楚
        Clear = "clear",
        /// 真解决了
        ReallySolved = "really-solved",
        /// 态度好
        Kind = "kind",
        /// 其他
        Other = "other",
    }
}

impl Reason {
    /// What to offer after a bad level, a failure or no use.
    pub const AGAINST: [Self; 8] = [
        Self::HardToFind,
        Self::TooManySteps,
        Self::HardToUnderstand,
        Self::Errors,
        Self::TooSlow,
        Self::NotSolved,
        Self::Attitude,
        Self::Other,
    ];
    /// What to offer after a good level.
    pub const FOR: [Self; 6] = [Self::EasyToFind, Self::Fast, Self::Clear, Self::ReallySolved, Self::Kind, Self::Other];
}

slugs! {
    /// The usual grounds on which a worker does not accept a need. The resident reads the worker's own words.
    Refusal {
        /// 不是本区
        OutsideDistrict = "outside-district",
        /// 已有人在办
        AlreadyHandled = "already-handled",
        /// 不是求助
        NotANeed = "not-a-need",
        /// 涉密或违法内容
        Unlawful = "unlawful",
    }
}
