//! What an importer is told beside the content.

use url::Url;

use super::{AskedFields, AuthorNames, Format, Limits, Scratch};
use crate::article::html::address;
use crate::article::{Date, page_link};

/// Where a content comes from.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Its path below what the user named, folders apart by `/`: `_posts/2020-01-02-a.md`. Says nothing of the format.
    pub path: &'a str,
    /// What the folder or archive that it lies in is called; empty if there is none. Pages of one of them may link to each
    /// other.
    pub root: &'a str,
    /// How many lines stand before the content, if that is a part of a source in lines.
    pub first_line: usize,
    /// How many bytes it has as it lies there, if that is known: room for them is made at once.
    pub bytes: Option<u64>,
    /// It was found in a folder, and not named by itself: then it may be no article, as scripts and pictures are none.
    pub is_found: bool,
    /// What the user asked for.
    pub settings: &'a Settings,
}

impl<'a> Source<'a> {
    /// A source as a whole.
    #[must_use]
    pub fn new(path: &'a str, settings: &'a Settings) -> Self {
        Self { path, root: "", first_line: 0, bytes: None, is_found: false, settings }
    }

    /// What links and pictures of a page are relative to that doesn't tell its address.
    pub(super) fn base(&self) -> Option<Url> {
        page_link::base(self.root, self.path).filter(|_| !self.path.contains("://"))
    }

    /// What other pages link to this one as, if there may be others.
    pub(super) fn page(&self) -> Option<String> {
        address::link(self.base()?.as_str(), None).ok()
    }

    /// The last part of the path, as it stands in `Provenance::source`.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.path.rsplit('/').next().unwrap_or(self.path)
    }
}

/// How sources are read.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// To be taken instead of the one that is recognised.
    pub format: Option<Format>,
    /// Which fields of records with names of their own are taken, instead of those that are guessed.
    pub fields: AskedFields,
    /// The day of the import: a later date lies in the future. `None` if it isn't known; then no date does.
    pub today: Option<Date>,
    /// Names of authors that pages name by keys.
    pub authors: AuthorNames,
    /// How much is unpacked.
    pub limits: Limits,
    /// Where large sources are put that must be read twice. `None` if there is no such place; then they are read whole.
    pub scratch: Option<Scratch>,
}
