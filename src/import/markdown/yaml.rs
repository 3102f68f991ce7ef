//! Reads YAML front matter, and what is meant to be YAML. Expands no aliases.

use saphyr_parser::{Event, Parser};

use super::value::Value;

/// Lists and maps inside each other; deeper ones are left out.
const MAX_DEPTH: usize = 24;

/// The map, and what is wrong if it isn't YAML; then what can be told line by line.
pub(super) fn read(text: &str) -> (Value, Option<String>) {
    match parse(text) {
        Ok(value @ (Value::Map(_) | Value::Nothing)) => (value, None),
        Ok(_) => (by_lines(text), Some("it is not a list of fields".to_owned())),
        Err(error) => (by_lines(text), Some(error)),
    }
}

/// All that a file says, if it is YAML.
pub(super) fn all(text: &str) -> Option<Value> {
    parse(text).ok()
}

/// A list or map that is still open; a map with the key whose value comes next.
enum Open {
    List(Vec<Value>),
    Map(Vec<(String, Value)>, Option<String>),
}

fn parse(text: &str) -> Result<Value, String> {
    let mut open: Vec<Open> = Vec::new();
    let mut too_deep = 0_usize;
    let mut root = Value::Nothing;
    for event in Parser::new_from_str(text) {
        let (event, _) = event.map_err(|error| error.to_string())?;
        let is_start = matches!(event, Event::SequenceStart(..) | Event::MappingStart(..));
        let is_end = matches!(event, Event::SequenceEnd | Event::MappingEnd);
        if is_start && (too_deep > 0 || open.len() >= MAX_DEPTH) {
            too_deep += 1;
            continue;
        }
        if too_deep > 0 {
            too_deep -= usize::from(is_end);
            if too_deep == 0 {
                place(&mut open, &mut root, Value::Nothing);
            }
            continue;
        }
        match event {
            Event::SequenceStart(..) => open.push(Open::List(Vec::new())),
            Event::MappingStart(..) => open.push(Open::Map(Vec::new(), None)),
            Event::SequenceEnd | Event::MappingEnd => {
                let done = match open.pop() {
                    Some(Open::List(items)) => Value::List(items),
                    Some(Open::Map(entries, _)) => Value::Map(entries),
                    None => Value::Nothing,
                };
                place(&mut open, &mut root, done);
            }
            Event::Scalar(text, style, _, _) => {
                let is_nothing = style == saphyr_parser::ScalarStyle::Plain
                    && matches!(text.as_ref(), "" | "~" | "null" | "Null" | "NULL");
                let value = if is_nothing { Value::Nothing } else { Value::Text(text.into_owned()) };
                place(&mut open, &mut root, value);
            }
            Event::Alias(_) => place(&mut open, &mut root, Value::Nothing),
            _ => {}
        }
    }
    Ok(root)
}

fn place(open: &mut [Open], root: &mut Value, value: Value) {
    match open.last_mut() {
        None => *root = value,
        Some(Open::List(items)) => items.push(value),
        Some(Open::Map(entries, key)) => match key.take() {
            None => *key = Some(value.text().unwrap_or_default().to_owned()),
            Some(name) => entries.push((name, value)),
        },
    }
}

/// `key: value` at the beginning of a line, and `- item` below a key. A value may hold what YAML would want quoted.
fn by_lines(text: &str) -> Value {
    let mut entries: Vec<(String, Value)> = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let item = line.trim_start().strip_prefix("- ");
        match (item, line.split_once(':')) {
            (Some(item), _) => {
                if let Some((_, value)) = entries.last_mut() {
                    let item = Value::Text(unquoted(item));
                    match value {
                        Value::List(items) => items.push(item),
                        other => *other = Value::List(other.items().iter().cloned().chain([item]).collect()),
                    }
                }
            }
            (None, Some((key, value))) if !key.starts_with([' ', '\t', '#']) => {
                let value = whole(value.trim(), &mut lines);
                entries.push((key.trim().to_owned(), flow(value.trim())));
            }
            _ => {}
        }
    }
    Value::Map(entries)
}

/// A value with the lines that it goes on in: up to its closing quotation mark.
fn whole<'t>(value: &str, lines: &mut impl Iterator<Item = &'t str>) -> String {
    let mut whole = value.to_owned();
    let Some(quote) = value.chars().next().filter(|quote| matches!(quote, '"' | '\'')) else { return whole };
    let is_closed = |text: &str| text.len() > 1 && text.trim_end().ends_with(quote);
    while !is_closed(&whole) {
        let Some(line) = lines.next() else { break };
        whole.push(' ');
        whole.push_str(line.trim());
    }
    whole
}

fn flow(value: &str) -> Value {
    match value.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        Some(items) => Value::List(items.split(',').map(|item| Value::Text(unquoted(item))).collect()),
        None if value.is_empty() => Value::Nothing,
        None => Value::Text(unquoted(value)),
    }
}

fn unquoted(text: &str) -> String {
    text.trim().trim_matches(['"', '\'']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_keep_their_letters() {
        let (value, error) =
            read("title: 1.10\ndate: 2015-03-17 14:00:00 -4\nnone: ~\nempty:\ntags: [a, 'b c']\n");
        assert_eq!(error, None);
        assert_eq!(value.first(&["title"]), Some(("title", "1.10")));
        assert_eq!(value.first(&["none", "empty", "date"]), Some(("date", "2015-03-17 14:00:00 -4")));
        assert_eq!(value.get("tags").map(|tags| tags.items().len()), Some(2));
    }

    #[test]
    fn what_is_almost_yaml_is_read_by_lines() {
        let text = "title: Foo: bar: baz\nlead: \"One.\n\nTwo.\"\ntags:\n- a\n- b\n";
        let (value, error) = read(text);
        assert!(error.is_some());
        assert_eq!(value.first(&["title"]), Some(("title", "Foo: bar: baz")));
        assert_eq!(value.first(&["lead"]), Some(("lead", "One.  Two.")));
        assert_eq!(value.get("tags").map(|tags| tags.items().len()), Some(2));
    }

    #[test]
    fn deep_and_endless_structures_are_cut() {
        let deep = format!("a: {}x{}\nb: c", "[".repeat(5000), "]".repeat(5000));
        assert_eq!(read(&deep).0.first(&["b"]), Some(("b", "c")));
        let bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\nd: e";
        assert_eq!(read(bomb).0.first(&["d"]), Some(("d", "e")));
    }
}
