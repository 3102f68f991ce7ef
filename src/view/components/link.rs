//! A link inside the site: a real, relative address that the viewer follows without loading the page anew.

use yew::MouseEvent;

use crate::find::Selection;
use crate::site::{Permalink, Query, Route};
use crate::view::app::Message;
use crate::view::browser::{self, Motion};
use crate::view::element::{El, el};
use crate::view::scene::Scene;

/// To a page, from its top.
pub(in crate::view) fn to(scene: &Scene, route: Route) -> El {
    link(scene, route, Query::default(), Motion::Go)
}

/// To an article, remembering the filters that it was found with.
pub(in crate::view) fn to_article(scene: &Scene, link_to: &Permalink, selection: &Selection) -> El {
    link(scene, Route::Article(link_to.clone()), Query::of(selection.clone()), Motion::Go)
}

/// To the list by a selection.
pub(in crate::view) fn to_list(scene: &Scene, selection: Selection) -> El {
    to_query(scene, Query::of(selection))
}

/// To a page of the list by a selection.
pub(super) fn to_query(scene: &Scene, query: Query) -> El {
    let (route, query) = query.address();
    link(scene, route, query, Motion::Go)
}

/// The same list seen otherwise: focus and place stay.
pub(super) fn adjust(scene: &Scene, selection: Selection) -> El {
    let (route, query) = Query::of(selection).address();
    link(scene, route, query, Motion::Adjust)
}

fn link(scene: &Scene, route: Route, query: Query, motion: Motion) -> El {
    let mut href = scene.href(&route.path());
    if query != Query::default() {
        href.push_str(&query.to_string());
    }
    let send = scene.send.clone();
    el("a").attr("href", href).on_click(move |event: MouseEvent| {
        if browser::is_plain_click(&event) {
            event.prevent_default();
            send.emit(Message::Go(route.clone(), query.clone(), motion));
        }
    })
}
