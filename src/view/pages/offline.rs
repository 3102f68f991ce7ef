//! What is shown where there is no connection for a page that was never opened. Rendered natively alone: the viewer leaves
//! the page as it is.

use yew::prelude::*;

use crate::site::Route;
use crate::view::app::AppProps;
use crate::view::components::{footer, masthead, to};
use crate::view::element::{El, el};
use crate::view::scene::Scene;

/// The page as a whole.
#[component]
pub(crate) fn Offline(props: &AppProps) -> Html {
    let scene = Scene::new(props, Callback::noop());
    let main = el("main").attr("id", "main").attr("tabindex", "-1").child(page(&scene));
    let skip = el("a").class("skip").attr("href", "#main").text("Skip to the text");
    [skip, masthead(&scene), main, footer(&scene)].into_iter().map(Html::from).collect()
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
