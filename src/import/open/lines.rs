//! Sources in which each line is a record of its own, read some at a time, so that their size does not matter.

use std::io::{BufRead, BufReader, Read};

use super::{Take, damaged, too_long};
use crate::import::{Format, Reading, Source, read_as};

/// How much is read at once.
const CHUNK: usize = 8 << 20;

/// Reads all lines by `format`; of none, what it says of an empty file.
pub(in crate::import) fn read(format: Format, source: &Source<'_>, reader: &mut dyn Read, take: Take<'_>) {
    let longest = source.settings.limits.record_bytes;
    let mut reader = BufReader::with_capacity(256 * 1024, reader);
    let mut lines = 0;
    let mut first = 0;
    let mut bytes = Vec::new();
    let mut is_empty = true;
    loop {
        let before = bytes.len();
        let result = reader.by_ref().take(longest).read_until(b'\n', &mut bytes);
        let (length, is_too_long) = match &result {
            Ok(length) => (*length, *length as u64 == longest && !bytes.ends_with(b"\n")),
            Err(_) => (0, false),
        };
        if is_too_long {
            bytes.truncate(before);
        }
        if length == 0 || is_too_long || bytes.len() >= CHUNK {
            if bytes.iter().any(|byte| !byte.is_ascii_whitespace()) || (length == 0 && is_empty) {
                is_empty = false;
                take(read_as(format, &Source { first_line: source.first_line + first, ..*source }, &bytes));
            }
            bytes.clear();
            first = lines + 1;
        }
        let place = format!("line {}", source.first_line + lines + 1);
        lines += 1;
        if let Err(error) = result {
            return take(damaged(&place, &error));
        }
        if is_too_long {
            is_empty = false;
            take(Reading::rejected(&place, too_long(source, "line")));
            if let Err(error) = skip_line(&mut reader) {
                return take(damaged(&place, &error));
            }
        }
        if length == 0 {
            return;
        }
    }
}

fn skip_line(reader: &mut impl BufRead) -> std::io::Result<()> {
    loop {
        let buffer = reader.fill_buf()?;
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let count = end.map_or(buffer.len(), |end| end + 1);
        let is_done = end.is_some() || buffer.is_empty();
        reader.consume(count);
        if is_done {
            return Ok(());
        }
    }
}
