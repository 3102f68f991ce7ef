//! Tar archives, file after file as they come.

use std::cell::Cell;
use std::io::{self, Read};

use super::batch::{Batch, is_wanted};
use super::{Limits, Nest, Take, damaged, empty, limits, within};
use crate::import::Source;

/// What may stand before a file: its header, and its name and what else is said of it.
const MAX_HEAD: u64 = 1 << 20;

pub(super) fn read(source: &Source<'_>, reader: &mut dyn Read, nest: Nest<'_>, take: Take<'_>) {
    let limits = source.settings.limits;
    let allowance = Cell::new(MAX_HEAD);
    let mut archive = ::tar::Archive::new(Guarded { inner: reader, allowance: &allowance });
    let mut batch = Batch::new(source, nest);
    let mut entries = match archive.entries() {
        Ok(entries) => entries,
        Err(error) => return take(damaged("the file", &error)),
    };
    let mut count = 0;
    // What the archive still holds of a file that was not read to its end.
    let mut rest = 0;
    loop {
        allowance.set(MAX_HEAD + rest);
        rest = 0;
        let Some(entry) = entries.next() else { break };
        allowance.set(u64::MAX);
        let mut entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                batch.flush(take);
                return take(damaged(&format!("file {}", count + 1), &error));
            }
        };
        // Links lead to what is in the archive anyway, or out of it.
        let path = String::from_utf8_lossy(&entry.path_bytes()).trim_start_matches("./").to_owned();
        let kind = entry.header().entry_type();
        if kind.is_gnu_sparse() {
            rest = entry.header().entry_size().unwrap_or(0).min(limits.file_bytes);
        }
        if !(kind.is_file() || kind.is_gnu_sparse()) || !is_wanted(&path) {
            pass_over(&mut entry);
            continue;
        }
        count += 1;
        if count > limits.files {
            batch.flush(take);
            return take(damaged(&path, &limits::too_many(limits.files)));
        }
        let read = if kind.is_gnu_sparse() {
            sparse(&mut entry, limits, nest)
                .and_then(|bytes| batch.read(path.clone(), &mut bytes.as_slice(), &mut *take))
        } else {
            batch.read(path.clone(), &mut entry, &mut *take)
        };
        if let Err(error) = read {
            batch.flush(take);
            take(within(&path, damaged("the file", &error)));
        }
        pass_over(&mut entry);
    }
    batch.flush(take);
    if count == 0 {
        take(empty("files"));
    }
}

/// All of a sparse file. Its holes are not in the archive, so they are counted as if they were unpacked.
fn sparse<R: Read>(entry: &mut ::tar::Entry<'_, R>, limits: Limits, nest: Nest<'_>) -> io::Result<Vec<u8>> {
    if entry.size() > limits.file_bytes {
        return Err(limits::too_large(limits.file_bytes));
    }
    limits::read_whole(&mut nest.track(entry), limits.file_bytes)
}

/// Reads to the end of a file, so that what comes next is a header. What goes wrong comes again with that. Holes have
/// no end that is worth waiting for.
fn pass_over<R: Read>(entry: &mut ::tar::Entry<'_, R>) {
    if !entry.header().entry_type().is_gnu_sparse() {
        io::copy(entry, &mut io::sink()).ok();
    }
}

/// Names are read as a whole, however long they say that they are; so not everything is let through.
struct Guarded<'a, R> {
    inner: R,
    allowance: &'a Cell<u64>,
}

impl<R: Read> Read for Guarded<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        match self.allowance.get().checked_sub(count as u64) {
            Some(left) => self.allowance.set(left),
            None => return Err(io::Error::new(io::ErrorKind::InvalidData, "a name in it has no end")),
        }
        Ok(count)
    }
}
