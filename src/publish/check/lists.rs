//! The lists of tags and sections that have no pages, or not so many, and are drawn by the viewer.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::article::Slug;
use crate::find::{Field, Index};
use crate::site::{CARDS_A_PAGE, OVERVIEW_PATH, Overview, Route, facet_slug, read};
use crate::view::read_index;

use super::files::Files;

/// The addresses of all pages of lists that the viewer knows and that are no files: none, if the index can't be read.
pub(super) fn drawn(site: &Path, files: &Files) -> Vec<String> {
    let text = |path: &str| fs::read_to_string(site.join(path)).unwrap_or_default();
    let overview = read::<Overview>(OVERVIEW_PATH, &text(OVERVIEW_PATH));
    let index = overview.and_then(|overview| read_index(&overview.index, &text(&overview.index)));
    let addresses = index.map(|index| addresses(&index)).unwrap_or_default();
    addresses.into_iter().filter(|path| files.served(&format!("{path}/")).is_none()).collect()
}

fn addresses(index: &Index) -> Vec<String> {
    let sections = index.field(Field::Section);
    let tags = index.tags.values.iter().map(|tag| tag.as_str()).zip(&index.tags.articles);
    let sections = sections.values.iter().map(String::as_str).zip(&sections.articles);
    let routes = [pages(tags, Route::Tag), pages(sections, Route::Section)].concat();
    routes.iter().map(|route| route.path().trim_matches('/').to_owned()).collect()
}

/// The pages of the lists of these names, each with its articles; spellings of one name share a list.
fn pages<'a>(names: impl Iterator<Item = (&'a str, &'a u32)>, route: fn(Slug, u32) -> Route) -> Vec<Route> {
    let mut lists: BTreeMap<Slug, u32> = BTreeMap::new();
    names.for_each(|(name, articles)| *lists.entry(facet_slug(name)).or_default() += articles);
    let pages = |(slug, articles): (Slug, u32)| {
        (1..=articles.div_ceil(CARDS_A_PAGE as u32)).map(move |number| route(slug.clone(), number))
    };
    lists.into_iter().flat_map(pages).collect()
}
