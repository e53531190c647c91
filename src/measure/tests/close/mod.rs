//! Near enough to a value that another program computed.

/// Within 1e-6.
pub(crate) fn close(found: f64, expected: f64) {
    close_to(found, expected, 1e-6);
}

/// Within a tolerance, for values given with fewer digits.
pub(crate) fn close_to(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found} is not {expected}");
}
