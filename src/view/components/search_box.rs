//! The box that words are typed into, on every page. Where the viewer doesn't hear them, Enter leads to the list that does.

use crate::site::Route;
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
        .attr("name", "q")
        .attr("placeholder", "Search")
        .attr("aria-label", "Search this archive")
        .attr("aria-keyshortcuts", "/")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "search")
        .on_input(move |event| send.emit(Message::Typed(browser::input_value(&event))));
    // Unseen: it does what Enter does.
    let submit = el("button").attr("type", "submit").text("Search");
    let list = scene.href(&Route::List(1).path());
    el("search").class("search").child(el("form").attr("action", list).child(input).child(submit))
}
