//! What the reader shows, put together from the parts of the library. Pure.

use std::rc::Rc;

use crate::find::Selection;
use crate::find::text::{Extent, Found};
use crate::site::{ArticlePage, Card, Permalink};

use super::browser::decompose;
use super::{Library, Part};

/// Which article, and the filters of the list that one came from.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ReaderKey {
    /// The article.
    pub link: Permalink,
    /// Everything, if one came from nowhere.
    pub selection: Selection,
}

/// An article with the articles before and after it.
#[derive(Debug, PartialEq)]
pub(super) struct ReaderView {
    /// The article.
    pub page: Rc<ArticlePage>,
    /// Whether the neighbours are those within the filters.
    pub filtered: Option<Selection>,
    /// The next older one.
    pub older: Option<Card>,
    /// The next newer one.
    pub newer: Option<Card>,
    /// What was typed to find it.
    pub found: Option<Rc<Found>>,
}

impl ReaderView {
    /// Puts an article and its neighbours together. Neighbours within filters come when the index has come.
    ///
    /// # Errors
    /// The part that must be loaded first.
    pub(super) fn compose(library: &Library, key: &ReaderKey) -> Result<Self, Part> {
        let page = library.article(&key.link)?;
        if !key.selection.is_everything() {
            let (hits, found) = filtered_hits(library, key)?;
            if let Some(place) = position(library, &hits, &page)? {
                let at = |place: Option<usize>| neighbour(library, &hits, place);
                let (older, newer) = (at(place.checked_add(1))?, at(place.checked_sub(1))?);
                return Ok(Self { page, filtered: Some(key.selection.clone()), older, newer, found });
            }
        }
        let (older, newer) = (page.older.clone(), page.newer.clone());
        Ok(Self { page, filtered: None, older, newer, found: None })
    }

    /// The article alone, for the time until its filtered neighbours have come, or if they can't.
    pub(super) fn alone(library: &Library, key: &ReaderKey) -> Result<Self, Part> {
        Self::compose(library, &ReaderKey { link: key.link.clone(), selection: Selection::default() })
    }
}

/// The hits, newest first, whatever the order of the list.
fn filtered_hits(library: &Library, key: &ReaderKey) -> Result<(Vec<u32>, Option<Rc<Found>>), Part> {
    let index = library.index()?;
    let query = crate::site::Query::of(Selection { sort: Default::default(), ..key.selection.clone() });
    let (query, _) = query.known_to(&index, decompose);
    let found = match query.selection.text.as_str() {
        "" => None,
        text => Some(library.search(text, Extent::Whole)?),
    };
    let hits = library.hits(&query.selection, found.as_deref())?;
    Ok((hits.ordered(&index, query.selection.sort, None), found))
}

/// Where the article stands among the hits: looked for among those of its day.
fn position(library: &Library, hits: &[u32], page: &ArticlePage) -> Result<Option<usize>, Part> {
    let index = library.index()?;
    let day = page.article.published.map(|published| published.date.day_number());
    let ranges = index.ranges(day);
    for (place, number) in hits.iter().enumerate() {
        if ranges.iter().any(|range| range.contains(number)) {
            let card = library.card(*number)?;
            if card.0.is_ok_and(|card| card.link == page.link) {
                return Ok(Some(place));
            }
        }
    }
    Ok(None)
}

fn neighbour(library: &Library, hits: &[u32], place: Option<usize>) -> Result<Option<Card>, Part> {
    match place.and_then(|place| hits.get(place)) {
        Some(number) => Ok(library.card(*number)?.0.ok()),
        None => Ok(None),
    }
}
