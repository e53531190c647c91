//! The interval of a share.

use crate::{Interval, Z};

/// Where the true share may lie when `of` out of `n` said yes, 95 %. It stays honest for few answers: 22 of 22 does
/// not stand above 6428 of 6530.
///
/// (p̂+z²/2n ± z√(p̂(1−p̂)/n+z²/4n²))/(1+z²/n), within 0 to 1; n = 0 gives (0, 1); `of` above `n` counts as `n`.
/// Wilson 1927, JASA 22.
pub fn wilson(of: u64, n: u64) -> Interval {
    if n == 0 {
        return Interval::UNKNOWN_SHARE;
    }
    let of = of.min(n);
    let mut interval = wilson_effective(of as f64 / n as f64, n as f64);
    if of == 0 {
        interval.lo = 0.0;
    }
    if of == n {
        interval.hi = 1.0;
    }
    interval
}

/// The same for a weighted share: `share` 0 to 1 of an effective number of answers `n_eff` (Kish). Where there is
/// no effective answer, or an argument is no number, nothing is known: (0, 1).
pub fn wilson_effective(share: f64, n_eff: f64) -> Interval {
    if !share.is_finite() || !n_eff.is_finite() || n_eff <= 0.0 {
        return Interval::UNKNOWN_SHARE;
    }
    let p = share.clamp(0.0, 1.0);
    let z2n = Z * Z / n_eff;
    if !z2n.is_finite() {
        return Interval::UNKNOWN_SHARE;
    }
    let middle = (p + z2n / 2.0) / (1.0 + z2n);
    // Written so that a tiny n_eff cannot overflow the square.
    let spread = (p * (1.0 - p) / n_eff).sqrt().hypot(z2n / (2.0 * Z));
    let half = Z * spread / (1.0 + z2n);
    Interval { lo: (middle - half).clamp(0.0, 1.0), hi: (middle + half).clamp(0.0, 1.0) }
}
