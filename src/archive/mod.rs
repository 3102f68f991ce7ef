//! The archive: ordered, deduplicated, named articles, kept as a JSON Feed 1.1 file. Pure: never opens a file.

mod aliases;
mod another;
mod change;
mod entry;
pub mod feed;
mod intake;
mod key;
pub mod ledger;
mod likeness;
mod merge;
mod name;
mod pages;
mod stand_in;
mod tags;

use crate::article::{Article, Language, Record, page_link};

pub use aliases::{AliasError, Aliases};
pub use change::Change;
pub use entry::{Entry, Outcome, Sameness};
pub use intake::{Alike, Intake};
pub(crate) use key::address_key;
use ledger::Ledger;
pub(crate) use name::slugify;
pub(crate) use pages::Pages;
pub(crate) use stand_in::{stand_in_id, stand_in_title};
pub use tags::Spellings;

/// Articles, newest first, each with an address of its own. No two are the same article, as told by id or address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Archive {
    /// What the archive is called; may be empty.
    pub title: String,
    /// What it is about, plain text.
    pub description: Option<String>,
    /// Its front page (absolute `http` or `https` URL).
    pub home: Option<String>,
    /// Of articles that don't name their own.
    pub language: Option<Language>,
    /// Copyright or licence notice of the whole, plain text.
    pub rights: Option<String>,
    entries: Vec<Entry>,
}

impl Archive {
    /// An empty archive.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// Newest first; undated ones last; by id where the time is the same.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// How many links to pages of the articles' sources lead to none of the articles. Changes nothing.
    pub fn lost_page_links(&mut self) -> usize {
        let pages = Pages::of(self);
        let mut lost = 0;
        self.edit(|article| {
            article.each_link(&mut |url| {
                lost += usize::from(page_link::is_one(url) && pages.number(url).is_none());
            });
        });
        lost
    }

    /// Changes each article where it stands. What it is known and ordered by (id, address, date) is to stay.
    pub fn edit(&mut self, change: impl FnMut(&mut Article)) {
        self.entries.iter_mut().map(|entry| &mut entry.article).for_each(change);
    }

    /// Puts one article in its place. For many, [`Archive::extend`] is faster: each call costs a pass over the archive.
    pub fn add(&mut self, article: Article) -> Outcome {
        let mut intake = self.open(Alike::Ignored);
        let outcome = intake.place(article);
        self.close(intake);
        outcome
    }

    /// Puts many articles in their places, in O(n log n); one outcome for each, in their order.
    pub fn extend(&mut self, articles: impl IntoIterator<Item = Article>) -> Vec<Outcome> {
        let mut intake = self.open(Alike::Ignored);
        let outcomes = articles.into_iter().map(|article| intake.place(article)).collect();
        self.close(intake);
        outcomes
    }

    /// Puts the records of `source` (a file's name) in their places, and accounts for each of them. Ids and addresses
    /// alone tell them apart.
    pub fn collect(&mut self, source: &str, records: impl IntoIterator<Item = Record>) -> Ledger {
        let mut intake = self.open(Alike::Ignored);
        let mut ledger = Ledger::default();
        intake.records(records.into_iter().map(|record| (source.to_owned(), record)).collect(), &mut ledger);
        self.close(intake);
        ledger
    }

    /// Hands out the entries for records of many sources to come in; there are none until [`Archive::close`].
    pub fn open(&mut self, alike: Alike) -> Intake {
        Intake::open(std::mem::take(&mut self.entries), alike)
    }

    /// Takes the entries back, in order.
    pub fn close(&mut self, intake: Intake) {
        self.entries = intake.close();
    }
}

#[cfg(test)]
mod tests;
