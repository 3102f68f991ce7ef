//! Tags and values as the archive spells them, where a reader typed them otherwise.

use crate::article::Tag;

use super::text::{Decompose, all_words};
use super::{Field, Index, Selection};

impl Index {
    /// The same selection with each tag and value that the archive lacks in the archive's own spelling, if it has one that
    /// differs in case, accents and punctuation alone.
    #[must_use]
    pub fn respelled(&self, mut selection: Selection, decompose: Decompose) -> Selection {
        let tags = &self.tags.values;
        let Selection { all, not, either, fields, .. } = &mut selection;
        for tag in all.iter_mut().chain(not).chain(either.iter_mut().flatten()) {
            respell(tag, tags, Tag::as_str, decompose);
        }
        for field in Field::ALL {
            for value in &mut fields[field] {
                respell(value, &self.field(field).values, String::as_str, decompose);
            }
        }
        selection
    }
}

fn respell<T: Clone + PartialEq>(typed: &mut T, known: &[T], text: fn(&T) -> &str, decompose: Decompose) {
    if known.contains(typed) {
        return;
    }
    let words = all_words(text(typed), decompose);
    let spelling = known.iter().find(|other| !words.is_empty() && all_words(text(other), decompose) == words);
    spelling.cloned().into_iter().for_each(|spelling| *typed = spelling);
}
