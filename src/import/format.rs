//! A format as the front door knows it: its name, how it is recognised, and who reads it.

use super::open::Parts;
use super::{Content, FORMATS, Head, Reading, Source};

/// A source format, recognised by content and never by the name of a file.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    name: &'static str,
    recognises: fn(&Head) -> bool,
    read: fn(&Source<'_>, &Content<'_>) -> Reading,
    is_in_lines: bool,
    is_one_record: bool,
    parts: Option<Parts>,
}

/// A name that no format has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no format '{0}'; there are {list}", list = names())]
pub struct UnknownFormat(pub String);

impl Format {
    /// A format. `name` is what `--format` takes and what stands in `Provenance::importer`; `recognises` sees the
    /// beginning of a source and may be wrong about what follows; `read` never panics, whatever it is given. An
    /// article's provenance is filled in after it, and so are id and title if they are empty.
    pub(super) const fn new(
        name: &'static str,
        recognises: fn(&Head) -> bool,
        read: fn(&Source<'_>, &Content<'_>) -> Reading,
    ) -> Self {
        Self { name, recognises, read, is_in_lines: false, is_one_record: false, parts: None }
    }

    /// Each line is a record of its own, so that a source may be read in parts that end with a line.
    pub(super) const fn in_lines(self) -> Self {
        Self { is_in_lines: true, ..self }
    }

    /// A source is one page.
    pub(super) const fn one_record(self) -> Self {
        Self { is_one_record: true, ..self }
    }

    /// A large source can be read part by part.
    pub(super) const fn in_parts(self, parts: Parts) -> Self {
        Self { parts: Some(parts), ..self }
    }

    pub(super) fn parts(self) -> Option<Parts> {
        self.parts
    }

    pub(super) fn is_one_record(self) -> bool {
        self.is_one_record
    }

    pub(super) fn is_in_lines(self) -> bool {
        self.is_in_lines
    }

    /// All of them, in the order in which they are asked.
    #[must_use]
    pub fn all() -> &'static [Self] {
        FORMATS
    }

    /// The first that knows a source that begins so.
    #[must_use]
    pub fn recognise(head: &Head) -> Option<Self> {
        FORMATS.iter().find(|format| (format.recognises)(head)).copied()
    }

    /// As it stands in `Provenance::importer`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.name
    }

    pub(super) fn read(self, source: &Source<'_>, content: &Content<'_>) -> Reading {
        (self.read)(source, content)
    }
}

/// By its name.
impl std::str::FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let named = FORMATS.iter().find(|format| format.name.eq_ignore_ascii_case(name));
        named.copied().ok_or_else(|| UnknownFormat(name.to_owned()))
    }
}

fn names() -> String {
    FORMATS.iter().map(|format| format.name).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_found_by_name_and_no_two_share_one() {
        for format in Format::all() {
            let found: Format = format.name.parse().unwrap();
            assert_eq!(found.name, format.name);
            assert_eq!(FORMATS.iter().filter(|other| other.name == format.name).count(), 1);
        }
        let error = "docx".parse::<Format>().unwrap_err().to_string();
        assert!(error.contains("docx") && error.contains("crawl-text"), "{error}");
    }
}
