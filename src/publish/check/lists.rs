//! The lists of tags and sections that have no pages, or not so many, and are drawn by the viewer.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::find::{Field, Index};
use crate::site::{CARDS_A_PAGE, OVERVIEW_PATH, Overview, Route, facet_slug, read};

use super::files::Files;

/// The addresses of all pages of lists that the viewer knows and that are no files: none, if the index can't be read.
pub(super) fn drawn(site: &Path, files: &Files) -> Vec<String> {
    let text = |path: &str| fs::read_to_string(site.join(path)).unwrap_or_default();
    let overview = read::<Overview>(OVERVIEW_PATH, &text(OVERVIEW_PATH));
    let index = overview.and_then(|overview| read::<Index>(&overview.index, &text(&overview.index)));
    let addresses = index.map(|index| addresses(&index)).unwrap_or_default();
    addresses.into_iter().filter(|path| files.served(&format!("{path}/")).is_none()).collect()
}

fn addresses(index: &Index) -> Vec<String> {
    let tags = index.tags.values.iter().map(|tag| facet_slug(tag.as_str())).zip(&index.tags.articles);
    let sections = index.field(Field::Section);
    let sections = sections.values.iter().map(|name| facet_slug(name)).zip(&sections.articles);
    let (mut of_tags, mut of_sections) = (BTreeMap::new(), BTreeMap::new());
    // Spellings of one tag share a list.
    tags.for_each(|(slug, articles)| *of_tags.entry(slug).or_default() += *articles as usize);
    sections.for_each(|(slug, articles)| *of_sections.entry(slug).or_default() += *articles as usize);
    let pages = |articles: usize| (1_u32..).take(articles.div_ceil(CARDS_A_PAGE));
    let tags =
        of_tags.iter().flat_map(|(slug, articles)| pages(*articles).map(|n| Route::Tag(slug.clone(), n)));
    let sections = of_sections
        .iter()
        .flat_map(|(slug, articles)| pages(*articles).map(|n| Route::Section(slug.clone(), n)));
    tags.chain(sections).map(|route| route.path().trim_matches('/').to_owned()).collect()
}
