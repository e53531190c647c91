//! What officials and everybody read: satisfaction per service, and how sure it is.

mod board;
mod period;

pub use board::{Board, ClassBoard, Kept, Line};
pub use period::Period;
