//! Listen to the field that the server wrote: an island adds to a form and never replaces it.

use gloo::events::EventListener;
use web_sys::HtmlTextAreaElement;
use web_sys::wasm_bindgen::JsCast;

/// The text field with this id, if it is on the page.
pub(crate) fn text_field(id: &str) -> Option<HtmlTextAreaElement> {
    gloo::utils::document().get_element_by_id(id)?.dyn_into().ok()
}

/// Calls back with the text at every change, and once now. It listens as long as the page lives.
pub(crate) fn on_text(id: &str, mut told: impl FnMut(String) + 'static) {
    let Some(field) = text_field(id) else { return };
    told(field.value());
    let source = field.clone();
    EventListener::new(&field, "input", move |_| told(source.value())).forget();
}
