//! Bylines: who wrote it, out of values of any shape.

use std::collections::HashSet;

use serde_json::Value;

use super::value;
use crate::article::Person;
use crate::article::html::{address, fold};

/// Everybody named, none twice.
pub(super) fn people(value: &Value) -> Vec<Person> {
    let all: Vec<Person> = match value {
        Value::Array(items) => items.iter().flat_map(people).collect(),
        Value::Object(fields) => {
            let url = fields.get("url").or_else(|| fields.get("link")).and_then(Value::as_str);
            let url = url.and_then(|url| address::web(url, None).ok());
            let name =
                ["name", "display_name", "full_name", "username"].iter().find_map(|name| fields.get(*name));
            name.and_then(value::text)
                .into_iter()
                .map(|name| Person { name: fold(&name), url: url.clone() })
                .collect()
        }
        Value::String(text) => byline(text).into_iter().map(|name| Person { name, url: None }).collect(),
        _ => Vec::new(),
    };
    let mut known = HashSet::new();
    all.into_iter().filter(|person| !person.name.is_empty() && known.insert(person.name.clone())).collect()
}

/// The names in `By Ada Quill and Tom Wire, Harbour Wire`. A comma parts names only if each part has two words.
fn byline(text: &str) -> Vec<String> {
    let text = fold(text);
    let lower = text.to_lowercase();
    let text = ["by ", "von ", "par ", "por "]
        .iter()
        .find(|word| lower.starts_with(**word))
        .map_or(text.as_str(), |word| text.get(word.len()..).unwrap_or(&text));
    if text.starts_with('[') {
        return value::list(&Value::String(text.to_owned()));
    }
    let mut names = vec![text.to_owned()];
    for mark in [";", "|", " and ", " & "] {
        names = names.iter().flat_map(|name| name.split(mark)).map(|name| name.trim().to_owned()).collect();
    }
    let parts = |name: &String| -> Vec<String> {
        let parts: Vec<&str> = name.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
        let are_names = parts.iter().all(|part| part.contains(' '));
        if are_names { parts.into_iter().map(str::to_owned).collect() } else { vec![name.clone()] }
    };
    names.iter().flat_map(parts).filter(|name| !name.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn names(value: &Value) -> Vec<String> {
        people(value).into_iter().map(|person| person.name).collect()
    }

    #[test]
    fn names_are_taken_apart() {
        let both = ["Ada Quill", "Tom Wire"];
        for value in [
            json!("By Ada Quill and Tom Wire"),
            json!("Ada Quill, Tom Wire"),
            json!("Ada Quill; Tom Wire"),
            json!(["Ada Quill", "Tom Wire", "Ada Quill"]),
            json!([{"name": "Ada Quill", "url": "https://example.org/ada"}, {"name": "Tom Wire"}]),
        ] {
            assert_eq!(names(&value), both, "{value}");
        }
        assert_eq!(names(&json!("Quill, Ada")), ["Quill, Ada"]);
        assert_eq!(names(&json!(7)), Vec::<String>::new());
    }
}
