//! The names of authors that pages of a blog name by keys: `_data/authors.yml` of Jekyll, `authors/ann-bell/_index.md` of
//! Hugo.

use std::collections::HashMap;

use super::value::Value;
use super::{front, yaml};
use crate::import::draft::plain;

/// Where a name stands.
const NAMES: [&str; 5] = ["display_name", "name", "full_name", "title", "display"];

/// Where a key stands, if it isn't what the name is filed under.
const KEYS: [&str; 6] = ["slug", "username", "key", "id", "nickname", "short_name"];

/// Names by keys.
#[derive(Debug, Clone, Default)]
pub struct AuthorNames(HashMap<String, String>);

impl AuthorNames {
    /// No file that says names is larger, in bytes.
    pub const MAX_LEN: u64 = 1 << 20;

    /// Whether a file may say names, by its path below the folder of the blog.
    #[must_use]
    pub fn are_in(path: &str) -> bool {
        folder_of_author(path).is_some() || is_list(path)
    }

    /// Takes up what a file says. What can't be read says nothing.
    pub fn read(&mut self, path: &str, bytes: &[u8]) {
        let Some(text) = std::str::from_utf8(bytes).ok().filter(|text| text.len() as u64 <= Self::MAX_LEN)
        else {
            return;
        };
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        if let Some(folder) = folder_of_author(path) {
            self.note(folder, &front::read(&text).fields);
        } else if let Some(fields) = yaml::all(&text) {
            match &fields {
                Value::Map(entries) => entries.iter().for_each(|(key, value)| self.note(key, value)),
                other => other.items().iter().for_each(|value| self.note("", value)),
            }
        }
    }

    /// The name that a key stands for.
    #[must_use]
    pub fn of(&self, key: &str) -> Option<&str> {
        self.0.get(&key.to_lowercase()).map(String::as_str)
    }

    fn note(&mut self, filed_under: &str, said: &Value) {
        let name = said.text().or_else(|| Some(said.first(&NAMES)?.1)).map(plain);
        let Some(name) = name.filter(|name| !name.is_empty()) else { return };
        let own = KEYS.iter().filter_map(|key| said.get(key)?.text());
        for key in own.chain([filed_under]).filter(|key| !key.is_empty()) {
            self.0.entry(key.to_lowercase()).or_insert_with(|| name.clone());
        }
    }
}

/// `authors/ann-bell/_index.md`.
fn folder_of_author(path: &str) -> Option<&str> {
    let mut parts = path.rsplit('/');
    let is_page = matches!(parts.next()?, "_index.md" | "_index.markdown");
    let folder = parts.next()?;
    (is_page && matches!(parts.next()?, "authors" | "author")).then_some(folder)
}

/// `_data/authors.yml`.
fn is_list(path: &str) -> bool {
    let mut parts = path.rsplit('/');
    let is_list = parts.next().is_some_and(|name| {
        matches!(name, "authors.yml" | "authors.yaml" | "authors.json" | "author.yml" | "author.yaml")
    });
    is_list && parts.next().is_some_and(|folder| matches!(folder, "_data" | "data"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_lists_and_pages() {
        let mut names = AuthorNames::default();
        for (path, text) in [
            ("_data/authors.yml", "tom:\n  name: Tom Wire\n  role: editor\nada: Ada Quill\n"),
            ("site/data/authors.yaml", "- username: jo\n  name: Jo \"Ink\" Press\n- name: Nobody\n"),
            ("content/authors/ann-bell/_index.md", "---\ndisplay_name: Ann C. Bell\nslug: annbell\n---\n"),
            ("content/authors/broken/_index.md", "---\n: [\n---\n"),
        ] {
            assert!(AuthorNames::are_in(path), "{path}");
            names.read(path, text.as_bytes());
        }
        for (key, name) in [
            ("tom", Some("Tom Wire")),
            ("ADA", Some("Ada Quill")),
            ("jo", Some("Jo \"Ink\" Press")),
            ("ann-bell", Some("Ann C. Bell")),
            ("annbell", Some("Ann C. Bell")),
            ("broken", None),
            ("", None),
        ] {
            assert_eq!(names.of(key), name, "{key}");
        }
        for path in ["authors.yml", "authors/_index.md", "topics/x/_index.md", "authors/x/page.md"] {
            assert!(!AuthorNames::are_in(path), "{path}");
        }
    }
}
