//! What stands for each article of a site that keeps them in packs, until the viewer has opened the pack. Rendered natively
//! alone: the viewer draws its own page in its place.

use yew::Callback;

use crate::site::Route;
use crate::view::app::AppProps;
use crate::view::components::{frame, to};
use crate::view::element::{El, el, markup};
use crate::view::scene::Scene;

/// Adds the page as a whole.
pub(crate) fn packed(props: &AppProps, html: &mut String) {
    let scene = Scene::new(props, Callback::noop());
    markup(frame(&scene, page(&scene)), html);
}

fn page(scene: &Scene) -> El {
    let remedy = el("p")
        .text(
            "The articles of this archive are kept many in a file, and are taken out of it by JavaScript and WebAssembly. \
             Where these don’t run nothing more comes here: the article can’t be shown, or the address is mistyped. ",
        )
        .child(to(scene, Route::List(1)).text("All articles"))
        .text(" are listed on the first page.");
    el("div").class("lost").child(el("h1").text("This page is being opened")).child(remedy)
}
