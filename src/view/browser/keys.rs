//! Keys: `/` leads to the search box, the arrows from there through what was found, and from one marked place to another.

use std::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, HtmlElement, HtmlInputElement, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// The search box.
pub(in crate::view) const SEARCH: &str = "#search";

/// What was found, in its order.
const FOUND: &str = ".results .card-link";

/// Places of what was looked for.
const PLACES: &str = ".reader mark";

/// The class of the place that one is at.
const HERE: &str = "mark-here";

thread_local! {
    static KEYS: RefCell<Option<EventListener>> = const { RefCell::new(None) };
}

/// Listens to keys from now on.
pub(in crate::view) fn listen_to_keys() {
    let options = EventListenerOptions::enable_prevent_default();
    KEYS.set(Some(EventListener::new_with_options(&document(), "keydown", options, |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let is_plain = !(event.alt_key() || event.ctrl_key() || event.meta_key() || event.is_composing());
        if is_plain && !event.default_prevented() && act(&event.key()) {
            event.prevent_default();
        }
    })));
}

/// Does what a key stands for; tells whether it stands for anything here.
fn act(key: &str) -> bool {
    let active = document().active_element();
    let is_at = |selector: &str| active.as_ref().is_some_and(|active| active.matches(selector) == Ok(true));
    match key {
        "/" if !is_at("input, textarea, select") => focus(document().query_selector(SEARCH).ok().flatten()),
        "ArrowDown" if is_at(SEARCH) => focus(elements(FOUND).into_iter().next()),
        "Enter" if is_at(SEARCH) => {
            focus(elements(FOUND).into_iter().next());
            // What was typed is looked for already: the form is for pages that the viewer hasn't taken over.
            true
        }
        "ArrowDown" if is_at(FOUND) => walk(active.as_ref(), 1),
        "ArrowUp" if is_at(FOUND) => walk(active.as_ref(), -1),
        _ => false,
    }
}

/// From one article that was found to another; before the first stands the search box.
fn walk(active: Option<&Element>, by: i32) -> bool {
    let found = elements(FOUND);
    let here = found.iter().position(|link| Some(link) == active);
    match here.and_then(|here| here.checked_add_signed(by as isize)) {
        Some(there) => focus(found.get(there).cloned()),
        None => focus(document().query_selector(SEARCH).ok().flatten()),
    }
}

fn focus(element: Option<Element>) -> bool {
    let element = element.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(input) = element.as_ref().and_then(|element| element.dyn_ref::<HtmlInputElement>()) {
        input.select();
    }
    // An element that can't take the focus leaves it where it is.
    element.is_some_and(|element| element.focus().is_ok())
}

/// Goes to another place of what was looked for, around the end.
pub(in crate::view) fn step(by: i32) {
    let places = elements(PLACES);
    let here = places.iter().position(|place| place.class_list().contains(HERE));
    let count = places.len() as i32;
    if count == 0 {
        return;
    }
    let there = match here {
        Some(here) => (here as i32 + by).rem_euclid(count),
        None if by < 0 => count - 1,
        None => 0,
    };
    for (place, mark) in places.iter().enumerate() {
        // The place is only shown less clearly without its class.
        let _ = mark.class_list().toggle_with_force(HERE, place as i32 == there);
    }
    if let Some(mark) = places.get(there as usize) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        mark.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

fn elements(selector: &str) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|place| found.get(place)?.dyn_into().ok()).collect()
}
