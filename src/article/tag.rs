//! A tag: a word or phrase that articles are filtered by.

use serde::Serialize;

use super::json::from_json_text;

/// Never empty, no white space at its ends, single spaces inside. Compared letter by letter.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(into = "String")]
pub struct Tag(String);

impl Tag {
    /// `None` if nothing is left of `text` but white space.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let words: Vec<&str> = text.split_whitespace().collect();
        (!words.is_empty()).then(|| Self(words.join(" ")))
    }

    /// The tag as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Tag {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

from_json_text!(Tag, Tag::new, "a tag, not empty", Self(String::new()));

impl From<Tag> for String {
    fn from(tag: Tag) -> Self {
        tag.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_folded_and_nothing_else_changed() {
        assert_eq!(Tag::new("  Côte\n d’Ivoire ").unwrap().as_str(), "Côte d’Ivoire");
        assert_eq!(Tag::new(" \t"), None);
        assert_eq!(Tag::new("C#, R&D/“+”").unwrap().as_str(), "C#, R&D/“+”");
    }
}
