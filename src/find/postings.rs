//! All that the index of an archive is made of: for each section and tag its articles, and each article's day.

use std::collections::BTreeMap;

use crate::archive::Archive;
use crate::article::Tag;

use super::days::Days;
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
    /// Sections, likewise.
    pub sections: Vec<Posting<String>>,
    /// For each article the places of its tags, rising.
    pub tags_of: Vec<Vec<u32>>,
    /// For each article the place of its section.
    pub section_of: Vec<Option<u32>>,
    days: Days,
}

/// A value and the articles that have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posting<T> {
    /// The tag or section.
    pub value: T,
    /// The numbers of the articles, rising.
    pub articles: Vec<u32>,
}

/// The index as it is written: its head, and what is cut into files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetFiles {
    /// The head.
    pub index: Index,
    /// The lists of sections and tags, to be cut.
    pub lists: Vec<u8>,
    /// The files of rows.
    pub rows: Vec<Vec<u8>>,
}

impl Postings {
    /// Of an archive, whose entries stand newest first.
    #[must_use]
    pub fn of(archive: &Archive) -> Self {
        let mut tags = BTreeMap::new();
        let mut sections = BTreeMap::new();
        let mut days = Days::default();
        for (number, entry) in (0_u32..).zip(archive.entries()) {
            let article = &entry.article;
            article.tags.iter().for_each(|tag| post(&mut tags, tag, number));
            article.section.iter().for_each(|section| post(&mut sections, section, number));
            article.published.iter().for_each(|at| days.push(at.date.day_number()));
        }
        let articles = u32::try_from(archive.entries().len())
            .expect("an archive has fewer than four thousand million articles");
        let (tags, sections) = (postings(tags), postings(sections));
        let mut tags_of = vec![Vec::new(); archive.entries().len()];
        for (tag, posting) in (0_u32..).zip(&tags) {
            posting.articles.iter().for_each(|number| tags_of[*number as usize].push(tag));
        }
        let mut section_of = vec![None; archive.entries().len()];
        for (section, posting) in (0_u32..).zip(&sections) {
            posting.articles.iter().for_each(|number| section_of[*number as usize] = Some(section));
        }
        Self { articles, tags, sections, tags_of, section_of, days }
    }

    /// The files that these come to.
    #[must_use]
    pub fn files(&self) -> FacetFiles {
        let mut lists = Vec::new();
        let sections = facet(&self.sections, self.articles, &mut lists);
        let tags = facet(&self.tags, self.articles, &mut lists);
        let index = Index { articles: self.articles, tags, sections, days: self.days.clone() };
        FacetFiles { index, lists, rows: self.rows() }
    }

    fn rows(&self) -> Vec<Vec<u8>> {
        let parts = self.tags_of.chunks(ROWS as usize).zip(self.section_of.chunks(ROWS as usize));
        let part = |(tags, sections): (&[Vec<u32>], &[Option<u32>])| {
            let mut rows = Rows::default();
            tags.iter().zip(sections).for_each(|(tags, section)| rows.push(*section, tags));
            rows.write()
        };
        parts.map(part).collect()
    }
}

fn post<T: Ord + Clone>(postings: &mut BTreeMap<T, Vec<u32>>, value: &T, number: u32) {
    let posting = match postings.get_mut(value) {
        Some(posting) => posting,
        None => postings.entry(value.clone()).or_default(),
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
