//! Which way a voice came in.

use crate::slug::slugs;

slugs! {
    /// 渠道: which way a need or a rating came, kept so that assisted and imported ones can be told apart.
    Channel {
        /// The resident, on their own device.
        Own = "self",
        /// Somebody helped at the desk or on the doorstep.
        Assisted = "assisted",
        /// Keyed in from paper.
        Paper = "paper",
        /// Told by telephone.
        Phone = "phone",
        /// Brought in from another system.
        Import = "import",
    }
}

slugs! {
    /// For whom a resident speaks.
    ForWhom {
        /// 我自己
        Own = "self",
        /// 家人
        Family = "family",
        /// 邻居或朋友
        Neighbour = "neighbour",
    }
}
