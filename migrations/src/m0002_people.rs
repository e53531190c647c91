//! Staff and their sessions. Residents have no account.

use crate::{col, index, table};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(
            table("people")
                .col(col("id").uuid().not_null().primary_key())
                .col(col("login").string_len(64).not_null())
                .col(col("name").string_len(100).not_null())
                .col(col("password").string_len(255).not_null())
                .col(col("role").string_len(16).not_null())
                .col(col("region_id").uuid())
                .col(col("unit_id").uuid())
                .col(col("demo").boolean().not_null())
                .col(col("disabled_at").timestamp_with_time_zone())
                .to_owned(),
        )
        .await?;
        m.create_index(index("people", &["login"], true)).await?;
        m.create_table(
            table("sessions")
                .col(col("hash").string_len(64).not_null().primary_key())
                .col(col("person_id").uuid().not_null())
                .col(col("created_at").timestamp_with_time_zone().not_null())
                .col(col("expires_at").timestamp_with_time_zone().not_null())
                .to_owned(),
        )
        .await?;
        m.create_index(index("sessions", &["person_id"], false)).await
    }
}
