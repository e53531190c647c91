//! The table `services`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "services")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) slug: String,
    pub(crate) class: String,
    pub(crate) name_zh: String,
    pub(crate) name_en: String,
    pub(crate) unit_id: Option<Uuid>,
    pub(crate) region_id: Option<Uuid>,
    pub(crate) link: String,
    pub(crate) statutory: bool,
    pub(crate) flagged: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
