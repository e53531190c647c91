//! Staff and their sessions. Residents have no account and no password.

mod create;
pub(crate) mod entity;
mod password;
mod session;

pub use create::{NewPerson, create};
pub use session::{SESSION_HOURS, SignedIn, recognise, sign_in, sign_out};

use crate::{Result, Store};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

/// Whether demonstration sign-ins exist: their password is public.
///
/// # Errors
/// Whatever the database says.
pub async fn has_demonstration(store: &Store) -> Result<bool> {
    let demo = entity::person::Entity::find().filter(entity::person::Column::Demo.eq(true));
    Ok(demo.count(store.read()).await? > 0)
}
