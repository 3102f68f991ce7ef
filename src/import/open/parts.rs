//! Sources that are too large to be held as a whole, of formats that can be read part by part: in one go, or in two from
//! where they are put meanwhile.

use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};

use super::{Take, damaged, larger_than, read_whole};
use crate::article::Rejection;
use crate::import::{Format, Source};

/// Where a source is put that is read more than once.
pub trait Store: Read + Write + Seek {}

impl<T: Read + Write + Seek> Store for T {}

/// Makes an empty store.
pub type Scratch = fn() -> io::Result<Box<dyn Store>>;

/// How a format reads a source in parts; each is handed on when it is read.
#[derive(Debug, Clone, Copy)]
pub(in crate::import) enum Parts {
    /// From its beginning to its end.
    Once(fn(Format, &Source<'_>, &mut dyn Read, Take<'_>)),
    /// Back and forth.
    Stored(fn(Format, &Source<'_>, &mut dyn Store, Take<'_>)),
}

impl Parts {
    /// Whether a source that begins so can be read in parts: in UTF-16 it can't.
    pub(super) fn are_possible(self, source: &Source<'_>, head: &[u8]) -> bool {
        let is_utf16 = head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff");
        let has_place = matches!(self, Self::Once(_)) || source.settings.scratch.is_some();
        has_place && !is_utf16
    }

    pub(super) fn read(self, format: Format, source: &Source<'_>, reader: &mut dyn Read, take: Take<'_>) {
        match self {
            Self::Once(read) => read(format, source, reader, take),
            Self::Stored(read) => match stored(source, reader) {
                Ok(mut store) => read(format, source, &mut *store, take),
                Err(error) => take(damaged("the file", &error)),
            },
        }
    }
}

/// All of a source that is small, and `true`; else its beginning.
pub(super) fn beginning(source: &Source<'_>, reader: &mut dyn Read) -> io::Result<(Vec<u8>, bool)> {
    let limit = source.settings.limits.whole_bytes;
    let expected = source.bytes.unwrap_or(0).min(limit) + 32;
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or(0));
    reader.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    let is_all = bytes.len() as u64 <= limit;
    Ok((bytes, is_all))
}

/// All of a source, where it can be read back and forth.
pub(super) fn held(source: &Source<'_>, reader: &mut dyn Read) -> io::Result<Box<dyn Store>> {
    if source.settings.scratch.is_none() {
        return Ok(Box::new(Cursor::new(read_whole(reader, source.settings.limits.file_bytes)?)));
    }
    match beginning(source, reader)? {
        (bytes, true) => Ok(Box::new(Cursor::new(bytes))),
        (bytes, false) => stored(source, &mut bytes.as_slice().chain(reader)),
    }
}

fn stored(source: &Source<'_>, reader: &mut dyn Read) -> io::Result<Box<dyn Store>> {
    let scratch = source.settings.scratch.ok_or(io::ErrorKind::Unsupported)?;
    let mut store = scratch()?;
    io::copy(reader, &mut store)?;
    store.seek(SeekFrom::Start(0))?;
    Ok(store)
}

/// A record that is longer than records may be.
pub(in crate::import) fn too_long(source: &Source<'_>, what: &str) -> Rejection {
    let reason = format!("the {what} is {}", larger_than(source.settings.limits.record_bytes));
    Rejection::new(reason, "split it, or allow more with --limit-record")
}
