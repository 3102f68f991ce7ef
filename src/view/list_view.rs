//! What a list shows, put together from the parts of the library. Pure.

use std::rc::Rc;

use crate::find::text::{Extent, Found, passage};
use crate::find::{Filter, Selection};
use crate::site::{CARDS_A_PAGE, Card, FOUND_A_PAGE, ListPage, Narrowed, Query, QueryProblem};

use super::browser::{decompose, timed};
use super::facets::Facets;
use super::{Library, Part};

/// What is asked of a list.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ListKey {
    /// The query string, or the page of the whole list.
    pub query: Query,
    /// What was wrong with the query string.
    pub problems: Vec<QueryProblem>,
    /// Whether all tags are wanted and not only the commonest.
    pub tags: TagDepth,
}

/// How many of the tags are wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum TagDepth {
    /// Those that the overview names.
    #[default]
    Commonest,
    /// All, which needs the index.
    All,
}

/// A list, ready to be shown.
#[derive(Debug, PartialEq)]
pub(super) struct ListView {
    /// What is shown, after unknown tags and sections were left out.
    pub query: Query,
    /// What could not be followed.
    pub problems: Vec<QueryProblem>,
    /// How many articles there are in all pages.
    pub total: usize,
    /// How many pages; at least 1.
    pub pages: u32,
    /// The articles of this page.
    pub cards: Vec<Card>,
    /// Of each, the piece of its text that has what was typed, as far as the texts have come.
    pub passages: Vec<Option<String>>,
    /// How many articles of this page could not be read.
    pub unreadable: usize,
    /// What can be chosen.
    pub facets: Facets,
    /// How many articles each filter keeps away, if there are no hits.
    pub relaxations: Vec<(Filter, usize)>,
    /// What was found for the text that was typed, if one was.
    pub found: Option<Rc<Found>>,
    /// What makes it complete: before, what can be chosen is not known.
    pub awaits: Option<Part>,
}

impl ListView {
    /// Puts a list together.
    ///
    /// # Errors
    /// The part that must be loaded first.
    pub(super) fn compose(library: &Library, key: &ListKey) -> Result<Self, Part> {
        if let Some(view) = Self::without_index(library, key) {
            return view;
        }
        let index = match library.index() {
            Ok(index) => index,
            Err(part) => return Self::of_best(library, key, part.clone()).unwrap_or(Err(part)),
        };
        let (query, unknown) = key.query.clone().known_to(&index, decompose);
        let found = match query.selection.text.as_str() {
            "" => None,
            text => match timed("search", || library.search(text, Extent::Whole)) {
                Ok(found) => Some(found),
                Err(part) => return Self::of_best(library, key, part.clone()).unwrap_or(Err(part)),
            },
        };
        let selection = query.selection.clone();
        let (hits, counts) = timed("facets", || {
            let hits = library.hits(&selection, found.as_deref());
            let counts = hits.as_ref().ok().map(|hits| library.counts(&selection, found.as_deref(), hits));
            (hits, counts)
        });
        let hits = hits?;
        let numbers = hits.ordered(&index, selection.sort, found.as_deref());
        let problems = key.problems.iter().cloned().chain(unknown).collect();
        let mut view = Self::page(library, query, problems, &Numbers::Of(&numbers))?;
        if numbers.is_empty() {
            view.relaxations = library.relaxations(&selection, found.as_deref())?;
        }
        let axis = library.overview()?.axis();
        let periods = axis.map(|axis| library.by_period(axis, &selection, found.as_deref(), &hits));
        let periods = periods.transpose()?;
        let (counts, awaits) = match counts {
            Some(Err(part)) => (None, Some(part)),
            counts => (counts.and_then(Result::ok), None),
        };
        (view.facets, view.awaits) = (Facets::of(index, counts, axis, periods), awaits);
        Ok(view.with(library, found))
    }

    /// The best of what was typed, without what can be chosen, until `awaited` has come; `None` if there are other filters.
    fn of_best(library: &Library, key: &ListKey, awaited: Part) -> Option<Result<Self, Part>> {
        let selection = &key.query.selection;
        if selection.text.is_empty() || *selection != Selection::default().asking(&selection.text) {
            return None;
        }
        let found = match timed("search", || library.search(&selection.text, Extent::Best)) {
            Ok(found) => found,
            Err(part) => return Some(Err(part)),
        };
        let mut hits = found.numbers.clone();
        found.rank(&mut hits);
        if found.total as usize > hits.len() && key.query.page as usize * FOUND_A_PAGE > hits.len() {
            return None;
        }
        let view = Self::page(library, key.query.clone(), key.problems.clone(), &Numbers::Of(&hits));
        Some(view.and_then(|mut view| {
            view.facets = Facets::uncounted(&*library.overview()?);
            view.total = found.total as usize;
            view.pages = pages(view.total, FOUND_A_PAGE);
            view.awaits = Some(awaited);
            Ok(view.with(library, Some(found)))
        }))
    }

    /// What the overview or the opened page already says; `None` where only the index tells.
    fn without_index(library: &Library, key: &ListKey) -> Option<Result<Self, Part>> {
        if key.tags == TagDepth::All {
            return None;
        }
        if key.query.selection == Selection::default() {
            return Some(Self::of_everything(library, key));
        }
        let opened = library.opened()?;
        let is_it = opened.number == key.query.page && opened.selection() == key.query.selection;
        Some(Ok(Self::of_opened(&opened, opened.narrowed.as_ref().filter(|_| is_it)?, key)))
    }

    fn of_everything(library: &Library, key: &ListKey) -> Result<Self, Part> {
        let overview = library.overview()?;
        let numbers = Numbers::All(overview.articles);
        let view = Self::page(library, key.query.clone(), key.problems.clone(), &numbers)?;
        Ok(Self { facets: Facets::of_everything(&overview), ..view })
    }

    fn of_opened(page: &ListPage, narrowed: &Narrowed, key: &ListKey) -> Self {
        let cards: Vec<Card> = page.cards.iter().filter_map(|card| card.0.clone().ok()).collect();
        Self {
            query: key.query.clone(),
            problems: key.problems.clone(),
            total: narrowed.articles as usize,
            pages: pages(narrowed.articles as usize, CARDS_A_PAGE),
            unreadable: page.cards.len() - cards.len(),
            cards,
            passages: Vec::new(),
            facets: Facets::narrowed(&page.overview, narrowed),
            relaxations: Vec::new(),
            found: None,
            awaits: None,
        }
    }

    fn page(
        library: &Library,
        mut query: Query,
        mut problems: Vec<QueryProblem>,
        hits: &Numbers<'_>,
    ) -> Result<Self, Part> {
        let length = if query.selection.text.is_empty() { CARDS_A_PAGE } else { FOUND_A_PAGE };
        let pages = pages(hits.len(), length);
        if query.page > pages {
            problems.push(QueryProblem::PastTheEnd { asked: query.page, last: pages });
            query.page = pages;
        }
        let first = (query.page as usize - 1) * length;
        let numbers = hits.page(first, length);
        let found = library.cards(&numbers)?;
        let count = found.len();
        let cards: Vec<Card> = found.into_iter().filter_map(|card| card.0.ok()).collect();
        let unreadable = count - cards.len();
        let (passages, relaxations, found, awaits) = (Vec::new(), Vec::new(), None, None);
        let (total, facets) = (hits.len(), Facets::default());
        Ok(Self {
            query,
            problems,
            total,
            pages,
            cards,
            passages,
            unreadable,
            facets,
            relaxations,
            found,
            awaits,
        })
    }

    /// The same with what was found, and the passages that have it.
    fn with(mut self, library: &Library, found: Option<Rc<Found>>) -> Self {
        if let Some(found) = &found {
            let marks = found.marks();
            let text = |card: &Card| Some(library.article(&card.link).ok()?.article.body_text());
            let passage = |card: &Card| passage(&text(card)?, &marks, decompose);
            self.passages = self.cards.iter().map(passage).collect();
        }
        self.found = found;
        self
    }
}

/// The numbers of articles, in the order in which they are shown.
enum Numbers<'a> {
    /// So many, as the archive has them.
    All(u32),
    Of(&'a [u32]),
}

impl Numbers<'_> {
    fn len(&self) -> usize {
        match self {
            Self::All(articles) => *articles as usize,
            Self::Of(numbers) => numbers.len(),
        }
    }

    fn page(&self, first: usize, length: usize) -> Vec<u32> {
        match self {
            Self::All(articles) => (0..*articles).skip(first).take(length).collect(),
            Self::Of(numbers) => numbers.iter().skip(first).take(length).copied().collect(),
        }
    }
}

/// At least 1.
fn pages(articles: usize, on_one: usize) -> u32 {
    u32::try_from(articles.div_ceil(on_one).max(1)).unwrap_or(u32::MAX)
}
