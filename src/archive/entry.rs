//! An article with its address, on its way into the archive and inside it.

use super::Change;
use crate::article::{Article, Kin, Slug};

/// An article of the archive, and the last part of its address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Unique among the articles of its day (or among the undated ones), and stable once given.
    pub slug: Slug,
    /// Slugs that it had before, which keep leading to it.
    pub former_slugs: Vec<Slug>,
    /// The records that it was made of, and its other versions.
    pub kin: Kin,
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
    /// It proved to be the same article as another that came with the same import, or as one with nearly the same text.
    Merged {
        /// Where that one is.
        slug: Slug,
        /// What it brought.
        fields: Vec<Change>,
        /// By what it is the same.
        by: Sameness,
    },
}

/// By what two articles are known to be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sameness {
    /// Their ids.
    Id,
    /// Their addresses.
    Address,
    /// Their texts, which share so much, in percent.
    Text(u8),
}

impl std::fmt::Display for Sameness {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Id => f.write_str("it has the same id"),
            Self::Address => f.write_str("it has the same address"),
            Self::Text(share) => write!(f, "{share} % of its text is the same"),
        }
    }
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
