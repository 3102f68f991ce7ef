//! JSON Lines: one object a line, with any field names.

use rayon::prelude::*;
use serde_json::Value;

use super::fields;
use super::{Content, Format, Head, Reading, Source};
use crate::article::{Record, Rejection};

pub(super) const FORMAT: Format = Format::new("json-lines", recognises, read).in_lines();

/// Two lines or more, of which the first two each begin as an object does and the first is one.
fn recognises(head: &Head) -> bool {
    let mut lines = head.text().lines().map(str::trim).filter(|line| !line.is_empty());
    let is_whole =
        |line: &str| line.starts_with('{') && serde_json::from_str::<serde::de::IgnoredAny>(line).is_ok();
    lines.next().is_some_and(is_whole) && lines.next().is_some_and(|line| line.starts_with('{'))
}

pub(super) fn read(source: &Source<'_>, content: &Content<'_>) -> Reading {
    let bytes = content.bytes().strip_prefix(b"\xef\xbb\xbf").unwrap_or(content.bytes());
    let lines = bytes.split(|byte| *byte == b'\n').enumerate();
    let lines: Vec<(usize, &[u8])> = lines.filter(|(_, line)| !line.trim_ascii().is_empty()).collect();
    Reading::of(lines.into_par_iter().map(|(nth, line)| record(nth, line, source)).collect())
}

fn record(nth: usize, line: &[u8], source: &Source<'_>) -> Record {
    let place = format!("line {}", source.first_line + nth + 1);
    let hint = "each line is one JSON object; correct this one and import again";
    match serde_json::from_slice(line) {
        Ok(Value::Object(named)) => fields::record(place, &named, source),
        Ok(_) => Record::rejected(place, Rejection::new("the line is JSON, but not an object", hint)),
        Err(error) => Record::rejected(place, Rejection::new(format!("the line is not JSON: {error}"), hint)),
    }
}
