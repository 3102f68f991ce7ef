//! A link inside the site: a real, relative address that the viewer follows without loading the page anew.

use yew::prelude::*;

use crate::find::Selection;
use crate::site::{Permalink, Query, Route};
use crate::view::browser::{self, Motion};
use crate::view::scene::Scene;

/// A link to be drawn.
pub(in crate::view) struct Link<'a> {
    scene: &'a Scene,
    to: Route,
    query: Query,
    motion: Motion,
    class: &'static str,
    current: Option<&'static str>,
    label: Option<String>,
    rel: Option<&'static str>,
}

impl<'a> Link<'a> {
    /// To a page, from its top.
    pub(in crate::view) fn to(scene: &'a Scene, to: Route) -> Self {
        let (query, motion) = (Query::default(), Motion::Go);
        Self { scene, to, query, motion, class: "", current: None, label: None, rel: None }
    }

    /// To an article, remembering the filters that it was found with.
    pub(in crate::view) fn to_article(scene: &'a Scene, link: &Permalink, selection: &Selection) -> Self {
        Self::to(scene, Route::Article(link.clone())).query(Query::of(selection.clone()))
    }

    /// To the list by a selection.
    pub(in crate::view) fn to_list(scene: &'a Scene, selection: Selection) -> Self {
        Self::to(scene, Route::List(1)).query(Query::of(selection))
    }

    /// With filters, or a page of them.
    pub(in crate::view) fn query(self, query: Query) -> Self {
        Self { query, ..self }
    }

    /// The same list seen otherwise: focus and place stay.
    pub(in crate::view) fn adjusting(self) -> Self {
        Self { motion: Motion::Adjust, ..self }
    }

    /// With a class.
    pub(in crate::view) fn class(self, class: &'static str) -> Self {
        Self { class, ..self }
    }

    /// With `aria-current`, if given.
    pub(in crate::view) fn current(self, current: Option<&'static str>) -> Self {
        Self { current, ..self }
    }

    /// With a name where the text alone doesn't say it.
    pub(in crate::view) fn label(self, label: String) -> Self {
        Self { label: Some(label), ..self }
    }

    /// With its relation to this page.
    pub(in crate::view) fn rel(self, rel: &'static str) -> Self {
        Self { rel: Some(rel), ..self }
    }

    /// Draws it.
    pub(in crate::view) fn show(self, children: Html) -> Html {
        let Self { scene, to, query, motion, class, current, label, rel } = self;
        let href = format!("{}{query}", scene.href(&to.path()));
        let scene = scene.clone();
        let onclick = Callback::from(move |event: MouseEvent| {
            if browser::is_plain_click(&event) {
                event.prevent_default();
                scene.go(&to, &query, motion);
            }
        });
        let class = (!class.is_empty()).then_some(class);
        html! { <a {href} {onclick} {class} aria-current={current} aria-label={label} {rel}>{ children }</a> }
    }
}
