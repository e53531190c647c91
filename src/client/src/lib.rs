//! Ten lines that turn the islands into the WebAssembly file.

// The islands register themselves; naming the crate keeps them.
pub use islands::{CharactersLeft, JoinCount, SimilarNeeds};

/// Called by the loader before the first island wakes.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
