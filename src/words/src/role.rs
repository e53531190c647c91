//! Who somebody is at work, and how high a place stands in the region tree.

use crate::slug::slugs;

slugs! {
    /// What a member of staff may do.
    Role {
        /// Community worker: moderates and passes on, in their region.
        Worker = "worker",
        /// Answers for a unit.
        Unit = "unit",
        /// Reads rankings.
        Official = "official",
        /// Looks after places, services, units and people.
        Admin = "admin",
    }
}

slugs! {
    /// The four levels of the region tree.
    RegionLevel {
        /// 市
        City = "city",
        /// 区
        District = "district",
        /// 街道
        Subdistrict = "subdistrict",
        /// 社区
        Community = "community",
    }
}
