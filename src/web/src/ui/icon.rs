//! An icon of the sprite, always beside words.

use crate::visit::Visit;
use leptos::prelude::*;

/// An icon by its name in the sprite.
pub(crate) fn icon(v: &Visit, name: &str) -> AnyView {
    drawn(v, name, "ico")
}

/// A drawing of the sprite with its own class: a face, the seal, the icon of a door.
pub(crate) fn drawn(v: &Visit, name: &str, class: &'static str) -> AnyView {
    let href = format!("{}#{name}", v.app.assets.path("sprite.svg"));
    view! { <svg class=class aria-hidden="true" focusable="false"><use href=href></use></svg> }.into_any()
}
