//! The address bar: where one is, and going elsewhere without loading a page.

use std::cell::{Cell, RefCell};

use gloo::events::EventListener;
use gloo::utils::{history, window};
use wasm_bindgen::JsValue;

thread_local! {
    static LISTENER: RefCell<Option<EventListener>> = const { RefCell::new(None) };
    static ENTRIES: Cell<f64> = const { Cell::new(0.0) };
}

/// The path and the query string, with its `?`.
pub(in crate::view) fn location() -> (String, String) {
    let location = window().location();
    (location.pathname().unwrap_or_default(), location.search().unwrap_or_default())
}

/// Goes to an address of this host. Its entry in the history gets a mark that no other has.
///
/// A browser that refuses, as some do after hundreds of changes in seconds, stays where it is.
pub(in crate::view) fn push(address: &str) {
    ENTRIES.set(ENTRIES.get() + 1.0);
    let mark = JsValue::from(js_sys::Date::now() + ENTRIES.get());
    let _ = history().push_state_with_url(&mark, "", Some(address));
}

/// Calls `then` whenever the reader has gone back or forward.
pub(in crate::view) fn listen(then: impl Fn() + 'static) {
    LISTENER.set(Some(EventListener::new(&window(), "popstate", move |_| then())));
}
