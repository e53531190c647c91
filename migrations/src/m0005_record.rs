//! What makes a write happen once, and the record of what happened.

use crate::{col, index, table};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(
            table("keys")
                .col(col("key").uuid().not_null().primary_key())
                .col(col("digest").string_len(64).not_null())
                .col(col("answer").text().not_null())
                .col(col("at").timestamp_with_time_zone().not_null())
                .to_owned(),
        )
        .await?;
        m.create_index(index("keys", &["at"], false)).await?;
        m.create_table(
            table("events")
                .col(col("id").uuid().not_null().primary_key())
                .col(col("at").timestamp_with_time_zone().not_null())
                .col(col("verb").string_len(32).not_null())
                .col(col("subject").string_len(64).not_null())
                .col(col("by").string_len(64).not_null())
                .col(col("detail").text().not_null())
                .col(col("batch").big_integer())
                .to_owned(),
        )
        .await?;
        m.create_index(index("events", &["batch", "id"], false)).await?;
        m.create_index(index("events", &["subject"], false)).await?;
        m.create_table(
            table("batches")
                .col(col("number").big_integer().not_null().primary_key())
                .col(col("at").timestamp_with_time_zone().not_null())
                .col(col("events").big_integer().not_null())
                .col(col("hash").string_len(64).not_null())
                .to_owned(),
        )
        .await
    }
}
