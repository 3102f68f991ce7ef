//! What one record of a source became: an article or a rejection, and what was noticed on the way.

use super::{Article, Problem};

/// One record of a source, in the source's order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Where in the source: `line 1`, `items[3]`.
    pub place: String,
    /// The article, or why there is none.
    pub outcome: Result<Box<Article>, Rejection>,
    /// What was guessed, missing or left out.
    pub problems: Vec<Problem>,
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
