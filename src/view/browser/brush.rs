//! A range that is drawn across the bars of a timeline.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};

const BARS: &str = ".timeline-bars";

thread_local! {
    static LISTENERS: RefCell<Vec<EventListener>> = const { RefCell::new(Vec::new()) };
    /// Where the range that is being drawn begins.
    static BEGIN: Cell<Option<f64>> = const { Cell::new(None) };
}

/// Calls `then` with both ends of what is drawn, the lesser first, as shares of the whole width.
pub(in crate::view) fn listen_to_brush(then: impl Fn(f64, f64) + 'static) {
    let draw = Rc::new(move |event: &Event| {
        // Pointers move all the time: the place is looked for only while something is drawn.
        if let Some(begin) = BEGIN.get()
            && let Some(here) = place(event)
        {
            then(begin.min(here), begin.max(here));
        }
    });
    let begin = {
        let draw = draw.clone();
        move |event: &Event| {
            let bars = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let is_bars = bars.is_some_and(|target| target.closest(BARS).ok().flatten().is_some());
            BEGIN.set(if is_bars { place(event) } else { None });
            draw(event);
        }
    };
    let end = |_: &Event| BEGIN.set(None);
    LISTENERS.set(vec![
        EventListener::new(&document(), "pointerdown", begin),
        EventListener::new(&document(), "pointermove", move |event| draw(event)),
        EventListener::new(&document(), "pointerup", end),
        EventListener::new(&document(), "pointercancel", end),
    ]);
}

/// Where above the bars the pointer is, from 0 to 1; nothing, if another button than the first is held.
fn place(event: &Event) -> Option<f64> {
    let event = event.dyn_ref::<MouseEvent>().filter(|event| event.button() <= 0)?;
    let bars = document().query_selector(BARS).ok()??.get_bounding_client_rect();
    let share = (f64::from(event.client_x()) - bars.left()) / bars.width().max(1.0);
    Some(share.clamp(0.0, 1.0))
}
