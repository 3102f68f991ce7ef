//! What is wrong with a query string.

/// Something in a query string that could not be followed; the rest of it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QueryProblem {
    /// Not a date.
    #[error("“{value}” is not a date, so {name}= was left out; write 1858, 1858-08 or 1858-08-16.")]
    BadDate {
        /// `from` or `to`.
        name: &'static str,
        /// As given.
        value: String,
    },
    /// Not a positive number.
    #[error("“{0}” is not a page number; this is page 1.")]
    BadPage(String),
    /// A page that the list doesn't have.
    #[error("There is no page {asked}; this is the last, page {last}.")]
    PastTheEnd {
        /// As given.
        asked: u32,
        /// The last page.
        last: u32,
    },
    /// Not an order.
    #[error("There is no order called “{0}”, so the usual one was taken.")]
    BadSort(String),
    /// No article has this tag.
    #[error("No article here is tagged “{0}”, so that filter was left out.")]
    UnknownTag(String),
    /// No article has this value of the field that is named first.
    #[error("There is no {0} “{1}” here, so that filter was left out.")]
    Unknown(&'static str, String),
}
