//! The tables of ratings and tallies.

pub(crate) mod rating {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "ratings")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) id: Uuid,
        pub(crate) service_id: Uuid,
        pub(crate) voice: String,
        pub(crate) vote: i16,
        pub(crate) channel: String,
        pub(crate) entry: String,
        pub(crate) verified: bool,
        pub(crate) region_id: Option<Uuid>,
        pub(crate) code: String,
        pub(crate) at: DateTimeUtc,
        pub(crate) day: Date,
        pub(crate) active: bool,
        pub(crate) reasons: String,
        pub(crate) solved: Option<String>,
        pub(crate) ease: Option<i16>,
        pub(crate) note: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    /// The active rows, in the very words of the unique index: beside `active = ?` neither database would use it, and
    /// every tap would read all ratings of its service.
    pub(crate) fn is_active() -> sea_orm::sea_query::Expr {
        sea_orm::sea_query::Expr::col((Entity, Column::Active))
    }
}

macro_rules! tally_table {
    ($(#[$meta:meta])* $module:ident, $table:literal, { $($key:ident: $ty:ty),+ }) => {
        $(#[$meta])*
        pub(crate) mod $module {
            use sea_orm::entity::prelude::*;

            #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
            #[sea_orm(table_name = $table)]
            pub(crate) struct Model {
                $(#[sea_orm(primary_key, auto_increment = false)] pub(crate) $key: $ty,)+
                pub(crate) n1: i64,
                pub(crate) n2: i64,
                pub(crate) n3: i64,
                pub(crate) n4: i64,
                pub(crate) n5: i64,
                pub(crate) unused: i64,
                pub(crate) failed: i64,
            }

            #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
            pub(crate) enum Relation {}

            impl ActiveModelBehavior for ActiveModel {}
        }
    };
}

tally_table!(
    /// Counts by service, day, channel and whether a phone stands behind them.
    day, "tallies", { service_id: Uuid, day: Date, channel: String, verified: bool }
);
tally_table!(
    /// Counts by service, month and region.
    region, "region_tallies", { service_id: Uuid, month: Date, region_id: Uuid }
);

pub(crate) mod imported {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "imported_tallies")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) service_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) month: Date,
        pub(crate) n1: i64,
        pub(crate) n2: i64,
        pub(crate) n3: i64,
        pub(crate) n4: i64,
        pub(crate) n5: i64,
        pub(crate) invited: Option<i64>,
        pub(crate) transactions: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
