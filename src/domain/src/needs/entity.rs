//! The tables of needs.

pub(crate) mod need {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "needs")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) id: Uuid,
        pub(crate) code: String,
        pub(crate) kind: Option<String>,
        pub(crate) kind_reported: Option<String>,
        pub(crate) category: Option<String>,
        pub(crate) title: String,
        pub(crate) body: String,
        pub(crate) public_body: Option<String>,
        pub(crate) region_id: Option<Uuid>,
        pub(crate) place_words: Option<String>,
        pub(crate) spot: String,
        pub(crate) lat: Option<f64>,
        pub(crate) lng: Option<f64>,
        pub(crate) for_whom: String,
        pub(crate) staff_only: bool,
        pub(crate) channel: String,
        pub(crate) visibility: String,
        pub(crate) progress: String,
        pub(crate) risk: bool,
        pub(crate) unit_id: Option<Uuid>,
        pub(crate) supporters: i32,
        pub(crate) voice: String,
        pub(crate) import_id: Option<String>,
        pub(crate) created_at: DateTimeUtc,
        pub(crate) due_at: DateTimeUtc,
        pub(crate) changed_at: DateTimeUtc,
        pub(crate) answered_at: Option<DateTimeUtc>,
        pub(crate) handling: Option<i16>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod contact {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "need_contacts")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) need_id: Uuid,
        pub(crate) how: String,
        pub(crate) phone: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod entry {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "need_entries")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) id: Uuid,
        pub(crate) need_id: Uuid,
        pub(crate) at: DateTimeUtc,
        pub(crate) what: String,
        pub(crate) party: String,
        pub(crate) person_id: Option<Uuid>,
        pub(crate) unit_id: Option<Uuid>,
        pub(crate) text: Option<String>,
        pub(crate) public: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod join {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "joins")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) need_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) voice: String,
        pub(crate) at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod words {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "needs_search")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) need_id: Uuid,
        pub(crate) words: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
