//! What is to be shown at an address, put together from the parts of the library. Pure.

use std::rc::Rc;

use crate::article::Slug;
use crate::find::text::Marks;
use crate::find::{Field, Selection};
use crate::site::{Card, Query, Route, facet_slug};

use super::list_view::{ListKey, ListView, TagDepth};
use super::nearest::nearest;
use super::reader_view::{ReaderKey, ReaderView};
use super::scene::Scene;
use super::{Library, Part, words};

/// One of the three kinds of page, ready to be drawn.
pub(super) enum Shown {
    /// A list, whole or filtered.
    List(Rc<ListView>),
    /// An article.
    Reader(Rc<ReaderView>),
    /// The page for addresses that lead nowhere, with articles that may have been meant.
    Lost(Vec<Card>),
}

impl Shown {
    /// What a scene asks for, if it is there, and the part that is missing.
    pub(super) fn compose(scene: &Scene, tags: TagDepth) -> (Option<Self>, Option<Part>) {
        match &scene.route {
            Route::Article(link) => {
                let key = ReaderKey { link: link.clone(), selection: scene.query.selection.clone() };
                Self::reader(&scene.library, &key)
            }
            Route::Tags(..) | Route::About | Route::NotFound(_) => Self::lost(scene),
            _ => Self::list(scene, tags),
        }
    }

    fn list(scene: &Scene, tags: TagDepth) -> (Option<Self>, Option<Part>) {
        let compose = |query| {
            let key = ListKey { query, problems: scene.problems.clone(), tags };
            ListView::compose(&scene.library, &key)
        };
        match asked(scene).and_then(|query| query.map(compose).transpose()) {
            Ok(Some(view)) => {
                let awaits = view.awaits.clone();
                (Some(Self::List(Rc::new(view))), awaits)
            }
            Ok(None) => Self::lost(scene),
            Err(part) => (None, Some(own_page(scene, tags).unwrap_or(part))),
        }
    }

    fn reader(library: &Library, key: &ReaderKey) -> (Option<Self>, Option<Part>) {
        let reader = |view| Self::Reader(Rc::new(view));
        match split(ReaderView::compose(library, key).map(reader)) {
            // Filtered neighbours may be long in coming, or never come: the article doesn't wait for them.
            (None, missing) => (ReaderView::alone(library, key).ok().map(reader), missing),
            whole => whole,
        }
    }

    /// Without the nearest articles the page still says what it has to say.
    fn lost(scene: &Scene) -> (Option<Self>, Option<Part>) {
        if !scene.hydrated {
            return (Some(Self::Lost(Vec::new())), None);
        }
        let (cards, missing) = split(nearest(&scene.library, &scene.route.path()));
        (Some(Self::Lost(cards.unwrap_or_default())), missing)
    }

    /// Keeps the rows of facets that were shown before as long as they can't be counted anew: nothing moves then.
    pub(super) fn bridge(&mut self, before: &Self) {
        if let (Self::List(view), Self::List(before)) = (self, before)
            && view.awaits.is_some()
            && let Some(view) = Rc::get_mut(view)
        {
            view.facets = before.facets.clone();
        }
    }

    /// Whether it is a page of the route's kind.
    pub(super) fn fits(&self, route: &Route) -> bool {
        match self {
            Self::List(_) => route.is_list(),
            Self::Reader(_) => matches!(route, Route::Article(_)),
            Self::Lost(_) => matches!(route, Route::NotFound(_)),
        }
    }

    /// What is to be marked in it.
    pub(super) fn marks(&self) -> Marks {
        let found = match self {
            Self::List(view) => view.found.as_ref(),
            Self::Reader(view) => view.found.as_ref(),
            Self::Lost(_) => None,
        };
        found.map(|found| found.marks()).unwrap_or_default()
    }

    /// The document's title.
    pub(super) fn title(&self, scene: &Scene) -> String {
        match self {
            Self::List(view) => words::list_title(&scene.site, &view.query),
            Self::Reader(view) => words::article_title(&scene.site, &view.page.article.title),
            Self::Lost(_) => words::lost_title(&scene.site),
        }
    }
}

/// What the address of a list asks; nothing if it names a tag or section that there isn't.
fn asked(scene: &Scene) -> Result<Option<Query>, Part> {
    let mut query = scene.query.clone();
    let (slug, number) = match &scene.route {
        Route::Tag(slug, number) | Route::Section(slug, number) => (Some(slug), *number),
        Route::List(number) => (None, *number),
        _ => return Ok(None),
    };
    query.page = query.page.max(number);
    let Some(slug) = slug else { return Ok(Some(query)) };
    let named = match opened(scene) {
        Some(selection) => selection,
        None => named(scene, slug)?,
    };
    if named == Selection::default() {
        return Ok(None);
    }
    query.selection.all.splice(0..0, named.all);
    query.selection.either.splice(0..0, named.either);
    let sections = named.fields[Field::Section].iter().cloned();
    query.selection.fields[Field::Section].splice(0..0, sections);
    Ok(Some(query))
}

/// The selection of the page that was opened, if it is this one.
fn opened(scene: &Scene) -> Option<Selection> {
    let page = scene.library.opened()?;
    (page.route() == scene.route).then(|| page.selection())
}

/// The page of the tag or section that is asked for: one file that says all of it, and less than the parts that it
/// could be put together from.
fn own_page(scene: &Scene, tags: TagDepth) -> Option<Part> {
    let has_page = matches!(scene.route, Route::Tag(..) | Route::Section(..)) && !scene.is_single_file();
    if !has_page || tags == TagDepth::All || scene.query != Query::default() || opened(scene).is_some() {
        return None;
    }
    let path = scene.route.path().trim_start_matches('/').to_owned();
    (!scene.library.is_unlisted(&path)).then_some(Part::List(path))
}

/// The tag or section that has this slug.
fn named(scene: &Scene, slug: &Slug) -> Result<Selection, Part> {
    let index = scene.library.index()?;
    let is_it = |text: &str| facet_slug(text) == *slug;
    if matches!(scene.route, Route::Section(..)) {
        let sections = index.sections.values.iter().filter(|value| is_it(value));
        return Ok(sections.fold(Selection::default(), |all, name| all.field_toggled(Field::Section, name)));
    }
    let tags = index.tags.values.iter().filter(|tag| is_it(tag.as_str())).cloned().collect();
    Ok(Selection::of_spellings(tags))
}

fn split<T>(result: Result<T, Part>) -> (Option<T>, Option<Part>) {
    match result {
        Ok(value) => (Some(value), None),
        Err(part) => (None, Some(part)),
    }
}
