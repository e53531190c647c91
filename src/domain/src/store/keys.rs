//! Exactly once: keys and the answers that were given to them.

use super::Once;
use crate::act::KeptAnswer;
use crate::{Error, Result};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use std::collections::HashMap;
use uuid::Uuid;
use words::Issue;

pub(crate) mod entity {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "keys")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) key: Uuid,
        pub(crate) digest: String,
        pub(crate) answer: String,
        pub(crate) at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// How long an answer is kept.
pub(crate) const KEPT_DAYS: i64 = 30;

/// The kept answers of these keys, in one statement for a whole group.
pub(crate) async fn known(db: &impl ConnectionTrait, keys: Vec<Uuid>) -> Result<HashMap<Uuid, entity::Model>, DbErr> {
    if keys.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = entity::Entity::find().filter(entity::Column::Key.is_in(keys)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.key, row)).collect())
}

/// The answer to a repeated submission.
///
/// # Errors
/// 422 where the key came before with other content.
pub(crate) fn replay(kept: &entity::Model, once: &Once) -> Result<String> {
    if kept.digest == once.digest { Ok(kept.answer.clone()) } else { Err(Error::field("k", Issue::KeyReused)) }
}

/// Keeps answers, many rows a statement. A key that exists already fails: its act then runs again and finds it.
pub(crate) async fn keep(db: &impl ConnectionTrait, answers: Vec<KeptAnswer>) -> Result<(), DbErr> {
    if answers.is_empty() {
        return Ok(());
    }
    let rows = answers.into_iter().map(|kept| entity::ActiveModel {
        key: Set(kept.key),
        digest: Set(kept.digest),
        answer: Set(kept.answer),
        at: Set(kept.at),
    });
    entity::Entity::insert_many(rows).exec_without_returning(db).await?;
    Ok(())
}

/// Forgets answers older than 30 days.
///
/// # Errors
/// Whatever the database says.
pub(crate) async fn forget(db: &impl ConnectionTrait, before: chrono::DateTime<chrono::Utc>) -> Result<u64, DbErr> {
    Ok(entity::Entity::delete_many().filter(entity::Column::At.lt(before)).exec(db).await?.rows_affected)
}
