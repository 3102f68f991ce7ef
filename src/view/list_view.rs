//! What a list shows, put together from the parts of the library. Pure.

use std::rc::Rc;

use crate::article::Tag;
use crate::find::text::{Extent, Found, passage};
use crate::find::{Answer, Filter, Index, Selection};
use crate::site::{CARDS_A_PAGE, Card, Count, FOUND_A_PAGE, ListPage, Narrowed, Query, QueryProblem};

use super::browser::decompose;
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

/// Sections and tags with the number of articles that choosing them leads to.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Facets {
    /// Each section.
    pub sections: Vec<(String, u32)>,
    /// The tags that are known so far.
    pub tags: Vec<TagCount>,
    /// How many tags there are.
    pub tags_in_all: u32,
}

/// A tag and what choosing it leads to.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct TagCount {
    /// The tag.
    pub tag: Tag,
    /// Hits that have it.
    pub hits: u32,
    /// What it brings to the either-of group.
    pub either: u32,
}

impl ListView {
    /// Puts a list together.
    ///
    /// # Errors
    /// The part that must be loaded first.
    pub(super) fn compose(library: &Library, key: &ListKey) -> Result<Self, Part> {
        let index = match library.index() {
            Err(_) if key.tags == TagDepth::Commonest => match Self::without_index(library, key) {
                Some(view) => return view,
                None => library.index()?,
            },
            index => index?,
        };
        let (query, unknown) =
            key.query.clone().known(|tag| index.has_tag(tag), |section| index.has_section(section));
        let found = match query.selection.text.as_str() {
            "" => None,
            text => match library.search(text, Extent::Whole) {
                Ok(found) => Some(found),
                Err(part) => return Self::of_best(library, key, part.clone()).unwrap_or(Err(part)),
            },
        };
        let answer = index.answer(&query.selection, found.as_deref());
        let relaxations = match answer.hits.is_empty() {
            true => index.relaxations(&query.selection, found.as_deref()),
            false => Vec::new(),
        };
        let facets = Facets::of(&index, &answer);
        let problems = key.problems.iter().cloned().chain(unknown).collect();
        let mut view = Self::page(library, query, problems, &answer.hits, facets)?;
        view.relaxations = relaxations;
        Ok(view.with(library, found))
    }

    /// The best of what was typed, without what can be chosen, until `awaited` has come; `None` if there are other filters.
    fn of_best(library: &Library, key: &ListKey, awaited: Part) -> Option<Result<Self, Part>> {
        let selection = &key.query.selection;
        if selection.text.is_empty() || *selection != Selection::default().asking(&selection.text) {
            return None;
        }
        let found = match library.search(&selection.text, Extent::Best) {
            Ok(found) => found,
            Err(part) => return Some(Err(part)),
        };
        let mut hits = found.numbers.clone();
        found.rank(&mut hits);
        if found.total as usize > hits.len() && key.query.page as usize * FOUND_A_PAGE > hits.len() {
            return None;
        }
        let view = Self::page(library, key.query.clone(), key.problems.clone(), &hits, Facets::default());
        Some(view.map(|mut view| {
            view.total = found.total as usize;
            view.pages = pages(view.total, FOUND_A_PAGE);
            view.awaits = Some(awaited);
            view.with(library, Some(found))
        }))
    }

    /// What the overview or the opened page already says; `None` where only the index tells.
    fn without_index(library: &Library, key: &ListKey) -> Option<Result<Self, Part>> {
        if key.query.selection == Selection::default() {
            return Some(Self::of_everything(library, key));
        }
        if !key.query.selection.text.is_empty() {
            return Self::of_best(library, key, Part::Index);
        }
        let opened = library.opened()?;
        let is_it = opened.number == key.query.page && opened.selection() == key.query.selection;
        Some(Ok(Self::of_opened(&opened, opened.narrowed.as_ref().filter(|_| is_it)?, key)))
    }

    fn of_everything(library: &Library, key: &ListKey) -> Result<Self, Part> {
        let overview = library.overview()?;
        let facets = Facets::known(&overview.sections, &overview.tags, overview.tags_in_all);
        let numbers: Vec<u32> = (0..overview.articles).collect();
        Self::page(library, key.query.clone(), key.problems.clone(), &numbers, facets)
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
            facets: Facets::known(&narrowed.sections, &narrowed.tags, narrowed.tags_in_all),
            relaxations: Vec::new(),
            found: None,
            awaits: None,
        }
    }

    fn page(
        library: &Library,
        mut query: Query,
        mut problems: Vec<QueryProblem>,
        hits: &[u32],
        facets: Facets,
    ) -> Result<Self, Part> {
        let length = if query.selection.text.is_empty() { CARDS_A_PAGE } else { FOUND_A_PAGE };
        let pages = pages(hits.len(), length);
        if query.page > pages {
            problems.push(QueryProblem::PastTheEnd { asked: query.page, last: pages });
            query.page = pages;
        }
        let first = (query.page as usize - 1) * length;
        let numbers: Vec<u32> = hits.iter().skip(first).take(length).copied().collect();
        let found = library.cards(&numbers)?;
        let count = found.len();
        let cards: Vec<Card> = found.into_iter().filter_map(|card| card.0.ok()).collect();
        let unreadable = count - cards.len();
        let (total, relaxations) = (hits.len(), Vec::new());
        let (passages, found, awaits) = (Vec::new(), None, None);
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
            let passage = |card: &Card| Some(passage(&text(card)?, &marks, decompose)?.to_owned());
            self.passages = self.cards.iter().map(passage).collect();
        }
        self.found = found;
        self
    }
}

/// At least 1.
fn pages(articles: usize, on_one: usize) -> u32 {
    u32::try_from(articles.div_ceil(on_one).max(1)).unwrap_or(u32::MAX)
}

impl Facets {
    fn known(sections: &[Count<String>], tags: &[Count<Tag>], tags_in_all: u32) -> Self {
        let tag = |count: &Count<Tag>| TagCount {
            tag: count.value.clone(),
            hits: count.articles,
            either: count.articles,
        };
        Self {
            sections: sections.iter().map(|count| (count.value.clone(), count.articles)).collect(),
            tags: tags.iter().map(tag).collect(),
            tags_in_all,
        }
    }

    fn of(index: &Index, answer: &Answer) -> Self {
        let counts = answer.tag_counts.iter().zip(&answer.either_counts);
        let tags = index.tags.iter().zip(counts).map(|(facet, (hits, either))| TagCount {
            tag: facet.value.clone(),
            hits: *hits,
            either: *either,
        });
        let sections = index.sections.iter().map(|facet| facet.value.clone());
        Self {
            sections: sections.zip(answer.section_counts.iter().copied()).collect(),
            tags: tags.collect(),
            tags_in_all: u32::try_from(index.tags.len()).unwrap_or(u32::MAX),
        }
    }
}
