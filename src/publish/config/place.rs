//! Finds the line, the column and the key that stand at an offset of a TOML text.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A place in a text.
pub(super) struct Place {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
}

impl Place {
    /// The place of a byte.
    pub(super) fn of(text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        Self { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
    }
}

/// The key whose name or value holds the byte, with those that it lies in; `None` if the text is not TOML.
pub(super) fn key_at(text: &str, offset: usize) -> Option<String> {
    let table = DeTable::parse(text).ok()?;
    let mut keys = Vec::new();
    in_table(table.get_ref(), offset, &mut keys);
    Some(if keys.is_empty() { "the file".to_owned() } else { keys.join(".") })
}

fn in_table<'a>(table: &'a DeTable<'_>, offset: usize, keys: &mut Vec<&'a str>) {
    let holds = |span: Range<usize>| span.contains(&offset);
    let found = table.iter().find(|(key, value)| holds(key.span()) || holds_in(value, offset));
    if let Some((key, value)) = found {
        keys.push(key.get_ref());
        in_value(value, offset, keys);
    }
}

fn in_value<'a>(value: &'a Spanned<DeValue<'_>>, offset: usize, keys: &mut Vec<&'a str>) {
    match value.get_ref() {
        DeValue::Table(table) => in_table(table, offset, keys),
        DeValue::Array(items) => {
            if let Some(item) = items.iter().find(|item| holds_in(item, offset)) {
                in_value(item, offset, keys);
            }
        }
        _ => {}
    }
}

/// A table's own span is that of its heading alone, so its values are asked too.
fn holds_in(value: &Spanned<DeValue<'_>>, offset: usize) -> bool {
    value.span().contains(&offset)
        || match value.get_ref() {
            DeValue::Table(table) => {
                table.iter().any(|(key, value)| key.span().contains(&offset) || holds_in(value, offset))
            }
            DeValue::Array(items) => items.iter().any(|item| holds_in(item, offset)),
            _ => false,
        }
}
