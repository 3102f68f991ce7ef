//! Reads a body from HTML and writes it as HTML: what is not a block does not exist. Fetches nothing, renders nothing.

pub(crate) mod address;
mod caption;
mod element;
pub(crate) mod escape;
mod flow;
mod line;
mod list;
mod media;
mod nesting;
mod reader;
mod report;
mod source;
mod table;
mod write;

use std::borrow::Cow;

use url::Url;

use super::{Block, Problem};

pub(crate) use line::fold;
pub use write::write;

/// Reads a fragment of HTML (or a whole page's, whose body it takes). Addresses are resolved against `base`, an address on the web or
/// the place of a page in its source; without one, pictures may lie beside the archive file. The place of each problem is `body`. Never fails, never panics;
/// a body that [`write()`] wrote is read as it was.
#[must_use]
pub fn read(html: &str, base: Option<&Url>) -> (Vec<Block>, Vec<Problem>) {
    let prepared = source::prepare(html);
    let document = scraper::Html::parse_fragment(&prepared.html);
    let mut reader = reader::Reader::new(base);
    prepared.notes.into_iter().for_each(|note| reader.simplified(note));
    let blocks = reader.document(document.tree.root());
    (blocks, reader.into_problems())
}

/// HTML that is safe to parse: as it is, unless elements may stand in each other more than `limit` deep, or there are too
/// many. Then what only looks like a tag is text, and nesting and number are bounded.
#[must_use]
pub(crate) fn bounded(html: &str, limit: usize) -> Cow<'_, str> {
    if source::is_too_much(limit, html) {
        Cow::Owned(source::prepare_within(limit, html).html)
    } else {
        Cow::Borrowed(html)
    }
}

#[cfg(test)]
mod tests;
