//! What one record of a source became: an article or a rejection, and what was noticed on the way.

use std::sync::Arc;

use super::{Article, Kin, Problem, Slug};

/// One record of a source, in the source's order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Where in the source: `line 1`, `items[3]`; in a container `posts/a.html: line 1`.
    pub place: String,
    /// The article, or why there is none.
    pub outcome: Result<Box<Article>, Rejection>,
    /// What was guessed, missing or left out.
    pub problems: Vec<Problem>,
    /// The last part of its address, if the source names it.
    pub slug: Option<Slug>,
    /// Slugs that it had before, if the source names them.
    pub former_slugs: Vec<Slug>,
    /// Its relatives, if it comes from an archive of ours, which knows them.
    pub kin: Option<Kin>,
    /// Where its fields came from, where that isn't plain from the format.
    pub origins: Vec<Origin>,
}

/// Where a field of an article came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The name of a field of [`Article`].
    pub field: &'static str,
    /// What the source calls it: `headline`, `meta[og:title]`, `the address`.
    pub from: Arc<str>,
}

impl Origin {
    /// `field` is taken from what the source calls `from`.
    #[must_use]
    pub fn new(field: &'static str, from: impl Into<Arc<str>>) -> Self {
        Self { field, from: from.into() }
    }
}

impl Record {
    /// A record that gives an article.
    #[must_use]
    pub fn new(place: impl Into<String>, article: Article, problems: Vec<Problem>) -> Self {
        Self {
            place: place.into(),
            outcome: Ok(Box::new(article)),
            problems,
            slug: None,
            former_slugs: Vec::new(),
            kin: None,
            origins: Vec::new(),
        }
    }

    /// A record that gives none.
    #[must_use]
    pub fn rejected(place: impl Into<String>, rejection: Rejection) -> Self {
        Self {
            place: place.into(),
            outcome: Err(rejection),
            problems: Vec::new(),
            slug: None,
            former_slugs: Vec::new(),
            kin: None,
            origins: Vec::new(),
        }
    }
}

/// Why a record gave no article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    /// What is wrong with it.
    pub reason: String,
    /// What the user can do about it.
    pub hint: String,
}

impl Rejection {
    /// A rejection with its remedy.
    #[must_use]
    pub fn new(reason: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { reason: reason.into(), hint: hint.into() }
    }
}
