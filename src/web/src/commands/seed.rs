//! `seed --demo`: fill in the demonstration city.

use super::{Failure, say};
use crate::demo;
use domain::places::Catalogue;
use domain::{Clock, Secret, Store, store::Options};

/// Fills an empty database with an invented city district, with sign-ins whose password is public.
///
/// # Errors
/// The database holds places already, or the database fails.
pub(crate) async fn run(options: &Options, secret: Secret, demonstration: bool) -> Result<(), Failure> {
    if !demonstration {
        return Err(Failure::new("There is only one thing to seed: the demonstration city, with `seed --demo`."));
    }
    Store::migrate(options).await?;
    let now = Clock::default().now();
    let clock = Clock::standing(now);
    let store = Store::open(options, clock.clone(), secret).await?;
    if !Catalogue::of(&store).await?.regions.is_empty() {
        return Err(Failure::new("This database holds places already; the demonstration city needs an empty one."));
    }
    let city = demo::build(&store, &clock, now).await?;
    say(format!(
        "The demonstration city is there: {} places, {} units, {} services, {} ratings, {} needs.",
        city.places, city.units, city.services, city.ratings, city.needs
    ));
    say(format!("Sign-ins: worker, unit, official, admin. Password: {}.", demo::PASSWORD));
    Ok(())
}
