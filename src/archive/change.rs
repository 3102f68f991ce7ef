//! What a field said before and what it says now, shortened for people to read.

use std::collections::HashMap;

use serde::Serialize;

use super::likeness::is_unspaced;
use crate::article::{
    Block, Language, Person, Picture, Publisher, RelatedLink, Slug, Tag, Timestamp, plain_text,
};

/// How many characters of a value are shown.
const SHOWN: usize = 80;

/// A field that an import changed. A value that said nothing is empty; one of more than 80 characters is cut and ends in
/// `…`. Of a body the number of its words is said, and how many of them the other doesn't have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The name of a field of [`Article`](crate::article::Article), `former_slugs` or `slug`.
    pub field: &'static str,
    /// What it said.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub old: String,
    /// What it says.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub new: String,
}

impl Change {
    /// What became of `field`.
    pub(super) fn of<T: Part>(field: &'static str, old: &[T], new: &[T]) -> Self {
        let (old, new) = T::compared(old, new);
        Self { field, old, new }
    }
}

impl std::fmt::Display for Change {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let said = |text: &str| if text.is_empty() { "nothing".to_owned() } else { format!("'{text}'") };
        write!(f, "{}: {} -> {}", self.field, said(&self.old), said(&self.new))
    }
}

/// What the value of a field is made of.
pub(super) trait Part: Sized {
    /// In one line.
    fn shown(&self) -> String;

    /// Two values of a field.
    fn compared(old: &[Self], new: &[Self]) -> (String, String) {
        let line = |parts: &[Self]| cut(&parts.iter().map(Self::shown).collect::<Vec<_>>().join("; "));
        (line(old), line(new))
    }
}

macro_rules! shown_as {
    ($($part:ty: $value:expr;)*) => {
        $(impl Part for $part {
            fn shown(&self) -> String {
                let show: fn(&$part) -> String = $value;
                show(self)
            }
        })*
    };
}

shown_as! {
    String: Clone::clone;
    Timestamp: ToString::to_string;
    Slug: ToString::to_string;
    Tag: ToString::to_string;
    Language: |language| language.as_str().to_owned();
    Person: |person| person.name.clone();
    Publisher: |publisher| publisher.name.clone();
    Picture: |picture| picture.src.clone();
    RelatedLink: |link| link.url.clone();
}

impl Part for Block {
    fn shown(&self) -> String {
        plain_text(std::slice::from_ref(self))
    }

    fn compared(old: &[Self], new: &[Self]) -> (String, String) {
        let (old, new) = (plain_text(old), plain_text(new));
        let (old, new) = (counted(&old), counted(&new));
        (tally(&old, &new, "gone"), tally(&new, &old, "new"))
    }
}

/// `812 words, 3 gone`; empty without words.
fn tally(words: &HashMap<&str, usize>, other: &HashMap<&str, usize>, what: &str) -> String {
    let all: usize = words.values().sum();
    let own = |(word, count): (&&str, &usize)| count.saturating_sub(other.get(*word).copied().unwrap_or(0));
    let own: usize = words.iter().map(own).sum();
    if all == 0 { String::new() } else { format!("{all} words, {own} {what}") }
}

/// How often each word stands in a text. In scripts that set no spaces each letter counts as a word.
fn counted(text: &str) -> HashMap<&str, usize> {
    let mut counts = HashMap::new();
    for word in text.split_whitespace() {
        let mut start = 0;
        for (at, letter) in word.char_indices().filter(|(_, letter)| is_unspaced(*letter)) {
            let end = at + letter.len_utf8();
            for part in [&word[start..at], &word[at..end]].into_iter().filter(|part| !part.is_empty()) {
                *counts.entry(part).or_default() += 1;
            }
            start = end;
        }
        if start < word.len() {
            *counts.entry(&word[start..]).or_default() += 1;
        }
    }
    counts
}

fn cut(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Span;

    fn body(text: &str) -> [Block; 1] {
        [Block::Paragraph(vec![Span::text(text)])]
    }

    #[test]
    fn values_are_cut_and_bodies_are_counted() {
        let long = Change::of("title", &["é".repeat(81)], &["a  b".to_owned()]);
        assert_eq!((long.old, long.new), (format!("{}…", "é".repeat(80)), "a b".to_owned()));
        let body = |old: &str, new: &str| Change::of("body", &body(old), &body(new)).to_string();
        assert_eq!(
            body("The ship came at noon", "The old ship came at one"),
            "body: '5 words, 1 gone' -> '6 words, 2 new'"
        );
        assert_eq!(body("the the the", "the"), "body: '3 words, 2 gone' -> '1 words, 0 new'");
        assert_eq!(
            body("船は正午に入港", "船は一時に入港 ok"),
            "body: '7 words, 2 gone' -> '8 words, 3 new'"
        );
    }

    #[test]
    fn nothing_is_said_as_such() {
        let change = Change::of("tags", &[], &[Tag::new("a").unwrap(), Tag::new("b").unwrap()]);
        assert_eq!(change.to_string(), "tags: nothing -> 'a; b'");
        assert_eq!(serde_json::to_string(&change).unwrap(), r#"{"field":"tags","new":"a; b"}"#);
    }
}
