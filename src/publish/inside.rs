//! Tells which addresses are those of articles of the archive, so that links to them stay in the site.

use std::collections::HashMap;

use crate::archive::{Archive, Entry, Pages, address_key};
use crate::article::{RelatedLink, page_link};

/// The articles of an archive, by what leads to them.
pub(super) struct Inside {
    by_address: HashMap<String, usize>,
    /// Of articles that have other versions.
    by_id: HashMap<String, usize>,
    pages: Pages,
}

impl Inside {
    pub(super) fn of(archive: &Archive) -> Self {
        let entries = || archive.entries().iter().enumerate();
        let own = entries().filter_map(|(n, entry)| Some((address_key(entry.article.url.as_deref()?)?, n)));
        let mut by_address: HashMap<String, usize> = own.collect();
        for (n, entry) in entries() {
            let urls = entry.kin.duplicates.iter().filter_map(|record| record.url.as_deref());
            for key in urls.filter_map(address_key) {
                by_address.entry(key).or_insert(n);
            }
        }
        let versions = entries().filter(|(_, entry)| !entry.kin.versions.is_empty());
        let by_id = versions.map(|(n, entry)| (entry.article.id.clone(), n)).collect();
        Self { by_address, by_id, pages: Pages::of(archive) }
    }

    /// The number of the article that an address leads to.
    pub(super) fn number(&self, url: &str) -> Option<usize> {
        match page_link::is_one(url) {
            true => self.pages.number(url),
            false => self.by_address.get(&address_key(url)?).copied(),
        }
    }

    /// The numbers of an article's other versions, as far as they are there.
    pub(super) fn versions(&self, entry: &Entry) -> Vec<usize> {
        entry.kin.versions.iter().filter_map(|id| self.by_id.get(id).copied()).collect()
    }
}

/// An article as one that another points to.
pub(super) fn related(entry: &Entry) -> RelatedLink {
    let article = &entry.article;
    RelatedLink {
        url: article.url.as_ref().unwrap_or(&article.id).clone(),
        title: Some(article.title.clone()),
    }
}
