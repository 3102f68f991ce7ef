//! Files that come out of an archive one after the other, read many at a time and handed on in order.

use std::io::{self, Read};

use rayon::prelude::*;

use super::packing::Packing;
use super::{Nest, Take, Wanted, layer, pictures, read, within};
use crate::import::{Reading, Source, aside};

/// How much is gathered before it is read.
const BYTES: usize = 32 << 20;

/// Files that wait to be read.
pub(super) struct Batch<'a, 'b> {
    source: &'b Source<'a>,
    nest: Nest<'b>,
    files: Vec<(String, Vec<u8>)>,
    bytes: usize,
}

impl<'a, 'b> Batch<'a, 'b> {
    pub(super) fn new(source: &'b Source<'a>, nest: Nest<'b>) -> Self {
        Self { source, nest, files: Vec::new(), bytes: 0 }
    }

    /// Adds a file, and reads what is gathered if that is enough. A file that is packed itself is opened at once.
    pub(super) fn push(&mut self, path: String, bytes: Vec<u8>, take: Take<'_>) {
        if Packing::recognise(&bytes).is_some() {
            self.flush(take);
            let root = self.source.path;
            let source = Source { path: &path, root, bytes: None, is_found: true, ..*self.source };
            layer(&source, &mut bytes.as_slice(), self.nest.deeper(), &mut |reading| {
                take(within(&path, reading))
            });
            return;
        }
        self.bytes += bytes.len();
        self.files.push((path, bytes));
        if self.bytes > BYTES || self.files.len() > 4_000 {
            self.flush(take);
        }
    }

    /// Adds the file that a reader holds; what is large is read as it comes.
    pub(super) fn read(&mut self, path: String, reader: &mut dyn Read, take: Take<'_>) -> io::Result<()> {
        if self.nest.wanted != Wanted::Articles {
            return pictures::file(self.source, self.nest, &path, reader, take);
        }
        let limit = BYTES.min(usize::try_from(self.source.settings.limits.file_bytes).unwrap_or(BYTES));
        let mut bytes = Vec::new();
        reader.take(limit as u64 + 1).read_to_end(&mut bytes)?;
        if bytes.len() <= limit {
            self.push(path, bytes, take);
            return Ok(());
        }
        self.flush(take);
        let source =
            Source { path: &path, root: self.source.path, bytes: None, is_found: true, ..*self.source };
        layer(&source, &mut bytes.as_slice().chain(reader), self.nest.deeper(), &mut |reading| {
            take(within(&path, reading));
        });
        Ok(())
    }

    /// Reads what is gathered.
    pub(super) fn flush(&mut self, take: Take<'_>) {
        self.bytes = 0;
        let files = std::mem::take(&mut self.files);
        let source = self.source;
        let read = |(path, bytes): (String, Vec<u8>)| {
            let found = aside::left_out(&path, &bytes);
            within(
                &path,
                found.unwrap_or_else(|| read(&Source { path: &path, root: source.path, ..*source }, &bytes)),
            )
        };
        let readings: Vec<Reading> = files.into_par_iter().map(read).collect();
        readings.into_iter().for_each(take);
    }
}

/// Whether a path in an archive is that of a file to read: not hidden, nothing that macOS adds, no configuration.
pub(super) fn is_wanted(path: &str) -> bool {
    let mut parts = path.split('/').filter(|part| *part != ".");
    parts.all(|part| !part.starts_with('.') && part != "__MACOSX" && part != "backissue.toml")
}
