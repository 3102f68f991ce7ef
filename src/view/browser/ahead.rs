//! Which links a reader is likely to follow next: what is pointed at, focused or touched, and cards that stay in sight.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::SEARCH;

/// How long a pointer rests on a link that it doesn't only pass over, in milliseconds.
const RESTS: u32 = 70;

/// How long a page stands still that is read, in milliseconds.
const STANDS_STILL: u32 = 500;

/// How many cards in sight are told of.
const IN_SIGHT: usize = 6;

/// What tells that a link may be followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    /// It is pointed at, focused or touched.
    Pointed,
    /// Its card stays in sight.
    InSight,
    /// None yet: the search box has the focus.
    Searching,
}

/// Takes the addresses of links, as their attributes have them.
type Then = Rc<dyn Fn(Sign, Vec<String>)>;

thread_local! {
    static THEN: RefCell<Option<Then>> = const { RefCell::new(None) };
    static LISTENERS: RefCell<Vec<EventListener>> = const { RefCell::new(Vec::new()) };
    static POINTED: RefCell<Option<Timeout>> = const { RefCell::new(None) };
    static STILL: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// Calls `then` with the addresses of such links from now on; never, where the reader asked to save data.
pub(in crate::view) fn foresee(then: impl Fn(Sign, Vec<String>) + 'static) {
    if saves_data() {
        return;
    }
    THEN.set(Some(Rc::new(then)));
    if document().active_element().is_some_and(is_search) {
        tell(Sign::Searching, Vec::new());
    }
    let now = |event: &Event| match target(event).is_some_and(is_search) {
        true => tell(Sign::Searching, Vec::new()),
        false => tell(Sign::Pointed, link(event).into_iter().collect()),
    };
    let soon = |event: &Event| {
        let link = link(event);
        POINTED.set(link.map(|link| Timeout::new(RESTS, move || tell(Sign::Pointed, vec![link]))));
    };
    let scrolled = EventListener::new(&window(), "scroll", |_| stand());
    let on = |name: &'static str, then: fn(&Event)| EventListener::new(&document(), name, then);
    LISTENERS.set(vec![on("pointerdown", now), on("focusin", now), on("pointerover", soon), scrolled]);
    stand();
}

/// Begins to wait until the page stands still, and tells of the cards in sight then.
pub(in crate::view) fn stand() {
    STILL.set(Some(Timeout::new(STANDS_STILL, || match document().ready_state() == "complete" {
        true => tell(Sign::InSight, in_sight()),
        // What the page itself needs comes first.
        false => stand(),
    })));
}

fn tell(sign: Sign, links: Vec<String>) {
    if let Some(then) = THEN.with_borrow(Clone::clone) {
        then(sign, links);
    }
}

fn is_search(element: Element) -> bool {
    element.matches(SEARCH) == Ok(true)
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The address of the link that an event is about.
fn link(event: &Event) -> Option<String> {
    target(event)?.closest("a[href]").ok()??.get_attribute("href")
}

fn in_sight() -> Vec<String> {
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0);
    let Ok(cards) = document().query_selector_all(".card-link") else { return Vec::new() };
    let cards = (0..cards.length()).filter_map(|place| cards.get(place)?.dyn_into::<Element>().ok());
    let is_seen = |card: &Element| {
        let place = card.get_bounding_client_rect();
        place.bottom() > 0.0 && place.top() < height
    };
    cards.filter(is_seen).filter_map(|card| card.get_attribute("href")).take(IN_SIGHT).collect()
}

/// As the browser says; most say nothing.
fn saves_data() -> bool {
    let connection = Reflect::get(&window().navigator(), &"connection".into());
    connection
        .and_then(|connection| Reflect::get(&connection, &"saveData".into()))
        .is_ok_and(|is| is.is_truthy())
}
