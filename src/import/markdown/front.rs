//! Parts front matter from the text below it, and reads it: YAML between `---`, TOML between `+++`.

use super::value::Value;
use super::yaml;

/// No front matter is longer, in bytes.
const MAX_LEN: usize = 256 * 1024;

/// What stands above the text.
pub(super) struct Front<'t> {
    pub(super) fields: Value,
    /// What was wrong with it.
    pub(super) error: Option<String>,
    /// The text, and how many lines stand above it.
    pub(super) text: &'t str,
    pub(super) lines_above: usize,
}

/// The language of front matter, and how far it reaches.
struct Bounds<'t> {
    fence: &'static str,
    inner: &'t str,
    text: &'t str,
}

/// Whether a source that begins so has front matter that says something.
pub(super) fn begins(head: &str) -> bool {
    let Some(fence) = fence(head) else { return false };
    let separator = if fence == "+++" { '=' } else { ':' };
    let lines = head.lines().skip(1).map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let first = lines.map(|line| line.trim_start_matches('[')).next();
    first.is_some_and(|line| {
        line.trim_end() == fence
            || line.ends_with(']')
            || line.split_once(separator).is_some_and(|(key, _)| is_key(key.trim()))
    })
}

fn is_key(key: &str) -> bool {
    let key = key.trim_matches(['"', '\'']);
    !key.is_empty() && key.len() < 60 && key.chars().all(|c| c.is_alphanumeric() || "_-. ".contains(c))
}

fn fence(text: &str) -> Option<&'static str> {
    let first = text.lines().next()?.trim_end();
    ["---", "+++"].into_iter().find(|fence| *fence == first)
}

/// Parts and reads. `text` has no byte order mark. Without front matter, all of it is text.
pub(super) fn read(text: &str) -> Front<'_> {
    let Some(bounds) = bounds(text).filter(|_| begins(text)) else {
        return Front { fields: Value::Nothing, error: None, text, lines_above: 0 };
    };
    let (fields, error) = match bounds.fence {
        "+++" => toml(bounds.inner),
        _ => yaml::read(bounds.inner),
    };
    let above = text.len() - bounds.text.len();
    Front { fields, error, text: bounds.text, lines_above: text[..above].matches('\n').count() }
}

fn bounds(text: &str) -> Option<Bounds<'_>> {
    let fence = fence(text)?;
    let start = text.find('\n')? + 1;
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if at - start > MAX_LEN {
            return None;
        }
        if line.trim_end() == fence || (fence == "---" && line.trim_end() == "...") {
            return Some(Bounds { fence, inner: &text[start..at], text: &text[at + line.len()..] });
        }
        at += line.len();
    }
    None
}

fn toml(text: &str) -> (Value, Option<String>) {
    match text.parse::<toml::Table>() {
        Ok(table) => (of_toml(toml::Value::Table(table)), None),
        Err(error) => (Value::Nothing, Some(error.message().to_owned())),
    }
}

fn of_toml(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::Text(text),
        toml::Value::Array(items) => Value::List(items.into_iter().map(of_toml).collect()),
        toml::Value::Table(table) => {
            Value::Map(table.into_iter().map(|(key, value)| (key, of_toml(value))).collect())
        }
        other => Value::Text(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_is_told_from_a_rule() {
        assert!(begins("---\ntitle: A\n---\n") && begins("+++\ntitle = 'A'\n+++\n") && begins("---\n---\n"));
        assert!(begins("---\n# a comment\n\"title\": A") && begins("+++\n[extra]\n"));
        assert!(!begins("---\nA sentence, and no more.\n") && !begins("--- a/file\n") && !begins("text"));
    }

    #[test]
    fn toml_keeps_its_texts() {
        let front =
            read("+++\ntitle = \"A\"\ndate = 2023-06-06\n[taxonomies]\ntags = [\"a\", \"b\"]\n+++\nText\n");
        assert_eq!(front.fields.first(&["date"]), Some(("date", "2023-06-06")));
        assert_eq!(front.fields.get("taxonomies.tags").map(|tags| tags.items().len()), Some(2));
        assert_eq!((front.text, front.lines_above), ("Text\n", 6));
    }
}
