//! What goes into which file of a site: pure, from the archive alone.

use std::collections::HashMap;

use crate::archive::{Archive, Entry};
use crate::article::reading_minutes;
use crate::find::{self, Index};
use crate::site::{
    ArticlePage, CARDS_A_CHUNK, CARDS_A_PAGE, Card, CardChunk, Count, Day, INDEX_PATH, Lenient, ListPage,
    Overview, Permalink, SiteName, Span, TOP_TAGS, VERSION, cards_path, hashed,
};

use super::config::{Config, identity};
use super::json;
use super::next_reads::NextReads;
use super::viewer::content_hash;

/// The parts of a site.
pub(super) struct Plan {
    pub site: SiteName,
    pub overview: Overview,
    cards: Vec<Card>,
    chunks: Vec<(String, Vec<u8>)>,
    index: (String, Vec<u8>),
    by_url: HashMap<String, usize>,
    next_reads: NextReads,
    facets: Index,
}

impl Plan {
    /// Plans the site of an archive.
    pub(super) fn of(archive: &Archive, config: &Config) -> Self {
        let site = identity(archive, config);
        let index = find::build(archive);
        let cards: Vec<Card> = archive.entries().iter().map(|entry| card(&site, entry)).collect();
        let chunks: Vec<_> = cards.chunks(CARDS_A_CHUNK).enumerate().map(chunk).collect();
        let index_file = named(INDEX_PATH, json(&Versioned { backissue: VERSION, index: &index }));
        let overview = overview(archive, &index, &chunks, &index_file.0);
        let urls = archive.entries().iter().enumerate();
        let by_url = urls.filter_map(|(n, entry)| Some((entry.article.url.clone()?, n))).collect();
        let next_reads = NextReads::of(&index);
        Self { site, overview, cards, chunks, index: index_file, by_url, next_reads, facets: index }
    }

    pub(super) fn articles(&self) -> usize {
        self.cards.len()
    }

    /// At least one.
    pub(super) fn pages(&self) -> u32 {
        let pages = self.cards.len().div_ceil(CARDS_A_PAGE).max(1);
        u32::try_from(pages).expect("an archive has fewer than four thousand million articles")
    }

    pub(super) fn chunks(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.chunks.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    pub(super) fn index(&self) -> (&str, &[u8]) {
        (&self.index.0, &self.index.1)
    }

    /// The articles of each tag and section.
    pub(super) fn facets(&self) -> &Index {
        &self.facets
    }

    /// A page of the whole list, from 1.
    pub(super) fn list_page(&self, number: u32) -> ListPage {
        let first = (number as usize - 1) * CARDS_A_PAGE;
        let cards = self.cards.iter().skip(first).take(CARDS_A_PAGE);
        let cards = cards.map(|card| Lenient(Ok(card.clone()))).collect();
        ListPage { number, overview: self.overview.clone(), cards }
    }

    /// The page of an article, by its number.
    pub(super) fn article_page(&self, archive: &Archive, number: usize) -> ArticlePage {
        let article = archive.entries()[number].article.clone();
        let inside = |url: &String| self.by_url.get(url).map(|n| self.cards[*n].link.clone());
        let related: Vec<Option<Permalink>> = article.related.iter().map(|link| inside(&link.url)).collect();
        let next = self.next_reads.of_article(number).into_iter().map(|n| self.cards[n].clone()).collect();
        ArticlePage {
            link: self.cards[number].link.clone(),
            minutes: self.cards[number].minutes,
            related: if related.iter().any(Option::is_some) { related } else { Vec::new() },
            next,
            older: self.cards.get(number + 1).cloned(),
            newer: number.checked_sub(1).and_then(|n| self.cards.get(n)).cloned(),
            article,
        }
    }
}

/// The index with the version that every data file has.
#[derive(serde::Serialize)]
struct Versioned<'a> {
    backissue: u32,
    #[serde(flatten)]
    index: &'a Index,
}

/// The address of an article.
pub(super) fn permalink(entry: &Entry) -> Permalink {
    Permalink { date: entry.article.published.map(|at| at.date), slug: entry.slug.clone() }
}

fn card(site: &SiteName, entry: &Entry) -> Card {
    let article = &entry.article;
    let mut picture = article.picture.clone();
    if let Some(picture) = &mut picture {
        (picture.caption, picture.credit) = (None, None);
    }
    let publisher = article.publisher.as_ref().map(|publisher| publisher.name.clone());
    Card {
        link: permalink(entry),
        title: article.title.clone(),
        standfirst: article.standfirst.clone(),
        published: article.published,
        section: article.section.clone(),
        publisher: publisher.filter(|name| *name != site.title),
        tags: article.tags.clone(),
        picture,
        minutes: reading_minutes(article),
        language: article.language.clone().filter(|language| Some(language) != site.language.as_ref()),
    }
}

fn chunk((number, cards): (usize, &[Card])) -> (String, Vec<u8>) {
    let cards = cards.iter().map(|card| Lenient(Ok(card.clone()))).collect();
    named(&cards_path(number), json(&CardChunk { backissue: VERSION, cards }))
}

fn named(path: &str, json: String) -> (String, Vec<u8>) {
    (hashed(path, &content_hash(json.as_bytes())), json.into_bytes())
}

fn overview(archive: &Archive, index: &Index, chunks: &[(String, Vec<u8>)], index_path: &str) -> Overview {
    let dates = || archive.entries().iter().filter_map(|entry| entry.article.published).map(|at| at.date);
    let span = dates().min().zip(dates().max());
    Overview {
        backissue: VERSION,
        articles: index.articles,
        span: span.map(|(oldest, newest)| Span { oldest: Day(oldest), newest: Day(newest) }),
        sections: index.sections.iter().map(count).collect(),
        tags: index.tags.iter().take(TOP_TAGS).map(count).collect(),
        tags_in_all: u32::try_from(index.tags.len()).unwrap_or(u32::MAX),
        cards: chunks.iter().map(|(path, _)| path.clone()).collect(),
        index: index_path.to_owned(),
    }
}

fn count<T: Clone>(facet: &find::Facet<T>) -> Count<T> {
    Count { value: facet.value.clone(), articles: u32::try_from(facet.posting.len()).unwrap_or(u32::MAX) }
}
