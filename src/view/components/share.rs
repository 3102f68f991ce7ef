//! A button that hands the address of what is shown on. Out of sight until the viewer runs, its room kept free.

use crate::site::{Query, Route};
use crate::view::app::Message;
use crate::view::browser;
use crate::view::element::{El, el};
use crate::view::scene::Scene;

/// The button for a page and its title, and what is said when the address was copied.
pub(in crate::view) fn share(scene: &Scene, title: String, route: &Route, query: &Query) -> El {
    let (address, send) = (scene.address(route, query), scene.send.clone());
    let button = el("button").attr("type", "button").class("share-button").on_click(move |_| {
        let send = send.clone();
        browser::share(&title, &address, move || send.emit(Message::Copied));
    });
    // Each time another element: what does not change is not read out.
    let said = (scene.copied > 0).then(|| el("span").key(scene.copied.to_string()).text("Link copied"));
    el("div")
        .class("share")
        .child(button.child(el("span").text("Share")))
        .child(el("div").class("share-said").attr("role", "status").child(said))
}
