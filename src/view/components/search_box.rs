//! The box that words are typed into, on every page.

use crate::view::app::Message;
use crate::view::browser;
use crate::view::element::{El, el};
use crate::view::scene::Scene;

/// Each letter that is typed shows what is found by now.
pub(super) fn search_box(scene: &Scene) -> El {
    let send = scene.send.clone();
    let input = el("input")
        .attr("id", "search")
        .attr("type", "search")
        .attr("placeholder", "Search")
        .attr("aria-label", "Search this archive")
        .attr("aria-keyshortcuts", "/")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "search")
        .on_input(move |event| send.emit(Message::Typed(browser::input_value(&event))));
    el("search").class("search").child(input)
}
