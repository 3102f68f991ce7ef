//! What goes into which file of a site: pure, from the archive alone.

use rayon::prelude::*;

use crate::archive::{Archive, Entry};
use crate::article::reading_minutes;
use crate::find::{self, Axis, Field, Index, IndexFiles, Postings};
use crate::site::{
    ArticlePage, CARDS_A_CHUNK, CARDS_A_PAGE, Card, CardChunk, Count, DIGEST, Day, INDEX_PATH, Lenient,
    ListPage, Overview, Permalink, SiteName, Span, TOP_TAGS, VERSION, cards_path, hashed, part_path,
};

use super::compress::Precompress;
use super::config::{Config, identity};
use super::inside::{self, Inside};
use super::json::json;
use super::next_reads::NextReads;
use super::pack::Articles;
use super::room::Room;
use super::tag_table::{self, TagTable};
use super::topic::Topics;
use super::viewer::{content_hash, hash_of};

/// The parts of a site.
pub(super) struct Plan {
    pub site: SiteName,
    pub overview: Overview,
    /// The same without what only its file holds.
    page_overview: Overview,
    cards: Vec<Card>,
    index: (String, Vec<u8>),
    index_files: IndexFiles,
    pub inside: Inside,
    next_reads: NextReads,
    pub topics: Topics,
    pub tags: TagTable,
}

impl Plan {
    /// Plans the site of an archive.
    pub(super) fn of(
        archive: &Archive,
        config: &Config,
        precompress: Precompress,
        articles: Articles,
    ) -> Self {
        let site = identity(archive, config);
        let postings = Postings::of(archive);
        let files = IndexFiles::of(archive, &postings);
        let cards: Vec<Card> = archive.entries().par_iter().map(|entry| card(&site, entry)).collect();
        let digests: String = cards.par_chunks(CARDS_A_PAGE).map(|cards| digest(&chunk(cards))).collect();
        let index_file = named(INDEX_PATH, json(&Versioned { backissue: VERSION, index: files.index() }));
        let catalog = files.catalog(hash_of(files.parts().map(|(_, content)| content)));
        let overview =
            Overview { find: Some(catalog), ..overview(archive, &postings, digests, &index_file.0) };
        let inside = Inside::of(archive);
        let next_reads = NextReads::of(archive, &postings, &files, &inside);
        let tables = files.parts().count() + tag_table::files(postings.tags.len());
        let topics = Topics::of(postings, &Room::of(archive, config, precompress, articles, tables));
        let tags = TagTable::of(&overview, &topics);
        let page_overview = Overview {
            cards: None,
            find: None,
            packs: (articles == Articles::Packs).then(String::new),
            ..overview.clone()
        };
        Self {
            site,
            overview,
            page_overview,
            cards,
            index: index_file,
            index_files: files,
            inside,
            next_reads,
            topics,
            tags,
        }
    }

    pub(super) fn articles(&self) -> usize {
        self.cards.len()
    }

    /// Whether articles have no pages of their own.
    pub(super) fn is_packed(&self) -> bool {
        self.page_overview.packs.is_some()
    }

    /// At least one.
    pub(super) fn pages(&self) -> u32 {
        let pages = self.cards.len().div_ceil(CARDS_A_PAGE).max(1);
        u32::try_from(pages).expect("an archive has fewer than four thousand million articles")
    }

    /// The path and the text of each file of cards.
    pub(super) fn chunks(&self) -> impl Iterator<Item = (String, String)> {
        let chunks = self.cards.chunks(CARDS_A_CHUNK).enumerate();
        chunks.map(|(number, cards)| (cards_path(number, self.digest(number)), chunk(cards)))
    }

    /// The digest that a file of cards is named by.
    fn digest(&self, chunk: usize) -> &str {
        self.overview.digest(chunk).unwrap_or_default()
    }

    pub(super) fn index(&self) -> (&str, &[u8]) {
        (&self.index.0, &self.index.1)
    }

    /// The path and the content of each part of the index.
    pub(super) fn index_parts(&self) -> impl Iterator<Item = (String, Vec<u8>)> {
        let name = self.overview.find.as_ref().map_or("", |catalog| catalog.name.as_str());
        self.index_files.sealed(name).map(move |(part, content)| (part_path(name, part), content))
    }

    /// A page of the whole list, from 1.
    pub(super) fn list_page(&self, number: u32) -> ListPage {
        let first = (number as usize - 1) * CARDS_A_PAGE;
        let cards = self.cards.iter().skip(first).take(CARDS_A_PAGE);
        let cards = cards.map(|card| Lenient(Ok(card.clone()))).collect();
        ListPage {
            number,
            overview: self.page_overview.clone(),
            cards,
            digest: self.digest(first / CARDS_A_CHUNK).to_owned(),
            narrowed: None,
        }
    }

    /// A page of a topic, from 1.
    pub(super) fn topic_page(&self, place: usize, number: u32) -> ListPage {
        let topic = &self.topics.with_pages[place];
        let cards = topic.on_page(number).iter().map(|number| &self.cards[*number as usize]);
        ListPage {
            number,
            overview: self.page_overview.clone(),
            cards: cards.map(|card| Lenient(Ok(card.clone()))).collect(),
            digest: String::new(),
            narrowed: Some(self.topics.narrowed(topic, &self.overview).clone()),
        }
    }

    /// The address of an article, by its number.
    pub(super) fn link(&self, number: usize) -> &Permalink {
        &self.cards[number].link
    }

    /// The addresses of all articles.
    pub(super) fn links(&self) -> impl Iterator<Item = &Permalink> {
        self.cards.iter().map(|card| &card.link)
    }

    /// The page of an article, by its number.
    pub(super) fn article_page(&self, archive: &Archive, number: usize) -> ArticlePage {
        let entry = &archive.entries()[number];
        let mut article = entry.article.clone();
        article.provenance.iter_mut().for_each(|provenance| provenance.page = None);
        let other = |url: &str| self.inside.number(url).filter(|other| *other != number);
        article.lead_page_links(&mut |url| Some(self.link(other(url)?).to_link()));
        article.each_link(&mut |url| {
            if let Some(inside) = other(url) {
                *url = self.link(inside).to_link();
            }
        });
        let mut related: Vec<Option<usize>> =
            article.related.iter().map(|link| self.inside.number(&link.url)).collect();
        for version in self.inside.versions(entry) {
            article.related.push(inside::related(&archive.entries()[version]));
            related.push(Some(version));
        }
        let related: Vec<Option<Permalink>> =
            related.into_iter().map(|number| Some(self.link(number?).clone())).collect();
        let next = self.next_reads.of_article(number).map(|n| self.cards[n].clone()).collect();
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

fn chunk(cards: &[Card]) -> String {
    let cards = cards.iter().map(|card| Lenient(Ok(card.clone()))).collect();
    json(&CardChunk { backissue: VERSION, cards })
}

fn digest(text: &str) -> String {
    let mut digest = content_hash(text.as_bytes());
    digest.truncate(DIGEST);
    digest
}

/// A file that is named by its hash.
pub(super) fn named(path: &str, json: String) -> (String, Vec<u8>) {
    (hashed(path, &content_hash(json.as_bytes())), json.into_bytes())
}

fn overview(archive: &Archive, postings: &Postings, digests: String, index_path: &str) -> Overview {
    let dates = || archive.entries().iter().filter_map(|entry| entry.article.published).map(|at| at.date);
    let span = dates().min().zip(dates().max());
    let axis = span.and_then(|(oldest, newest)| Axis::of(oldest, newest));
    let in_range = |range: std::ops::Range<u32>| range.end - range.start;
    Overview {
        backissue: VERSION,
        articles: postings.articles,
        span: span.map(|(oldest, newest)| Span { oldest: Day(oldest), newest: Day(newest) }),
        periods: axis.map(|axis| axis.count(&postings.days, in_range)).unwrap_or_default(),
        sections: postings.fields[Field::Section].iter().map(count).collect(),
        publishers: commonest(&postings.fields[Field::Publisher]),
        languages: commonest(&postings.fields[Field::Language]),
        tags: postings.tags.iter().take(TOP_TAGS).map(count).collect(),
        tags_in_all: u32::try_from(postings.tags.len()).unwrap_or(u32::MAX),
        cards: Some(digests),
        index: index_path.to_owned(),
        packs: None,
        find: None,
    }
}

/// None, if there is no choice.
fn commonest(values: &[find::Posting<String>]) -> Vec<Count<String>> {
    if values.len() > 1 { values.iter().take(TOP_TAGS).map(count).collect() } else { Vec::new() }
}

fn count<T: Clone>(posting: &find::Posting<T>) -> Count<T> {
    Count {
        value: posting.value.clone(),
        articles: u32::try_from(posting.articles.len()).unwrap_or(u32::MAX),
    }
}
