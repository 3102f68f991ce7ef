//! Small looks and touches at the document.

use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlInputElement, MouseEvent};

/// How long a reader rests who has chosen, in milliseconds.
const REST: u32 = 250;

/// Sets the document's title.
pub(in crate::view) fn set_title(title: &str) {
    document().set_title(title);
}

/// Marks the root of the page as `ready` when the viewer has taken it over, as `stopped` when it no longer can:
/// `data-viewer`, for style sheets, tests and the script that started it.
pub(in crate::view) fn mark(state: &str) {
    if let Some(root) = document().document_element() {
        // Without the mark the page works the same.
        let _ = root.set_attribute("data-viewer", state);
    }
}

/// Does some work, and leaves in the browser's timeline how long it took.
pub(in crate::view) fn timed<T>(name: &str, work: impl FnOnce() -> T) -> T {
    if !cfg!(target_arch = "wasm32") {
        return work();
    }
    let performance = window().performance();
    // Without a timeline the work is the same.
    let _ = performance.as_ref().map(|timeline| timeline.mark(name));
    let done = work();
    let _ = performance.as_ref().map(|timeline| timeline.measure_with_start_mark(name, name));
    done
}

/// Shows what was kept out of sight until it is what the address asks for.
pub(in crate::view) fn reveal() {
    if let Some(root) = document().document_element() {
        // Where this fails, `pending.js` shows it a little later.
        let _ = root.remove_attribute("data-pending");
    }
}

/// Shows the page as it stands, without what it can't do by itself.
pub(in crate::view) fn give_up() {
    reveal();
    if let Some(root) = document().document_element() {
        // Where this fails, words are typed in vain.
        let _ = root.remove_attribute("data-search");
    }
}

/// The text of a file that the page itself holds, in an element that is called like it.
pub(in crate::view) fn inlined(file: &str) -> Option<String> {
    document().get_element_by_id(file)?.text_content()
}

/// What stands in the input that an event came from.
pub(in crate::view) fn input_value(event: &Event) -> String {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.map_or_else(String::new, |input| input.value())
}

/// What stands in the input that `selector` finds.
pub(in crate::view) fn value(selector: &str) -> Option<String> {
    Some(input(selector)?.value())
}

/// Puts `text` into an input, unless it holds that already, spaces around it apart.
pub(in crate::view) fn keep_value(selector: &str, text: &str) {
    if let Some(input) = input(selector).filter(|input| input.value().trim() != text) {
        input.set_value(text);
    }
}

fn input(selector: &str) -> Option<HtmlInputElement> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

/// In lower case, by the rules of Unicode that the browser has at hand.
pub(in crate::view) fn lower_case(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

/// The marks of letters taken apart from them, likewise (NFKD).
pub(in crate::view) fn decompose(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFKD").into()
}

/// A click that follows a link in this tab.
pub(in crate::view) fn is_plain_click(event: &MouseEvent) -> bool {
    event.button() == 0
        && !(event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key())
        && !event.default_prevented()
}

/// Puts the keyboard's focus on the first element that fits, without scrolling.
pub(super) fn show_keyboard_target(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // An element that can't take the focus leaves it where it is.
        let _ = element.focus_with_options(&options);
    }
}

/// Something that is to happen; dropping it cancels it.
pub(in crate::view) type Frame = AnimationFrame;

/// Runs `then` once the browser is about to paint.
pub(in crate::view) fn after(then: impl FnOnce() + 'static) -> Frame {
    request_animation_frame(move |_| then())
}

/// Something that is to happen after a while; dropping it cancels it.
pub(in crate::view) type Pause = Timeout;

/// Runs `then` once the reader has done nothing more for a while.
pub(in crate::view) fn pause(then: impl FnOnce() + 'static) -> Pause {
    Timeout::new(REST, then)
}

/// How far the page is scrolled, in CSS pixels.
pub(super) fn scroll_position() -> i32 {
    window().scroll_y().unwrap_or(0.0) as i32
}

/// Scrolls at once, whatever the style sheet says of smooth scrolling.
pub(super) fn scroll_to(top: i32) {
    let options = web_sys::ScrollToOptions::new();
    options.set_top(f64::from(top));
    options.set_behavior(web_sys::ScrollBehavior::Instant);
    window().scroll_to_with_scroll_to_options(&options);
}

/// How far an element's top is from the window's top; negative if it is scrolled out.
pub(super) fn top_of(selector: &str) -> Option<i32> {
    let element = document().query_selector(selector).ok().flatten()?;
    Some(element.get_bounding_client_rect().top() as i32)
}
