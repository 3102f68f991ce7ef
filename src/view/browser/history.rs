//! The address bar: where one is, and going elsewhere without loading a page.

use std::cell::{Cell, RefCell};

use gloo::events::EventListener;
use gloo::utils::{history, window};
use wasm_bindgen::JsValue;

use crate::site::FRAGMENT;

thread_local! {
    static LISTENER: RefCell<Option<EventListener>> = const { RefCell::new(None) };
    static ENTRIES: Cell<f64> = const { Cell::new(0.0) };
}

/// The path and the query string, with its `?`. In a site that is one file both stand in the fragment; a fragment that
/// names no page leads to the first.
pub(in crate::view) fn location(base: &str) -> (String, String) {
    let location = window().location();
    if base != FRAGMENT {
        return (location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
    }
    let fragment = location.hash().unwrap_or_default();
    let address = fragment.strip_prefix(FRAGMENT).filter(|address| address.starts_with('/')).unwrap_or("/");
    let (path, query) = address.split_at(address.find('?').unwrap_or(address.len()));
    (path.to_owned(), query.to_owned())
}

/// Goes to an address of this host. Its entry in the history gets a mark that no other has.
///
/// A browser that refuses, as some do after hundreds of changes in seconds, stays where it is.
pub(in crate::view) fn push(address: &str) {
    ENTRIES.set(ENTRIES.get() + 1.0);
    let mark = JsValue::from(js_sys::Date::now() + ENTRIES.get());
    let _ = history().push_state_with_url(&mark, "", Some(address));
}

/// Changes the address of the current entry, which stays the one that it is.
pub(in crate::view) fn replace(address: &str) {
    let mark = history().state().unwrap_or(JsValue::NULL);
    let _ = history().replace_state_with_url(&mark, "", Some(address));
}

/// Calls `then` whenever the reader has gone back or forward.
pub(in crate::view) fn listen(then: impl Fn() + 'static) {
    LISTENER.set(Some(EventListener::new(&window(), "popstate", move |_| then())));
}
