//! Signs of manipulation. A flag is not a deletion: it is symmetric for 5s and 1s, two people decide, and every
//! exclusion is counted in public.

mod burst;
mod devices;
mod network;
mod order;
mod shape;

pub use burst::{burst_is_odd, burst_probability};
pub use devices::Devices;
pub use network::Network;
pub use order::{Runs, runs};
pub use shape::shape_shift;

/// When a sign is worth the look of two people: policy.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FlagPolicy {
    /// A burst is odd below this probability, after Bonferroni.
    pub burst_below: f64,
    /// An order is odd where |z| is above this.
    pub order_above: f64,
    /// One device is too many above this share of the ratings.
    pub device_above: f64,
    /// The fewest ratings before devices are looked at.
    pub device_least: u64,
    /// Ratings from an office network differ below this probability.
    pub network_below: f64,
    /// A shape has shifted above this PSI.
    pub shape_above: f64,
}

impl Default for FlagPolicy {
    fn default() -> Self {
        Self {
            burst_below: 0.01,
            order_above: 3.0,
            device_above: 0.20,
            device_least: 20,
            network_below: 0.001,
            shape_above: 0.25,
        }
    }
}
