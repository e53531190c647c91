//! Needs, their timelines, their supporters, and the search over what is public.

use crate::{col, index, table};
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(
            table("needs")
                .col(col("id").uuid().not_null().primary_key())
                .col(col("code").string_len(12).not_null())
                .col(col("kind").string_len(16))
                .col(col("kind_reported").string_len(16))
                .col(col("category").string_len(16))
                .col(col("title").text().not_null())
                .col(col("body").text().not_null())
                .col(col("public_body").text())
                .col(col("region_id").uuid())
                .col(col("place_words").text())
                .col(col("spot").text().not_null())
                .col(col("lat").double())
                .col(col("lng").double())
                .col(col("for_whom").string_len(16).not_null())
                .col(col("staff_only").boolean().not_null())
                .col(col("channel").string_len(16).not_null())
                .col(col("visibility").string_len(16).not_null())
                .col(col("progress").string_len(16).not_null())
                .col(col("risk").boolean().not_null())
                .col(col("unit_id").uuid())
                .col(col("supporters").integer().not_null())
                .col(col("voice").string_len(64).not_null())
                .col(col("import_id").string_len(100))
                .col(col("created_at").timestamp_with_time_zone().not_null())
                .col(col("due_at").timestamp_with_time_zone().not_null())
                .col(col("changed_at").timestamp_with_time_zone().not_null())
                .col(col("answered_at").timestamp_with_time_zone())
                .col(col("handling").small_integer())
                .to_owned(),
        )
        .await?;
        m.create_index(index("needs", &["code"], true)).await?;
        m.create_index(index("needs", &["import_id"], true)).await?;
        m.create_index(index("needs", &["visibility", "id"], false)).await?;
        m.create_index(index("needs", &["visibility", "region_id", "id"], false)).await?;
        m.create_index(index("needs", &["progress", "risk", "due_at", "id"], false)).await?;
        m.create_index(index("needs", &["unit_id", "progress"], false)).await?;
        m.create_table(
            table("need_contacts")
                .col(col("need_id").uuid().not_null().primary_key())
                .col(col("how").string_len(16).not_null())
                .col(col("phone").string_len(20).not_null())
                .to_owned(),
        )
        .await?;
        m.create_table(
            table("need_entries")
                .col(col("id").uuid().not_null().primary_key())
                .col(col("need_id").uuid().not_null())
                .col(col("at").timestamp_with_time_zone().not_null())
                .col(col("what").string_len(24).not_null())
                .col(col("party").string_len(16).not_null())
                .col(col("person_id").uuid())
                .col(col("unit_id").uuid())
                .col(col("text").text())
                .col(col("public").boolean().not_null())
                .to_owned(),
        )
        .await?;
        m.create_index(index("need_entries", &["need_id", "id"], false)).await?;
        m.create_table(
            table("joins")
                .col(col("need_id").uuid().not_null())
                .col(col("voice").string_len(64).not_null())
                .col(col("at").timestamp_with_time_zone().not_null())
                .primary_key(Index::create().col(Alias::new("need_id")).col(Alias::new("voice")))
                .to_owned(),
        )
        .await?;
        search(m).await
    }
}

/// Both databases search the same pre-cut words: neither cuts Chinese by itself.
async fn search(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let db = m.get_connection();
    if m.get_database_backend() == DbBackend::Sqlite {
        let fts = "CREATE VIRTUAL TABLE IF NOT EXISTS needs_search USING fts5(need_id UNINDEXED, words, tokenize='unicode61')";
        db.execute_unprepared(fts).await?;
        return Ok(());
    }
    m.create_table(
        table("needs_search")
            .col(col("need_id").uuid().not_null().primary_key())
            .col(col("words").text().not_null())
            .to_owned(),
    )
    .await?;
    let gin = "CREATE INDEX IF NOT EXISTS needs_search_words ON needs_search USING gin (to_tsvector('simple', words))";
    db.execute_unprepared(gin).await?;
    Ok(())
}
