//! Finds the fields of a record: those that were asked for, else those whose names are known.

use std::collections::BTreeMap;

use serde_json::Value;

use super::value::says_something;
use super::{AskedFields, Field, Named, field_of};

/// The fields of one record, each with its candidates, the most trusted first.
pub(in crate::import) struct Found<'a>(BTreeMap<Field, Vec<Candidate<'a>>>);

/// A value that says something, and what the source calls it.
#[derive(Debug, Clone, Copy)]
pub(in crate::import) struct Candidate<'a> {
    rank: usize,
    pub(in crate::import) name: &'a str,
    pub(in crate::import) value: &'a Value,
}

impl<'a> Found<'a> {
    /// Looks at all fields of a record.
    pub(in crate::import) fn of(record: &'a Named, asked: &'a AskedFields) -> Self {
        let mut found: BTreeMap<Field, Vec<Candidate<'a>>> = BTreeMap::new();
        for (name, value) in record.iter().filter(|(_, value)| says_something(value)) {
            for (field, rank) in field_of(name).filter(|(field, _)| asked.path(*field).is_none()) {
                found.entry(field).or_default().push(Candidate { rank, name, value });
            }
        }
        for candidates in found.values_mut() {
            candidates.sort_by_key(|candidate| candidate.rank);
        }
        for field in Field::ALL {
            let path = asked.path(field).filter(|path| !path.is_empty());
            if let Some((name, value)) = path.and_then(|path| Some((path, at_path(record, path)?))) {
                found.insert(field, vec![Candidate { rank: 0, name, value }]);
            }
        }
        Self(found)
    }

    /// What may be `field`, the most trusted first.
    pub(in crate::import) fn all(&self, field: Field) -> &[Candidate<'a>] {
        self.0.get(&field).map_or(&[], Vec::as_slice)
    }
}

/// How many of headline and text a record has.
pub(in crate::import) fn likeness(record: &Named, asked: &AskedFields) -> usize {
    let found = Found::of(record, asked);
    [Field::Title, Field::Body].into_iter().filter(|field| !found.all(*field).is_empty()).count()
}

/// A field by its name, which may hold dots itself, or by names with dots between them.
fn at_path<'a>(record: &'a Named, path: &str) -> Option<&'a Value> {
    if let Some(value) = record.get(path) {
        return Some(value).filter(|value| says_something(value));
    }
    let (first, rest) = path.split_once('.')?;
    match record.get(first)? {
        Value::Object(inner) => at_path(inner, rest),
        Value::Array(items) => match rest.split_once('.') {
            Some((number, rest)) => at_path(items.get(number.parse::<usize>().ok()?)?.as_object()?, rest),
            None => items.get(rest.parse::<usize>().ok()?),
        },
        _ => None,
    }
}
