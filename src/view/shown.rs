//! What is to be shown at an address, put together from the parts of the library. Pure.

use std::rc::Rc;

use crate::site::{Card, Query, Route};

use super::list_view::{ListKey, ListView, TagDepth};
use super::reader_view::{ReaderKey, ReaderView};
use super::scene::Scene;
use super::{Library, Part, words};

/// How many articles are offered in place of one that isn't there.
const OFFERED: u32 = 5;

/// One of the three kinds of page, ready to be drawn.
pub(super) enum Shown {
    /// The list, whole or filtered.
    List(Rc<ListView>),
    /// An article.
    Reader(Rc<ReaderView>),
    /// The page for addresses that lead nowhere, with the newest articles.
    Lost(Vec<Card>),
}

impl Shown {
    /// What a scene asks for, if it is there, and the part that is missing.
    pub(super) fn compose(scene: &Scene, tags: TagDepth) -> (Option<Self>, Option<Part>) {
        let library = &scene.library;
        match &scene.route {
            Route::List(number) => {
                let query = Query { page: scene.query.page.max(*number), ..scene.query.clone() };
                let key = ListKey { query, problems: scene.problems.clone(), tags };
                split(ListView::compose(library, &key).map(|view| Self::List(Rc::new(view))))
            }
            Route::Article(link) => {
                let key = ReaderKey { link: link.clone(), selection: scene.query.selection.clone() };
                let reader = |view| Self::Reader(Rc::new(view));
                match split(ReaderView::compose(library, &key).map(reader)) {
                    // Filtered neighbours may be long in coming, or never come: the article doesn't wait for them.
                    (None, missing) => (ReaderView::alone(library, &key).ok().map(reader), missing),
                    whole => whole,
                }
            }
            Route::NotFound(_) if !scene.hydrated => (Some(Self::Lost(Vec::new())), None),
            Route::NotFound(_) => {
                let (newest, missing) = split(newest(library));
                // Without the newest articles the page still says what it has to say.
                (Some(Self::Lost(newest.unwrap_or_default())), missing)
            }
        }
    }

    /// Whether it is a page of the route's kind.
    pub(super) fn fits(&self, route: &Route) -> bool {
        matches!(
            (self, route),
            (Self::List(_), Route::List(_))
                | (Self::Reader(_), Route::Article(_))
                | (Self::Lost(_), Route::NotFound(_))
        )
    }

    /// The document's title.
    pub(super) fn title(&self, scene: &Scene) -> String {
        match (self, &scene.route) {
            (Self::List(_), Route::List(number)) => {
                let query = Query { page: scene.query.page.max(*number), ..scene.query.clone() };
                words::list_title(&scene.site, &query)
            }
            (Self::Reader(view), _) => words::article_title(&scene.site, &view.page.article.title),
            _ => words::lost_title(&scene.site),
        }
    }
}

fn split<T>(result: Result<T, Part>) -> (Option<T>, Option<Part>) {
    match result {
        Ok(value) => (Some(value), None),
        Err(part) => (None, Some(part)),
    }
}

fn newest(library: &Library) -> Result<Vec<Card>, Part> {
    let numbers: Vec<u32> = (0..library.overview()?.articles.min(OFFERED)).collect();
    Ok(library.cards(&numbers)?.into_iter().filter_map(|card| card.0.ok()).collect())
}
