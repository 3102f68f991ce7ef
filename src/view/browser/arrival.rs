//! What happens to scroll position and focus when a reader goes somewhere: to the top and the headline on a new page,
//! to where one was on the way back, nowhere when only a filter changes.

use std::cell::{Cell, RefCell};

use gloo::events::EventListener;
use gloo::utils::{history, window};
use web_sys::{ScrollRestoration, Storage};

use super::dom::{scroll_position, scroll_to, show_keyboard_target, top_of};

/// How one came to what is shown now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Motion {
    /// Opened or reloaded.
    Start,
    /// Followed a link to another page.
    Go,
    /// Changed a filter or the order.
    Adjust,
    /// Back or Forward.
    Return,
}

thread_local! {
    static MOTION: Cell<Motion> = const { Cell::new(Motion::Start) };
    static LISTENERS: RefCell<Vec<EventListener>> = const { RefCell::new(Vec::new()) };
    static ENTRY: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Takes the care for scroll positions over from the browser. To be called once, before the router listens.
pub(in crate::view) fn watch() {
    // A browser that doesn't let us restores by itself.
    let _ = history().set_scroll_restoration(ScrollRestoration::Manual);
    enter();
    let back = EventListener::new(&window(), "popstate", |_| {
        remember();
        enter();
        MOTION.set(Motion::Return);
    });
    let hide = EventListener::new(&window(), "pagehide", |_| remember());
    LISTENERS.with_borrow_mut(|listeners| listeners.extend([back, hide]));
}

/// Notes where one is before a link is followed.
pub(in crate::view) fn leave(motion: Motion) {
    remember();
    MOTION.set(motion);
}

/// Notes that one is at another entry of the history, before its page is drawn: one may leave it before that.
pub(in crate::view) fn enter() {
    ENTRY.set(entry());
}

/// Called in the frame after the page that one went to was drawn. `drawn` is the entry of the history that it was drawn
/// for: if the reader has gone on since, the place belongs to another page, which arrives by itself.
pub(in crate::view) fn arrive(drawn: &str) {
    if entry() != drawn {
        return;
    }
    let known = recall(drawn);
    match MOTION.replace(Motion::Start) {
        Motion::Go => {
            scroll_to(0);
            show_keyboard_target("main h1");
        }
        Motion::Adjust => {
            if let Some(top) = top_of(".results").filter(|top| *top < 0) {
                scroll_to(scroll_position() + top);
            }
        }
        Motion::Return => scroll_to(known.unwrap_or(0)),
        Motion::Start => {
            if let Some(known) = known {
                scroll_to(known);
            }
        }
    }
}

fn remember() {
    let entry = ENTRY.with_borrow(String::clone);
    if let Some(storage) = storage() {
        // Without storage the position is lost, nothing more.
        let _ = storage.set_item(&entry, &scroll_position().to_string());
    }
}

fn recall(entry: &str) -> Option<i32> {
    storage()?.get_item(entry).ok()??.parse().ok()
}

fn storage() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

/// A name for the current entry of the session's history: the mark that it was pushed with, else its address.
pub(in crate::view) fn entry() -> String {
    match history().state().ok().and_then(|state| state.as_f64()) {
        Some(mark) => format!("scroll {}", mark as u64),
        None => format!("scroll {}", window().location().href().unwrap_or_default()),
    }
}
