//! Tables: CSV with any of the usual delimiters, and TSV, whose first row names the columns.

mod parts;

use csv::{ByteRecord, Reader, ReaderBuilder, StringRecord};
use rayon::prelude::*;
use serde_json::Value;

use super::fields::{self, Field, Named, field_of};
use super::open::Parts;
use super::{Content, Format, Head, Reading, Source};
use crate::article::{Problem, ProblemCode, Record, Rejection};

pub(super) const FORMAT: Format = Format::new("csv", recognises, read).in_parts(Parts::Once(parts::read));

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How many rows are made articles at once.
const BATCH: usize = 2_000;

/// A first row that names a headline or a text and another column, and a second row.
fn recognises(head: &Head) -> bool {
    if head.text().starts_with(['{', '[', '<']) {
        return false;
    }
    // Prose, which comes here too, is told by its first line alone.
    let line = head.text().lines().next().filter(|line| !line.contains('"')).unwrap_or(head.text());
    DELIMITERS.iter().filter(|delimiter| line.as_bytes().contains(delimiter)).any(|delimiter| {
        let mut reader = reader(head.text().as_bytes(), *delimiter);
        let columns = known(reader.headers().unwrap_or(&StringRecord::new()));
        let is_article = columns.iter().any(|field| matches!(field, Field::Title | Field::Body));
        is_article && columns.len() > 1 && reader.records().next().is_some()
    })
}

fn reader<R: std::io::Read>(source: R, delimiter: u8) -> Reader<R> {
    ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(source)
}

/// What the columns are for, as far as it is known, each once.
fn known(header: &StringRecord) -> Vec<Field> {
    let mut known: Vec<Field> =
        header.iter().filter_map(|name| field_of(name).next()).map(|(field, _)| field).collect();
    known.sort_unstable();
    known.dedup();
    known
}

/// The one that parts the first row of a text into most columns that are known.
fn delimiter(text: &str) -> u8 {
    let columns = |delimiter: &u8| {
        let mut reader = reader(text.as_bytes(), *delimiter);
        reader.headers().map_or((0, 0), |header| (known(header).len(), header.len()))
    };
    DELIMITERS.into_iter().rev().max_by_key(columns).unwrap_or(b',')
}

fn read(source: &Source<'_>, content: &Content<'_>) -> Reading {
    let text = match content.text() {
        Ok(text) => text,
        Err(rejection) => return Reading::rejected("the file", rejection),
    };
    let mut reader = reader(text.as_bytes(), delimiter(text));
    let header = match reader.headers() {
        Ok(header) => header.clone(),
        Err(error) => return Reading::rejected("line 1", unreadable(&error)),
    };
    let mut records = Vec::new();
    let mut rows = reader.byte_records();
    loop {
        let batch: Vec<_> = rows.by_ref().take(BATCH).collect();
        if batch.is_empty() {
            return Reading::of(records);
        }
        let batch = batch.into_par_iter().map(|row| match row {
            Ok(row) => record(place(text.as_bytes(), 0, row.position()), &header, row, source),
            Err(error) => Record::rejected(place(text.as_bytes(), 0, error.position()), unreadable(&error)),
        });
        records.extend(batch.collect::<Vec<_>>());
    }
}

fn unreadable(error: &csv::Error) -> Rejection {
    Rejection::new(format!("the row can't be read: {error}"), "check its quotation marks and its encoding")
}

/// The line where a row begins. Its position may be that of the line ends before it. `text` begins at `start`.
fn place(text: &[u8], start: u64, position: Option<&csv::Position>) -> String {
    let Some(position) = position else { return "a row".to_owned() };
    let at = usize::try_from(position.byte().saturating_sub(start)).unwrap_or(usize::MAX);
    let rest = text.get(at..).unwrap_or_default();
    let before = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).filter(|byte| **byte == b'\n');
    format!("line {}", position.line() + before.count() as u64)
}

fn record(place: String, header: &StringRecord, row: ByteRecord, source: &Source<'_>) -> Record {
    let (row, is_utf8) = match StringRecord::from_byte_record(row) {
        Ok(row) => (row, true),
        Err(error) => (StringRecord::from_byte_record_lossy(error.into_byte_record()), false),
    };
    let named: Named = header
        .iter()
        .zip(&row)
        .map(|(name, value)| (name.to_owned(), Value::String(value.to_owned())))
        .collect();
    let mut record = fields::record(place.clone(), &named, source);
    if !is_utf8 {
        let message = "characters that are not UTF-8 were replaced by '\u{fffd}'";
        record.problems.push(Problem::new(ProblemCode::Unreadable, place.clone(), message));
    }
    if row.len() != header.len() {
        let message = format!("the row has {} of {} columns", row.len(), header.len());
        let code = if row.len() < header.len() { ProblemCode::Missing } else { ProblemCode::Unreadable };
        record.problems.push(Problem::new(code, place, message));
    }
    record
}
