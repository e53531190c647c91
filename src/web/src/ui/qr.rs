//! A QR code as server SVG, level M, always black on white.

use fast_qr::{ECL, QRBuilder};
use leptos::prelude::*;
use std::fmt::Write;

/// A QR code of an address, with words for those who cannot see it.
pub(crate) fn qr(address: &str, words: String) -> Option<AnyView> {
    let code = QRBuilder::new(address).ecl(ECL::M).build().ok()?;
    let size = code.size;
    let mut path = String::new();
    for (y, row) in code.data[..size * size].chunks(size).enumerate() {
        for (x, module) in row.iter().enumerate() {
            if module.value() {
                let _ = write!(path, "M{} {}h1v1h-1z", x + 4, y + 4);
            }
        }
    }
    let frame = format!("0 0 {0} {0}", size + 8);
    let drawn = view! {
        <svg class="qr" viewBox=frame role="img" aria-label=words shape-rendering="crispEdges">
            <path d=path fill="currentColor"></path>
        </svg>
    };
    Some(drawn.into_any())
}
