//! Importers: one per source format, from bytes to records. Pure; never fails as a whole.
//!
//! A new importer is one new module with a `FORMAT`, and one line in `FORMATS`.

mod aside;
mod bounds;
mod charset;
mod complete;
mod content;
mod crawl;
mod csv;
mod decode;
mod draft;
mod entities;
mod feed;
mod fields;
mod format;
mod headings;
mod json;
mod json_feed;
mod json_lines;
mod leftovers;
mod markdown;
mod marks;
mod markup;
mod open;
mod page;
mod people;
mod plain;
mod source;
mod tongue;
mod when;
mod wxr;
mod xml;

use rayon::prelude::*;

use crate::archive::Archive;
use crate::article::{Problem, Record, Rejection};

pub use content::{Content, Head};
pub use fields::{AskedError, AskedFields, Field};
pub use format::{Format, UnknownFormat};
pub use markdown::AuthorNames;
pub use open::{Limits, PackedPicture, Scratch, Store, is_packed, read_pictures, read_stream};
pub use source::{Settings, Source};

/// What can be imported: the first that recognises the beginning of a source reads it.
const FORMATS: &[Format] = &[
    json_feed::FORMAT,
    wxr::FORMAT,
    feed::FORMAT,
    page::FORMAT,
    markdown::FORMAT,
    json_lines::FORMAT,
    json::FORMAT,
    csv::FORMAT,
    crawl::FORMAT,
];

/// What a source holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The name of the format that it was read as; empty if there was none.
    pub format: &'static str,
    /// What the source says of itself as a whole, as feeds and exports do; without entries.
    pub about: Archive,
    /// What each of its records says, or why it says nothing, in their order. A source whose every record was left
    /// out on purpose, such as an empty feed, may have none.
    pub records: Vec<Record>,
    /// What was noticed about the source as a whole.
    pub problems: Vec<Problem>,
    /// Pictures that lie in it, if they were asked for.
    pub pictures: Vec<PackedPicture>,
}

impl Reading {
    /// Nothing but records.
    #[must_use]
    pub fn of(records: Vec<Record>) -> Self {
        Self { records, ..Self::default() }
    }

    /// A source that can't be read at all.
    #[must_use]
    pub fn rejected(place: &str, rejection: Rejection) -> Self {
        Self::of(vec![Record::rejected(place, rejection)])
    }
}

/// Reads one source by the format that the settings ask for, else by the first that recognises it. What can't be
/// understood is a record with a [`Rejection`].
#[must_use]
pub fn read(source: &Source<'_>, bytes: &[u8]) -> Reading {
    match source.settings.format.or_else(|| Format::recognise(&Head::of(bytes))) {
        Some(format) => read_as(format, source, bytes),
        None => {
            let rejection = Content::new(bytes).plain_text().err().unwrap_or_else(unknown_format);
            Reading::rejected("the file", rejection)
        }
    }
}

fn read_as(format: Format, source: &Source<'_>, bytes: &[u8]) -> Reading {
    let limit = source.settings.limits.record_bytes;
    if format.is_one_record() && bytes.len() as u64 > limit {
        return too_large_page(format, limit);
    }
    let content = Content::new(bytes);
    let mut reading = finished(format, source, format.read(source, &content));
    if let Some(first) = reading.records.first_mut() {
        first.problems.splice(0..0, content.into_problems());
    }
    reading
}

/// What a format read, with what all formats have in common.
fn finished(format: Format, source: &Source<'_>, mut reading: Reading) -> Reading {
    // Nothing is added to what an archive of ours says, and other feeds say themselves what they lack.
    let records = if format.name() == json_feed::FORMAT.name() { &mut [] } else { &mut *reading.records };
    records.par_iter_mut().for_each(|record| complete::complete(record, source, format));
    reading.records.iter_mut().for_each(|record| when::doubt(record, source.settings));
    reading.records.iter_mut().for_each(|record| bounds::keep(record, source.settings.limits));
    Reading { format: format.name(), ..reading }
}

fn too_large_page(format: Format, limit: u64) -> Reading {
    let reason = format!("the page is {}", open::larger_than(limit));
    let rejection = Rejection::new(reason, "split it, or allow more with --limit-record");
    Reading { format: format.name(), ..Reading::rejected("the file", rejection) }
}

fn unknown_format() -> Rejection {
    let names: Vec<&str> = Format::all().iter().map(|format| format.name()).collect();
    Rejection::new(
        "the file holds markup or data of a format that can't be imported",
        format!("what can be imported is {}; --format NAME says which it is", names.join(", ")),
    )
}
