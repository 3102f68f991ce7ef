//! The only place that names `web_sys` or `gloo`: everything that exists in a browser alone. Compiles natively, where
//! none of it is ever called.

mod ahead;
mod arrival;
mod brush;
mod dom;
mod fetch;
mod history;
mod keys;
mod locale;
mod share;
mod start;

pub(crate) use ahead::Sign;
pub(super) use ahead::{foresee, stand};
pub(crate) use arrival::Motion;
pub(super) use arrival::{arrive, enter, entry, leave, watch};
pub(super) use brush::listen_to_brush;
pub(super) use dom::{
    Frame, Pause, after, decompose, give_up, inlined, input_value, is_plain_click, keep_value, lower_case,
    mark, pause, reveal, set_title, timed, value,
};
pub(super) use fetch::{Request, request};
pub(super) use history::{listen, location, push, replace};
pub(super) use keys::{SEARCH, listen_to_keys, step};
pub(super) use locale::{language_name, long_day};
pub(super) use share::share;
pub use start::start;

/// Runs a future on the browser's event loop.
pub(super) fn spawn(future: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(future);
}
