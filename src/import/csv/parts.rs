//! Large tables, some rows at a time.

use std::io::{self, Read};

use csv::{ByteRecord, Reader, StringRecord};
use rayon::prelude::*;

use super::{BATCH, delimiter, place, reader, record, unreadable};
use crate::article::{Record, Rejection};
use crate::import::open::{Take, damage, damaged, too_long};
use crate::import::{Format, Head, Reading, Source, finished};

/// How much is read before it is made articles.
const BYTES: usize = 8 << 20;

pub(super) fn read(format: Format, source: &Source<'_>, input: &mut dyn Read, take: Take<'_>) {
    let mut head = Vec::new();
    if let Err(error) = input.take(Head::LEN as u64).read_to_end(&mut head) {
        return take(damaged("the file", &error));
    }
    let delimiter = delimiter(Head::of(&head).text());
    let limit = usize::try_from(source.settings.limits.record_bytes).unwrap_or(usize::MAX);
    let limit = limit.saturating_add(2 * BYTES);
    let start = if head.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    let window = Window { input: head[start..].chain(input), bytes: Vec::new(), start: 0, limit };
    let mut reader = reader(window, delimiter);
    let header = match reader.byte_headers() {
        Ok(header) => StringRecord::from_byte_record_lossy(header.clone()),
        Err(error) => return take(Reading::rejected("line 1", unread(error, source))),
    };
    let mut is_empty = true;
    loop {
        let (rows, end) = some(&mut reader);
        let Window { bytes, start, .. } = reader.get_ref();
        let (bytes, start) = (bytes.as_slice(), *start);
        let of = |row: ByteRecord| {
            let place = place(bytes, start, row.position());
            match row.iter().any(|field| field.contains(&0)) {
                true => {
                    Record::rejected(place, Rejection::new("the row is binary, not text", "leave it out"))
                }
                false => record(place, &header, row, source),
            }
        };
        let records: Vec<Record> = rows.into_par_iter().map(of).collect();
        let is_end = end.is_some();
        let mut reading = Reading::of(records);
        if let Some(Some(error)) = end {
            let place = place(bytes, start, Some(reader.position()));
            reading.records.push(Record::rejected(place, unread(error, source)));
        }
        if !reading.records.is_empty() || (is_end && is_empty) {
            is_empty = false;
            take(finished(format, source, reading));
        }
        if is_end {
            return;
        }
        let read = reader.position().byte();
        reader.get_mut().forget(read);
    }
}

/// The next rows; `Some` if there are no more, with the reason if that isn't the end.
fn some<R: Read>(reader: &mut Reader<Window<R>>) -> (Vec<ByteRecord>, Option<Option<csv::Error>>) {
    let first = reader.position().byte();
    let mut rows = Vec::new();
    while rows.len() < BATCH && reader.position().byte() - first < BYTES as u64 {
        let mut row = ByteRecord::new();
        match reader.read_byte_record(&mut row) {
            Ok(true) => rows.push(row),
            Ok(false) => return (rows, Some(None)),
            Err(error) => return (rows, Some(Some(error))),
        }
    }
    (rows, None)
}

fn unread(error: csv::Error, source: &Source<'_>) -> Rejection {
    match error.kind() {
        csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge && is_ours(error) => {
            let Rejection { reason, .. } = too_long(source, "row");
            let hint = "see whether a quotation mark lacks its partner; what follows it was not read";
            Rejection::new(reason, hint)
        }
        csv::ErrorKind::Io(error) => damage(error),
        _ => unreadable(&error),
    }
}

fn is_ours(error: &io::Error) -> bool {
    error.get_ref().is_some_and(|inner| inner.is::<LongRow>())
}

#[derive(Debug, thiserror::Error)]
#[error("a row has no end")]
struct LongRow;

/// A reader with what it read last, so that it can be told where rows begin, and no row is longer than may be.
struct Window<R> {
    input: R,
    bytes: Vec<u8>,
    /// How much was read before that.
    start: u64,
    limit: usize,
}

impl<R> Window<R> {
    /// Drops what stands before `at`.
    fn forget(&mut self, at: u64) {
        let count = usize::try_from(at.saturating_sub(self.start)).unwrap_or(usize::MAX);
        let count = count.min(self.bytes.len());
        self.bytes.drain(..count);
        self.start += count as u64;
    }
}

impl<R: Read> Read for Window<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.bytes.len() > self.limit {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, LongRow));
        }
        let count = self.input.read(buffer)?;
        self.bytes.extend_from_slice(&buffer[..count]);
        Ok(count)
    }
}
