//! An article with its address, on its way into the archive and inside it.

use super::Change;
use crate::article::{Article, Slug};

/// An article of the archive, and the last part of its address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Unique among the articles of its day (or among the undated ones), and stable once given.
    pub slug: Slug,
    /// Slugs that it had before, which keep leading to it.
    pub former_slugs: Vec<Slug>,
    /// The article.
    pub article: Article,
}

/// What became of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is new.
    Imported(Slug),
    /// It was there, and the newer version says something else.
    Updated {
        /// Where it is.
        slug: Slug,
        /// What changed.
        fields: Vec<Change>,
    },
    /// It was there, and is as it was.
    Unchanged(Slug),
    /// It came with the same import as another that proved to be the same article.
    Merged {
        /// Where that one is.
        slug: Slug,
        /// What it brought.
        fields: Vec<Change>,
    },
}

impl Outcome {
    /// Where the article is now.
    #[must_use]
    pub fn slug(&self) -> &Slug {
        match self {
            Self::Imported(slug)
            | Self::Unchanged(slug)
            | Self::Updated { slug, .. }
            | Self::Merged { slug, .. } => slug,
        }
    }
}
