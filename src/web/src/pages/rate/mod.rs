//! Rate a service: pick it, tap once, say why if you like.

pub(crate) mod list;
pub(crate) mod one;
pub(crate) mod thanks;

use crate::problem::{Problem, Trouble};
use domain::places::Catalogue;
use domain::services::Service;

/// A service by the slug in the address.
fn service<'a>(catalogue: &'a Catalogue, slug: &str) -> Result<&'a Service, Trouble> {
    catalogue.service(slug).ok_or(Trouble(Problem::NotFound))
}
