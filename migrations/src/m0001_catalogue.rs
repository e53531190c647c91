//! Places, units and services: what everything else refers to.

use crate::{col, index, table};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(
            table("regions")
                .col(col("id").uuid().not_null().primary_key())
                .col(col("parent_id").uuid())
                .col(col("level").string_len(16).not_null())
                .col(col("slug").string_len(64).not_null())
                .col(col("name_zh").string_len(100).not_null())
                .col(col("name_en").string_len(100).not_null())
                .col(col("initials").string_len(32).not_null())
                .col(col("residents").big_integer().not_null())
                .to_owned(),
        )
        .await?;
        m.create_index(index("regions", &["slug"], true)).await?;
        m.create_table(
            table("units")
                .col(col("id").uuid().not_null().primary_key())
                .col(col("slug").string_len(64).not_null())
                .col(col("name_zh").string_len(100).not_null())
                .col(col("name_en").string_len(100).not_null())
                .col(col("region_id").uuid())
                .to_owned(),
        )
        .await?;
        m.create_index(index("units", &["slug"], true)).await?;
        m.create_table(
            table("services")
                .col(col("id").uuid().not_null().primary_key())
                .col(col("slug").string_len(64).not_null())
                .col(col("class").string_len(16).not_null())
                .col(col("name_zh").string_len(100).not_null())
                .col(col("name_en").string_len(100).not_null())
                .col(col("unit_id").uuid())
                .col(col("region_id").uuid())
                .col(col("link").string_len(500).not_null())
                .col(col("statutory").boolean().not_null())
                .col(col("flagged").boolean().not_null())
                .to_owned(),
        )
        .await?;
        m.create_index(index("services", &["slug"], true)).await
    }
}
