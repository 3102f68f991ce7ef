//! The records of a WARC file, one after the other.

use std::io::{self, BufRead, Read};

use crate::import::open::limits;

/// The longest head of a record, in bytes.
pub(super) const MAX_HEAD: u64 = 64 * 1024;

/// A record.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Record {
    /// `response`, `request`, `resource` …
    pub(super) kind: String,
    /// The address that was asked for.
    pub(super) address: String,
    /// Of the block.
    pub(super) content_type: String,
    pub(super) block: Vec<u8>,
}

/// The next record; `None` at the end. The block of a record that can't be a page is passed over.
pub(super) fn next(reader: &mut impl BufRead, limit: u64) -> io::Result<Option<Record>> {
    let mut record = Record::default();
    let mut length = None;
    let mut head = reader.by_ref().take(MAX_HEAD);
    let Some(version) = first_line(&mut head)? else { return Ok(None) };
    if !version.starts_with("WARC/") {
        return Err(invalid("a record doesn't begin with its version"));
    }
    loop {
        let line = line(&mut head)?.ok_or_else(|| invalid("a record's head is cut off"))?;
        if line.is_empty() {
            break;
        }
        let (name, value) = line.split_once(':').unwrap_or_default();
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "warc-type" => record.kind = value.to_ascii_lowercase(),
            "warc-target-uri" => record.address = value.trim_matches(['<', '>']).to_owned(),
            "content-type" => record.content_type = value.to_ascii_lowercase(),
            "content-length" => length = value.parse::<u64>().ok(),
            _ => {}
        }
    }
    let length = length.ok_or_else(|| invalid("a record doesn't say how long it is"))?;
    let mut block = reader.by_ref().take(length);
    if matches!(record.kind.as_str(), "response" | "resource") && length <= limit {
        record.block = limits::read_whole(&mut block, limit)?;
    } else {
        io::copy(&mut block, &mut io::sink())?;
    }
    if block.limit() > 0 {
        return Err(invalid("the last record is cut off"));
    }
    Ok(Some(record))
}

/// The first line that is not empty: records end with two empty ones.
pub(super) fn first_line(reader: &mut impl BufRead) -> io::Result<Option<String>> {
    loop {
        match line(reader)? {
            Some(line) if line.is_empty() => {}
            other => return Ok(other),
        }
    }
}

pub(super) fn line(reader: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    let count = reader.read_until(b'\n', &mut line)?;
    Ok((count > 0).then(|| String::from_utf8_lossy(&line).trim_end().to_owned()))
}

pub(super) fn invalid(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}
