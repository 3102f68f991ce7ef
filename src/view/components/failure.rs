//! What stands for something that is on its way, or can't be had.

use crate::site::DataError;
use crate::view::app::Message;
use crate::view::element::{El, el};
use crate::view::scene::Scene;

/// What went wrong and what to do; nothing if nothing did.
pub(in crate::view) fn failure(scene: &Scene, error: Option<&DataError>) -> Option<El> {
    let error = error?;
    let send = scene.send.clone();
    let again = el("button").attr("type", "button").on_click(move |_| send.emit(Message::Retry));
    let frame = el("div")
        .class("failure")
        .attr("role", "alert")
        .child(el("h2").text("This part of the archive could not be loaded"))
        .child(el("p").text(format!("{error}.")))
        .child(el("p").text(error.hint()))
        .child(again.text("Try again"));
    Some(frame)
}

/// Shapes in the place of text; the style sheet shows them only after a moment.
pub(in crate::view) fn skeleton() -> El {
    let card = || el("div").class("skeleton-card").attr("aria-hidden", "true");
    let cards = (0..4).map(|_| card().child(el("i")).child(el("i")).child(el("i")));
    let frame = el("div").key("skeleton".into()).class("skeleton").attr("role", "status");
    frame.attr("aria-label", "Loading").children(cards)
}
