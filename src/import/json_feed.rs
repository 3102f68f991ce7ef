//! JSON Feed 1.0 and 1.1, and the archives that this program writes.

use serde_json::Value;

use super::{Content, Format, Head, Reading, Source};
use crate::archive::feed;
use crate::article::Rejection;

pub(super) const FORMAT: Format = Format::new("json-feed", recognises, read);

/// An object with the version of a JSON Feed near its beginning.
fn recognises(head: &Head) -> bool {
    let text = head.text();
    text.starts_with('{')
        && text.match_indices("\"version\"").any(|(at, name)| {
            let value = text[at + name.len()..].trim_start().strip_prefix(':').unwrap_or_default();
            let value = value.trim_start();
            is_version(value.strip_prefix('"').unwrap_or_default())
        })
}

/// Whether a document is a JSON Feed, wherever its version stands.
pub(super) fn is_feed(document: &Value) -> bool {
    document.get("version").and_then(Value::as_str).is_some_and(is_version)
}

fn is_version(text: &str) -> bool {
    let text = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or_default();
    text.trim_start_matches("www.").starts_with("jsonfeed.org/ver")
}

pub(super) fn read(source: &Source<'_>, content: &Content<'_>) -> Reading {
    match feed::parse(source.name(), content.bytes()) {
        Ok(feed) => {
            Reading { about: feed.head, records: feed.items, problems: feed.problems, ..Reading::default() }
        }
        Err(error) => Reading::rejected("the file", Rejection::new(error.to_string(), error.hint())),
    }
}
