//! What is shown where there is no connection for a page that was never opened. Rendered natively alone: the viewer leaves
//! the page as it is.

use yew::Callback;

use crate::site::Route;
use crate::view::app::AppProps;
use crate::view::components::{frame, to};
use crate::view::element::{El, el, markup};
use crate::view::scene::Scene;

/// Adds the page as a whole.
pub(crate) fn offline(props: &AppProps, html: &mut String) {
    let scene = Scene::new(props, Callback::noop());
    markup(frame(&scene, page(&scene)), html);
}

/// What is there instead, a script of the site fills in.
fn page(scene: &Scene) -> El {
    let again = el("a").attr("href", "").text("Try again");
    let remedy = el("p")
        .text("It was not opened in this browser before, so it is not here now. ")
        .child(again)
        .text(" when there is a connection, or go to ")
        .child(to(scene, Route::List(1)).text("the first page"))
        .text(".");
    let shelf = el("section")
        .attr("id", "shelf")
        .class("away")
        .child(el("h2").text("What is here to read"))
        .child(el("ul"));
    el("article")
        .class("about")
        .child(el("h1").text("There is no connection to this page"))
        .child(remedy)
        .child(shelf)
}
