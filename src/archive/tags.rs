//! Brings the tags of an import to one spelling each: that of the first article that has it.

use std::collections::HashMap;

use icu_normalizer::ComposingNormalizerBorrowed;

use super::Archive;
use crate::article::{Problem, ProblemCode, Record, Tag};

/// The spellings that are known.
#[derive(Debug, Default)]
pub struct Spellings {
    /// By the tag without case.
    known: HashMap<String, Tag>,
    /// By letters and digits alone.
    letters: HashMap<String, Tag>,
}

impl Spellings {
    /// Those of an archive.
    #[must_use]
    pub fn of(archive: &Archive) -> Self {
        let mut spellings = Self::default();
        for tag in archive.entries().iter().flat_map(|entry| &entry.article.tags) {
            spellings.settle(tag);
        }
        spellings
    }

    /// Gives the tags of a record the spelling that is known; tags that are then equal become one. What differs from a
    /// known tag by hyphens, spaces and the like stays, and is told the first time.
    pub fn apply(&mut self, record: &mut Record) {
        let Record { outcome: Ok(article), problems, .. } = record else { return };
        let mut tags: Vec<Tag> = Vec::with_capacity(article.tags.len());
        for tag in std::mem::take(&mut article.tags) {
            let (tag, twin) = self.settle(&tag);
            if let Some(twin) = twin {
                let message = format!("'{tag}' differs from '{twin}' by signs alone; both are kept");
                problems.push(Problem::new(ProblemCode::NearTwin, "tags", message));
            }
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        article.tags = tags;
    }

    /// The known spelling, and the near twin of a tag that is new.
    fn settle(&mut self, tag: &Tag) -> (Tag, Option<Tag>) {
        let composed = composed(tag);
        let folded = composed.to_lowercase();
        if let Some(known) = self.known.get(&folded) {
            return (known.clone(), None);
        }
        let tag = Tag::new(&composed).unwrap_or_else(|| tag.clone());
        let letters: String = folded.chars().filter(|c| c.is_alphanumeric()).collect();
        self.known.insert(folded, tag.clone());
        if letters.is_empty() {
            return (tag, None);
        }
        let twin = self.letters.get(&letters).cloned();
        self.letters.entry(letters).or_insert_with(|| tag.clone());
        (tag, twin)
    }
}

fn composed(tag: &Tag) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(tag.as_str()).into_owned()
}

/// What tags have in common that differ in case and Unicode form alone.
pub(super) fn folded(tag: &Tag) -> String {
    composed(tag).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;

    #[test]
    fn the_first_spelling_is_kept_and_near_twins_are_told_once() {
        let mut spellings = Spellings::default();
        let mut tags = |tags: &[&str]| {
            let tags = tags.iter().filter_map(|tag| Tag::new(tag)).collect();
            let mut record = Record::new("line 1", Article { tags, ..Article::default() }, Vec::new());
            spellings.apply(&mut record);
            let tags: Vec<String> = record.outcome.unwrap().tags.iter().map(ToString::to_string).collect();
            (tags, record.problems.len())
        };
        assert_eq!(tags(&["Caf\u{e9}", "covid-19"]), (vec!["Café".into(), "covid-19".into()], 0));
        assert_eq!(tags(&["cafe\u{301}", "CAFÉ"]), (vec!["Café".into()], 0));
        assert_eq!(tags(&["COVID 19"]), (vec!["COVID 19".into()], 1));
        assert_eq!(tags(&["covid 19"]), (vec!["COVID 19".into()], 0));
        assert_eq!(tags(&["C++", "C#", "+"]).1, 1);
    }
}
