//! All that the index of an archive is made of: for each tag and the like its articles, and each article's day.

use std::collections::BTreeMap;

use crate::archive::Archive;
use crate::article::{Article, Language, Tag};

use super::days::Days;
use super::field::{Field, Fields};
use super::index::{Facet, Index};
use super::list;
use super::rows::{ROWS, Rows};

/// Articles are numbered from 0, newest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Postings {
    /// How many articles there are.
    pub articles: u32,
    /// Tags, those with most articles first, then by name.
    pub tags: Vec<Posting<Tag>>,
    /// The values of each field, likewise.
    pub fields: Fields<Vec<Posting<String>>>,
    /// For each article the places of its tags, rising.
    pub tags_of: Vec<Vec<u32>>,
    /// For each article the places of its values.
    pub fields_of: Vec<Fields<Option<u32>>>,
    /// The day of each, newest first.
    pub days: Days,
}

/// A value and the articles that have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posting<T> {
    /// The tag, section or the like.
    pub value: T,
    /// The numbers of the articles, rising.
    pub articles: Vec<u32>,
}

/// The index as it is written: its head, and what is cut into files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetFiles {
    /// The head.
    pub index: Index,
    /// The lists of fields and tags, to be cut.
    pub lists: Vec<u8>,
    /// The files of rows.
    pub rows: Vec<Vec<u8>>,
}

impl Postings {
    /// Of an archive, whose entries stand newest first.
    #[must_use]
    pub fn of(archive: &Archive) -> Self {
        let mut tags = BTreeMap::new();
        let mut fields = Fields::<BTreeMap<String, Vec<u32>>>::default();
        let mut days = Days::default();
        for (number, entry) in (0_u32..).zip(archive.entries()) {
            let article = &entry.article;
            article.tags.iter().for_each(|tag| post(&mut tags, tag, number));
            for field in Field::ALL {
                if let Some(value) = value(field, article, archive) {
                    post(&mut fields[field], value, number);
                }
            }
            article.published.iter().for_each(|at| days.push(at.date.day_number()));
        }
        let articles = u32::try_from(archive.entries().len())
            .expect("an archive has fewer than four thousand million articles");
        let tags = postings(tags);
        let fields = Fields::of(|field| postings(std::mem::take(&mut fields[field])));
        let mut tags_of = vec![Vec::new(); archive.entries().len()];
        for (tag, posting) in (0_u32..).zip(&tags) {
            posting.articles.iter().for_each(|number| tags_of[*number as usize].push(tag));
        }
        let mut fields_of = vec![Fields::default(); archive.entries().len()];
        for field in Field::ALL {
            for (place, posting) in (0_u32..).zip(&fields[field]) {
                posting.articles.iter().for_each(|number| fields_of[*number as usize][field] = Some(place));
            }
        }
        Self { articles, tags, fields, tags_of, fields_of, days }
    }

    /// The files that these come to.
    #[must_use]
    pub fn files(&self) -> FacetFiles {
        let mut lists = Vec::new();
        let [sections, publishers, languages] =
            Field::ALL.map(|field| facet(&self.fields[field], self.articles, &mut lists));
        let tags = facet(&self.tags, self.articles, &mut lists);
        let (articles, days) = (self.articles, self.days.clone());
        let index = Index { articles, tags, sections, publishers, languages, days };
        FacetFiles { index, lists, rows: self.rows() }
    }

    fn rows(&self) -> Vec<Vec<u8>> {
        let parts = self.tags_of.chunks(ROWS as usize).zip(self.fields_of.chunks(ROWS as usize));
        let part = |(tags, fields): (&[Vec<u32>], &[Fields<Option<u32>>])| {
            let mut rows = Rows::default();
            tags.iter().zip(fields).for_each(|(tags, fields)| rows.push(fields, tags));
            rows.write()
        };
        parts.map(part).collect()
    }
}

/// What an article has in a field.
fn value<'a>(field: Field, article: &'a Article, archive: &'a Archive) -> Option<&'a str> {
    match field {
        Field::Section => article.section.as_deref(),
        Field::Publisher => article.publisher.as_ref().map(|publisher| publisher.name.as_str()),
        Field::Language => article.language.as_ref().or(archive.language.as_ref()).map(Language::as_str),
    }
}

fn post<T, B>(postings: &mut BTreeMap<T, Vec<u32>>, value: &B, number: u32)
where
    T: Ord + std::borrow::Borrow<B>,
    B: Ord + ToOwned<Owned = T> + ?Sized,
{
    let posting = match postings.get_mut(value) {
        Some(posting) => posting,
        None => postings.entry(value.to_owned()).or_default(),
    };
    if posting.last() != Some(&number) {
        posting.push(number);
    }
}

/// Commonest first; equals stay in the order of their names.
fn postings<T: Ord>(postings: BTreeMap<T, Vec<u32>>) -> Vec<Posting<T>> {
    let all = postings.into_iter().map(|(value, articles)| Posting { value, articles });
    let mut all: Vec<_> = all.collect();
    all.sort_by_key(|posting| std::cmp::Reverse(posting.articles.len()));
    all
}

fn facet<T: Clone>(postings: &[Posting<T>], total: u32, lists: &mut Vec<u8>) -> Facet<T> {
    let count =
        |count: usize| u32::try_from(count).expect("lists take fewer than four thousand million bytes");
    let bytes = postings.iter().map(|posting| {
        let list = list::write(&posting.articles, total);
        lists.extend_from_slice(&list);
        count(list.len())
    });
    Facet {
        bytes: bytes.collect(),
        values: postings.iter().map(|posting| posting.value.clone()).collect(),
        articles: postings.iter().map(|posting| count(posting.articles.len())).collect(),
    }
}
