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

use super::{Content, Format, Head, Reading, Source};
use crate::article::{Provenance, Record};

/// Takes every plain text, so it stands last among the formats.
pub(super) const FORMAT: Format = Format::new("crawl-text", recognises, read).one_record();

/// A text with the first line of a crawl, or any other that is neither markup nor data.
fn recognises(head: &Head) -> bool {
    let Some(first) = head.text().lines().map(str::trim).find(|line| !line.is_empty()) else {
        return false;
    };
    header::read(first).is_some() || !["{", "<", "[{", "[\"", "[]"].iter().any(|mark| first.starts_with(mark))
}

fn read(source: &Source<'_>, content: &Content<'_>) -> Reading {
    let text = match content.plain_text() {
        Ok(text) => text,
        Err(rejection) => return Reading::rejected("the file", rejection),
    };
    let (header, lines) = lines::read(text);
    let draft = template::read(&lines).unwrap_or_else(|| generic::read(&header, &lines));
    let importer = FORMAT.name().to_owned();
    let provenance = Provenance { source: source.name().to_owned(), importer, page: None };
    let (article, problems) = draft.finish(&header, provenance);
    Reading::of(vec![Record::new("line 1", article, problems)])
}
