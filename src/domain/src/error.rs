//! The one way in which a verb can fail.

use sea_orm::{DbErr, SqlErr};
use std::sync::Arc;
use words::{Issue, Issues};

/// What every verb answers.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why something was not done. The status is what a browser gets; what is inside `Internal` never reaches one.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// 404: it does not exist, or not for you; the two look the same.
    #[error("not found")]
    NotFound,
    /// 410: the resident took it back.
    #[error("gone")]
    Gone,
    /// 403: you can see it, but this is not yours to do.
    #[error("forbidden")]
    Forbidden,
    /// 422: fields need attention; everything typed is kept.
    #[error("invalid: {0:?}")]
    Invalid(Issues),
    /// 409: somebody was faster, or the state has moved on.
    #[error("conflict")]
    Conflict,
    /// 503 with Retry-After: too much waits already, or the database is held by somebody else. Nothing was done.
    #[error("busy")]
    Busy,
    /// 507: the disk is full. Nothing was done.
    #[error("no space left")]
    Full,
    /// 500: our fault. Logged with the request id.
    #[error("internal: {0}")]
    Internal(Arc<str>),
}

impl Error {
    /// One field is wrong.
    pub fn field(field: &'static str, issue: Issue) -> Self {
        Self::Invalid(Issues::one(field, issue))
    }

    /// Our fault, in words for the log.
    pub fn internal(what: impl std::fmt::Display) -> Self {
        Self::Internal(what.to_string().into())
    }
}

/// What the database says, told apart by what can be done about it. SQLite: 5, 6 (locked), 13 (full) in their
/// primary codes; PostgreSQL: 40001, 40P01, 55P03 and the classes 08, 53, 57.
impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        if matches!(error, DbErr::ConnectionAcquire(_) | DbErr::Conn(_)) {
            return Self::Busy;
        }
        match code(&error).as_deref() {
            Some("5" | "6" | "261" | "517" | "40001" | "40P01" | "55P03") => Self::Busy,
            Some("13" | "53100") => Self::Full,
            Some(class) if ["08", "53", "57"].iter().any(|c| class.len() == 5 && class.starts_with(c)) => Self::Busy,
            _ if error.to_string().contains("error communicating with database") => Self::Busy,
            _ => Self::internal(error),
        }
    }
}

fn code(error: &DbErr) -> Option<String> {
    let (DbErr::Exec(runtime) | DbErr::Query(runtime)) = error else {
        return None;
    };
    let sea_orm::RuntimeErr::SqlxError(inner) = runtime else {
        return None;
    };
    inner.as_database_error()?.code().map(std::borrow::Cow::into_owned)
}

/// Whether the same act may succeed when it is run again: it lost a race, or drew a number that exists.
pub(crate) fn worth_another_try(error: &DbErr) -> bool {
    let lost = matches!(code(error).as_deref(), Some("40001" | "40P01"));
    lost || matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)))
}
