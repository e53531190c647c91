//! Was this rating brought in before? The same rater, service and time are the same rating.

use chrono::{DateTime, Utc};
use domain::{Error, Result, Voice};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use words::{RatingId, ServiceId};

/// The three columns of `ratings` that say so.
mod rating {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "ratings")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) id: Uuid,
        pub(super) service_id: Uuid,
        pub(super) voice: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Whether this voice rated this service at this very time, be it active or history. The id of a rating begins with
/// its time, so the index over service and id finds it at once.
///
/// # Errors
/// Whatever the database says.
pub(super) async fn rating(
    db: &impl ConnectionTrait,
    service: ServiceId,
    voice: &Voice,
    at: DateTime<Utc>,
) -> Result<bool> {
    let millis = u64::try_from(at.timestamp_millis()).unwrap_or(0);
    let (first, last) = (RatingId::from_parts(millis, [0; 10]), RatingId::from_parts(millis, [u8::MAX; 10]));
    let same = rating::Entity::find()
        .select_only()
        .column(rating::Column::Id)
        .filter(rating::Column::ServiceId.eq(service.0))
        .filter(rating::Column::Id.between(first.0, last.0))
        .filter(rating::Column::Voice.eq(voice.hash()));
    let found: Option<uuid::Uuid> = same.into_tuple().one(db).await.map_err(Error::from)?;
    Ok(found.is_some())
}
