//! The page for addresses that lead nowhere.

use crate::find::Selection;
use crate::site::{Card, Route};
use crate::view::components::{Rank, cards, to};
use crate::view::element::{El, el};
use crate::view::scene::Scene;

/// Says so, and offers articles that may have been meant.
pub(in crate::view) fn lost_page(scene: &Scene, nearest: &[Card]) -> El {
    // The page is written once for all addresses: which one was asked for is known only in the browser.
    let asked = match &scene.route {
        Route::NotFound(asked) if scene.hydrated => {
            Some(el("p").class("lost-address").child(el("bdi").text(asked.clone())))
        }
        _ => None,
    };
    let remedy = el("p")
        .text("The link may be old or mistyped. ")
        .child(to(scene, Route::List(1)).text("All articles"))
        .text(" are listed on the first page.");
    let frame = el("div")
        .key("lost".into())
        .class("lost")
        .child(el("h1").attr("tabindex", "-1").text("There is nothing at this address"))
        .child(asked)
        .child(remedy);
    if nearest.is_empty() {
        return frame;
    }
    let list = cards(scene, nearest, &[], &Selection::default(), Rank::Usual);
    frame.child(el("h2").text("Perhaps one of these")).child(list)
}
