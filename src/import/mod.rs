//! Importers: one per source format, from bytes to records. Pure; never fails as a whole.
//!
//! A new importer is one new module with a `FORMAT`, and one line in `FORMATS`.

mod crawl;
mod decode;

use crate::article::{Problem, Record, Rejection};

/// What can be imported: the first that recognises a text reads it.
const FORMATS: &[Format] = &[crawl::FORMAT];

/// A source format, recognised by content and never by the name of a file.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    name: &'static str,
    recognises: fn(&str) -> bool,
    read: fn(&str, &str) -> Vec<Record>,
}

impl Format {
    /// The first format that `text` is of. `text` is decoded: no byte order mark, line ends are `\n`.
    #[must_use]
    pub fn recognise(text: &str) -> Option<Self> {
        FORMATS.iter().find(|format| (format.recognises)(text)).copied()
    }

    /// As it stands in `Provenance::importer`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.name
    }
}

/// Reads one file. `source` is its name without folders. There is at least one record; what can't be understood is
/// a record with a [`Rejection`].
#[must_use]
pub fn read(source: &str, bytes: &[u8]) -> Vec<Record> {
    let decoded = match decode::decode(bytes) {
        Ok(decoded) => decoded,
        Err(rejection) => return vec![rejected(rejection)],
    };
    let Some(format) = Format::recognise(&decoded.text) else {
        return vec![rejected(unknown_format())];
    };
    let mut records = (format.read)(source, &decoded.text);
    if let Some(first) = records.first_mut() {
        first.problems.splice(0..0, decoded.problems);
    }
    records
}

fn rejected(rejection: Rejection) -> Record {
    let problems: Vec<Problem> = Vec::new();
    Record { place: "line 1".to_owned(), outcome: Err(rejection), problems }
}

fn unknown_format() -> Rejection {
    Rejection::new(
        "the file holds markup or data of a format that can't be imported",
        "import the text of a web page, its first line like ' date 2023-06-06 https://…', or a JSON Feed",
    )
}
