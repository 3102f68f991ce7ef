//! Builds the index from an archive.

use std::collections::BTreeMap;

use crate::archive::Archive;

use super::{Facet, Index};

/// The index of an archive, whose entries stand newest first.
#[must_use]
pub fn build(archive: &Archive) -> Index {
    let mut tags = BTreeMap::new();
    let mut sections = BTreeMap::new();
    let mut days = Vec::new();
    for (number, entry) in (0_u32..).zip(archive.entries()) {
        let article = &entry.article;
        for tag in &article.tags {
            post(&mut tags, tag, number);
        }
        if let Some(section) = &article.section {
            post(&mut sections, section, number);
        }
        days.push(article.published.map(|published| published.date.day_number()));
    }
    let articles =
        u32::try_from(days.len()).expect("an archive has fewer than four thousand million articles");
    Index { articles, tags: facets(tags), sections: facets(sections), days }
}

fn post<T: Ord + Clone>(postings: &mut BTreeMap<T, Vec<u32>>, value: &T, number: u32) {
    let posting = postings.entry(value.clone()).or_default();
    if posting.last() != Some(&number) {
        posting.push(number);
    }
}

/// Commonest first; equals stay in the order of their names.
fn facets<T: Ord>(postings: BTreeMap<T, Vec<u32>>) -> Vec<Facet<T>> {
    let mut facets: Vec<_> = postings.into_iter().map(|(value, posting)| Facet { value, posting }).collect();
    facets.sort_by_key(|facet| std::cmp::Reverse(facet.posting.len()));
    facets
}
