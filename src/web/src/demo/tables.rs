//! The tables of the city in `city/`, built into the binary.

use crate::commands::Failure;
use serde::de::DeserializeOwned;

/// Places, parents before children.
pub(super) const PLACES: &str = include_str!("city/places.csv");
/// Units; the property company of Cuihu comes first.
pub(super) const UNITS: &str = include_str!("city/units.csv");
/// Services, with how much and how well they are used.
pub(super) const SERVICES: &str = include_str!("city/services.csv");
/// What residents write; `{n}` is a building. All of it was invented for the demonstration.
pub(super) const NEEDS: &str = include_str!("city/needs.csv");

/// The rows of a table.
///
/// # Errors
/// A table that was built in does not read, which the tests forbid.
pub(super) fn rows<T: DeserializeOwned>(table: &str) -> Result<Vec<T>, Failure> {
    let read: Result<Vec<T>, csv::Error> = csv::Reader::from_reader(table.as_bytes()).into_deserialize().collect();
    read.map_err(|error| Failure::new(format!("A table of the demonstration city does not read: {error}.")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::{services::Profile, texts::Text};

    #[test]
    fn every_table_reads() {
        let profiles: Vec<Profile> = rows(SERVICES).unwrap();
        assert!(profiles.len() >= 20 && profiles.iter().filter(|p| p.is_fixed()).count() == 2);
        for text in rows::<Text>(NEEDS).unwrap() {
            assert!(words::Body::parse(&text.words).is_ok(), "{}", text.words);
        }
        for table in [PLACES, UNITS] {
            assert!(csv::Reader::from_reader(table.as_bytes()).records().all(|row| row.is_ok()));
        }
    }
}
