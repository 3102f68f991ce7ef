//! Texts and lists out of values of any shape.

use serde_json::Value;

/// Where objects keep what they are about.
const INNER: [&str; 10] =
    ["rendered", "name", "value", "#text", "text", "title", "$date", "$oid", "url", "href"];

/// Neither null nor empty.
pub(super) fn says_something(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(items) => items.iter().any(says_something),
        Value::Object(fields) => !fields.is_empty(),
        Value::Bool(_) | Value::Number(_) => true,
    }
}

/// The text of a string, a number, an object about one thing or a list's first.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(items) => items.iter().find_map(text),
        Value::Object(fields) => INNER.iter().find_map(|name| fields.get(*name).and_then(text)),
        Value::Null | Value::Bool(_) => None,
    }
}

/// The address in a string, or of an object.
pub(super) fn address(value: &Value) -> Option<&str> {
    match value {
        Value::String(text) => Some(text.trim()).filter(|text| !text.is_empty()),
        Value::Array(items) => items.iter().find_map(address),
        Value::Object(fields) => {
            let names = ["url", "src", "href", "link", "source_url", "contentUrl", "rendered", "$oid"];
            names.iter().find_map(|name| fields.get(*name).and_then(address))
        }
        _ => None,
    }
}

/// The texts of a list, however it is written: a list, a list within a text, or words set apart by `;`, `|` or `,`.
pub(super) fn list(value: &Value) -> Vec<String> {
    match value {
        Value::Array(items) => items.iter().filter(|item| !item.is_number()).filter_map(text).collect(),
        Value::String(text) => split(text),
        Value::Object(_) => text(value).into_iter().collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
    }
}

fn split(text: &str) -> Vec<String> {
    let text = text.trim();
    if text.starts_with('[') && text.ends_with(']') {
        if let Ok(list @ Value::Array(_)) = serde_json::from_str(text) {
            return self::list(&list);
        }
        let inner = &text[1..text.len() - 1];
        return pieces(inner, ',').map(|piece| piece.trim_matches(['\'', '"']).to_owned()).collect();
    }
    let mark = [';', '|'].into_iter().find(|mark| text.contains(*mark)).unwrap_or(',');
    pieces(text, mark).map(str::to_owned).collect()
}

fn pieces(text: &str, mark: char) -> impl Iterator<Item = &str> {
    text.split(mark).map(str::trim).filter(|piece| !piece.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn lists_are_read_however_they_are_written() {
        for value in [
            json!(["a b", "c"]),
            json!("a b; c"),
            json!("a b, c"),
            json!("a b|c"),
            json!("['a b', 'c']"),
            json!("[\"a b\", \"c\"]"),
            json!([{"name": "a b"}, {"name": "c", "id": 1}]),
        ] {
            assert_eq!(list(&value), ["a b", "c"], "{value}");
        }
        assert_eq!(list(&json!([1, 2])), Vec::<String>::new());
    }

    #[test]
    fn objects_give_what_they_are_about() {
        assert_eq!(text(&json!({"rendered": " It "})).as_deref(), Some("It"));
        assert_eq!(address(&json!({"alt": "x", "url": "u"})), Some("u"));
        assert!(!says_something(&json!(["", null])));
    }
}
