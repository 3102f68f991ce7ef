//! JSON Feed 1.0 and 1.1, and the archives that this program writes.

use serde_json::Value;

use super::{Content, Format, Head, Reading, Source, complete, entities, json, leftovers};
use crate::archive::feed;
use crate::article::{Article, Record};

pub(super) const FORMAT: Format = Format::new("json-feed", recognises, read).in_parts(json::PARTS);

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
        Ok(mut feed) => {
            if !feed.is_ours {
                resolve_all(&mut feed.items);
            }
            Reading { about: feed.head, records: feed.items, problems: feed.problems, ..Reading::default() }
        }
        Err(error) => Reading::rejected("the file", error.into()),
    }
}

/// In the items of a feed that is no archive of ours.
pub(super) fn resolve_all(items: &mut [Record]) {
    items.iter_mut().for_each(|record| {
        leftovers::resolve(record);
        record.outcome.as_deref_mut().into_iter().for_each(resolve);
    });
}

/// Headlines and summaries are plain text, but many feeds take them from their pages, references to characters and marks
/// of Markdown included.
fn resolve(article: &mut Article) {
    for text in std::iter::once(&mut article.title).chain(&mut article.standfirst) {
        *text = entities::resolve(text).into_owned();
    }
    complete::tidy_standfirst(article);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::Settings;

    fn texts(ours: &str) -> [String; 2] {
        let feed = format!(
            r#"{{"version": "https://jsonfeed.org/version/1.1", "title": "A", {ours} "items": [
            {{"id": "1", "title": "It&#8217;s R&D", "summary": "One &mdash; two &amp; three", "content_text": "&amp;"}}]}}"#
        );
        let settings = Settings::default();
        let reading = super::super::read(&Source::new("a.json", &settings), feed.as_bytes());
        let article = reading.records[0].outcome.as_deref().unwrap();
        assert_eq!(article.body_text().trim_end(), "&amp;");
        [article.title.clone(), article.standfirst.clone().unwrap()]
    }

    #[test]
    fn references_in_headlines_are_resolved_but_in_our_own_archives() {
        assert_eq!(texts(""), ["It’s R&D", "One — two & three"]);
        assert_eq!(
            texts(r#""_backissue": {"version": 1},"#),
            ["It&#8217;s R&D", "One &mdash; two &amp; three"]
        );
    }
}
