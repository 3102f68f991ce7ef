//! JSON Feed 1.0 and 1.1, and the archives that this program writes.

use super::{Content, Format, Head, Reading, Source};
use crate::archive::feed;
use crate::article::Rejection;

/// Takes all that begins as JSON does, so that what is wrong with a file can be said.
pub(super) const FORMAT: Format = Format::new("json-feed", recognises, read);

fn recognises(head: &Head) -> bool {
    head.text().starts_with(['{', '['])
}

fn read(source: &Source<'_>, content: &Content<'_>) -> Reading {
    match feed::parse(source.name(), content.bytes()) {
        Ok(feed) => {
            Reading { about: feed.head, records: feed.items, problems: feed.problems, ..Reading::default() }
        }
        Err(error) => Reading::rejected("the file", Rejection::new(error.to_string(), error.hint())),
    }
}
