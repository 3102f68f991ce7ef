//! Crawl text: the text nodes of one web page, a line each, below a line with its date and address.
//! Knows the template of one publishing system; of other pages it takes what it can, and says what it guessed.

mod address;
mod caption;
mod description;
mod draft;
mod generic;
mod header;
mod keywords;
mod language;
mod lines;
mod outline;
mod paragraphs;
mod prose;
mod publisher;
mod sizes;
mod stamp;
mod template;

use super::Format;
use crate::article::{Provenance, Record};

/// Takes every plain text, so it stands last among the formats.
pub(super) const FORMAT: Format = Format { name: "crawl-text", recognises, read };

/// A text with the first line of a crawl, or any other that is neither markup nor data.
fn recognises(text: &str) -> bool {
    let Some(first) = text.lines().map(str::trim).find(|line| !line.is_empty()) else {
        return false;
    };
    header::read(first).is_some() || !["{", "<", "[{", "[\"", "[]"].iter().any(|mark| first.starts_with(mark))
}

fn read(source: &str, text: &str) -> Vec<Record> {
    let (header, lines) = lines::read(text);
    let draft = template::read(&lines).unwrap_or_else(|| generic::read(&header, &lines));
    let provenance = Provenance { source: source.to_owned(), importer: FORMAT.name.to_owned() };
    let (article, problems) = draft.finish(&header, provenance);
    vec![Record { place: "line 1".to_owned(), outcome: Ok(Box::new(article)), problems }]
}
