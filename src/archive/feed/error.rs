//! Why a file as a whole is no feed, and what to do about it.

use crate::article::Rejection;

/// A file that gives no item at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FeedError {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is not in UTF-8.
    #[error("the file is not in UTF-8")]
    NotUtf8,
    /// It is not JSON.
    #[error("this is not JSON: {message}, at line {line}, column {column}")]
    NotJson {
        /// From 1.
        line: usize,
        /// From 1, in bytes.
        column: usize,
        /// What the parser expected.
        message: String,
    },
    /// It ends in the middle.
    #[error("the file is cut off: it ends within a value, at line {line}, column {column}")]
    CutOff {
        /// From 1.
        line: usize,
        /// From 1, in bytes.
        column: usize,
    },
    /// It is JSON, but not a JSON Feed.
    #[error("this is JSON, but not a JSON Feed: {reason}")]
    NotAFeed {
        /// What is missing or different.
        reason: String,
    },
    /// It was written by a later version of this program.
    #[error("the archive is of version {found}; this program reads versions up to {newest}")]
    NewerVersion {
        /// Its `_backissue.version`.
        found: u64,
        /// What this program reads.
        newest: u64,
    },
}

impl FeedError {
    /// What the user can do.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Empty | Self::CutOff { .. } => {
                "fetch or copy the file again, or take its last copy; it was not written to its end"
            }
            Self::NotUtf8 => "save it in UTF-8 (`iconv -f FROM -t UTF-8`)",
            Self::NotJson { .. } => {
                "correct that place, or check that it is a JSON file and not a page or an RSS feed"
            }
            Self::NotAFeed { .. } => {
                "a JSON Feed has a `version` that begins with https://jsonfeed.org/version/ and a list `items`"
            }
            Self::NewerVersion { .. } => "install the newest backissue",
        }
    }
}

impl From<FeedError> for Rejection {
    fn from(error: FeedError) -> Self {
        Self::new(error.to_string(), error.hint())
    }
}

impl From<serde_json::Error> for FeedError {
    fn from(error: serde_json::Error) -> Self {
        use serde_json::error::Category;
        let (line, column) = (error.line(), error.column());
        let text = error.to_string();
        let message = text.split(" at line ").next().unwrap_or(&text).to_owned();
        match error.classify() {
            Category::Eof => Self::CutOff { line, column },
            Category::Data => Self::NotAFeed { reason: text },
            Category::Syntax | Category::Io => Self::NotJson { line, column, message },
        }
    }
}
