//! Ratings, one active voice per resident and service, and the tallies that move with them.

use crate::{col, index, table};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const COUNTS: [&str; 7] = ["n1", "n2", "n3", "n4", "n5", "unused", "failed"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(
            table("ratings")
                .col(col("id").uuid().not_null().primary_key())
                .col(col("service_id").uuid().not_null())
                .col(col("voice").string_len(64).not_null())
                .col(col("vote").small_integer().not_null())
                .col(col("channel").string_len(16).not_null())
                .col(col("entry").string_len(16).not_null())
                .col(col("verified").boolean().not_null())
                .col(col("region_id").uuid())
                .col(col("code").string_len(12).not_null())
                .col(col("at").timestamp_with_time_zone().not_null())
                .col(col("day").date().not_null())
                .col(col("active").boolean().not_null())
                .col(col("reasons").text().not_null())
                .col(col("solved").string_len(8))
                .col(col("ease").small_integer())
                .col(col("note").text())
                .to_owned(),
        )
        .await?;
        // One voice per resident and service is decided here and nowhere else.
        let one_voice =
            "CREATE UNIQUE INDEX IF NOT EXISTS ratings_one_voice ON ratings (service_id, voice) WHERE active";
        m.get_connection().execute_unprepared(one_voice).await?;
        m.create_index(index("ratings", &["code"], true)).await?;
        m.create_index(index("ratings", &["service_id", "id"], false)).await?;
        let mut tallies = table("tallies");
        tallies
            .col(col("service_id").uuid().not_null())
            .col(col("day").date().not_null())
            .col(col("channel").string_len(16).not_null())
            .col(col("verified").boolean().not_null());
        let mut by_region = table("region_tallies");
        by_region
            .col(col("service_id").uuid().not_null())
            .col(col("month").date().not_null())
            .col(col("region_id").uuid().not_null());
        for n in COUNTS {
            tallies.col(col(n).big_integer().not_null().default(0));
            by_region.col(col(n).big_integer().not_null().default(0));
        }
        let mut key = Index::create();
        for name in ["service_id", "day", "channel", "verified"] {
            key.col(Alias::new(name));
        }
        m.create_table(tallies.primary_key(&mut key).to_owned()).await?;
        m.create_index(index("tallies", &["day"], false)).await?;
        let mut key = Index::create();
        for name in ["service_id", "month", "region_id"] {
            key.col(Alias::new(name));
        }
        m.create_table(by_region.primary_key(&mut key).to_owned()).await?;
        m.create_table(
            table("imported_tallies")
                .col(col("service_id").uuid().not_null())
                .col(col("month").date().not_null())
                .col(col("n1").big_integer().not_null())
                .col(col("n2").big_integer().not_null())
                .col(col("n3").big_integer().not_null())
                .col(col("n4").big_integer().not_null())
                .col(col("n5").big_integer().not_null())
                .col(col("invited").big_integer())
                .col(col("transactions").big_integer())
                .primary_key(Index::create().col(Alias::new("service_id")).col(Alias::new("month")))
                .to_owned(),
        )
        .await
    }
}
