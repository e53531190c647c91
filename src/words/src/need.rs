//! What kind of need it is, what it is about, and how the resident wants to hear of it.

use crate::{Phone, slug::slugs};

slugs! {
    /// The resident's own view of a need: urgent 急, difficult 难 or longed-for 盼.
    NeedKind {
        /// 急: it cannot wait.
        Urgent = "urgent",
        /// 难: I cannot solve it alone.
        Difficult = "difficult",
        /// 盼: something we hope for.
        LongedFor = "longed",
    }
}

slugs! {
    /// What a need is about, by problem and never by department. No answer means "please choose for me".
    Category {
        /// 水电气暖
        Utilities = "utilities",
        /// 电梯与房屋
        Housing = "housing",
        /// 道路与出行
        Roads = "roads",
        /// 环境卫生
        Cleanliness = "cleanliness",
        /// 噪声扰民
        Noise = "noise",
        /// 看病与养老
        Health = "health",
        /// 上学与托幼
        School = "school",
        /// 线上服务不好用
        Online = "online",
    }
}

/// How the resident wants to be told of the result. A phone number exists only where one was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Contact {
    /// 不用通知: they look it up with the code.
    None,
    /// 发短信
    Sms(Phone),
    /// 打电话
    Call(Phone),
}

impl Contact {
    /// The form value: `none`, `sms` or `call`.
    pub const fn slug(&self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Sms(_) => "sms",
            Self::Call(_) => "call",
        }
    }

    /// The number to reach them at, if they gave one.
    pub const fn phone(&self) -> Option<&Phone> {
        match self {
            Self::None => None,
            Self::Sms(phone) | Self::Call(phone) => Some(phone),
        }
    }
}
