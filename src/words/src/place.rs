//! Where a need is.

use crate::{Issue, RegionId};

/// A point on Earth in degrees, as the phone gives it. In public it is rounded to 100 m.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Point {
    lat: f64,
    lng: f64,
}

impl Point {
    /// Reads latitude and longitude in degrees; both empty means none was given.
    ///
    /// # Errors
    /// Not numbers, or outside the globe.
    pub fn parse(lat: &str, lng: &str) -> Result<Option<Self>, Issue> {
        let (lat, lng) = (lat.trim(), lng.trim());
        if lat.is_empty() && lng.is_empty() {
            return Ok(None);
        }
        let lat: f64 = lat.parse().map_err(|_| Issue::NotAPoint)?;
        let lng: f64 = lng.parse().map_err(|_| Issue::NotAPoint)?;
        let on_earth = (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lng);
        if on_earth { Ok(Some(Self { lat, lng })) } else { Err(Issue::NotAPoint) }
    }

    /// Degrees north.
    pub const fn lat(self) -> f64 {
        self.lat
    }

    /// Degrees east.
    pub const fn lng(self) -> f64 {
        self.lng
    }

    /// The point as the public may see it: on a grid of about 100 m.
    #[must_use]
    pub fn public(self) -> Self {
        let round = |x: f64| (x * 1000.0).round() / 1000.0;
        Self { lat: round(self.lat), lng: round(self.lng) }
    }
}

/// The answer to "where is it?": a community from the list, or words that a worker will check.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Place {
    /// A region of the tree.
    Region(RegionId),
    /// What was typed: 2 to 100 characters.
    Words(String),
}

impl Place {
    /// Reads a region id, or free text.
    ///
    /// # Errors
    /// Missing, too short or too long.
    pub fn parse(raw: &str) -> Result<Self, Issue> {
        if let Ok(id) = raw.parse() {
            return Ok(Self::Region(id));
        }
        let spot = crate::Spot::parse(raw)?;
        match crate::characters(raw) {
            0 => Err(Issue::Missing),
            1 => Err(Issue::TooShort(2)),
            _ => Ok(Self::Words(spot.as_str().to_owned())),
        }
    }
}
