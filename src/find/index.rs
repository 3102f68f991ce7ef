//! The head of the index: which tags, sections, publishers and languages there are, how common, and where their lists lie; and each article's day.

use std::ops::Range;

use serde::Serialize;

use crate::article::json::from_json_object;
use crate::article::{FromJson, Json, Reading, Tag};

use super::days::Days;
use super::field::Field;

/// One type for what is written and read. Articles are numbered from 0, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Index {
    /// How many articles there are.
    pub articles: u32,
    /// Tags, those with most articles first, then by name.
    pub tags: Facet<Tag>,
    /// Sections, likewise.
    pub sections: Facet<String>,
    /// Publishers, likewise.
    pub publishers: Facet<String>,
    /// Languages, likewise.
    pub languages: Facet<String>,
    /// The articles' days.
    pub days: Days,
}

/// The values of a facet; the other fields have as many entries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Facet<T> {
    /// All of them.
    pub values: Vec<T>,
    /// How many articles have each.
    pub articles: Vec<u32>,
    /// How many bytes its list takes. The lists of all sections stand first, then those of
    /// publishers, languages and tags, without a gap.
    pub bytes: Vec<u32>,
}

/// An index that contradicts itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IndexError {
    /// Not as many counts as values.
    #[error("it doesn't say of each tag, section, publisher and language how many articles have it")]
    Uneven,
    /// More articles on all days together than there are.
    #[error("its days don't fit its {0} articles")]
    Days(u32),
}

impl Index {
    /// Checks what a file can get wrong.
    ///
    /// # Errors
    /// The first contradiction found.
    pub fn check(&self) -> Result<(), IndexError> {
        if !self.tags.is_even() || !Field::ALL.into_iter().all(|field| self.field(field).is_even()) {
            return Err(IndexError::Uneven);
        }
        if self.days.fit(self.articles) { Ok(()) } else { Err(IndexError::Days(self.articles)) }
    }

    /// Whether any article has this tag.
    #[must_use]
    pub fn has_tag(&self, tag: &Tag) -> bool {
        self.tags.values.contains(tag)
    }

    /// The values of a field.
    #[must_use]
    pub fn field(&self, field: Field) -> &Facet<String> {
        match field {
            Field::Section => &self.sections,
            Field::Publisher => &self.publishers,
            Field::Language => &self.languages,
        }
    }

    /// Whether any article has this value.
    #[must_use]
    pub fn has(&self, field: Field, value: &str) -> bool {
        self.field(field).values.iter().any(|other| other == value)
    }

    /// The numbers of the articles of a day, or of the undated.
    #[must_use]
    pub fn ranges(&self, day: Option<i32>) -> Vec<Range<u32>> {
        match day {
            Some(day) => {
                self.days.runs().filter(|(other, _)| *other == day).map(|(_, range)| range).collect()
            }
            None => std::iter::once(self.days.dated()..self.articles).collect(),
        }
    }

    /// The bytes of the list of a value, and how many articles it has.
    pub(super) fn value(&self, field: Field, value: &str) -> Option<(Range<u32>, u32)> {
        let facet = self.field(field);
        facet.list(facet.values.iter().position(|other| other == value)?, self.before(Some(field)))
    }

    /// Where the lists of a field begin, or those of the tags.
    fn before(&self, field: Option<Field>) -> u32 {
        let before = Field::ALL.into_iter().take_while(|other| Some(*other) != field);
        before.fold(0, |bytes, field| bytes.saturating_add(sum(&self.field(field).bytes)))
    }

    /// The bytes of a tag's list, and how many articles it has.
    pub(super) fn tag(&self, tag: &Tag) -> Option<(Range<u32>, u32)> {
        let place = self.tags.values.iter().position(|value| value == tag)?;
        self.tags.list(place, self.before(None))
    }
}

impl<T> Facet<T> {
    fn is_even(&self) -> bool {
        self.values.len() == self.articles.len() && self.values.len() == self.bytes.len()
    }

    fn list(&self, place: usize, first: u32) -> Option<(Range<u32>, u32)> {
        let start = first.saturating_add(sum(self.bytes.get(..place)?));
        Some((start..start.saturating_add(*self.bytes.get(place)?), *self.articles.get(place)?))
    }
}

fn sum(bytes: &[u32]) -> u32 {
    bytes.iter().fold(0, |sum, bytes| sum.saturating_add(*bytes))
}

from_json_object!(Index { articles, tags, sections, publishers, languages, days });

impl<T: FromJson> FromJson for Facet<T> {
    fn from_json(json: &Json<'_>, reading: &mut Reading) -> Self {
        reading.object(json);
        let (values, articles) = (reading.field(json, "values"), reading.field(json, "articles"));
        Self { values, articles, bytes: reading.field(json, "bytes") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index() -> Index {
        let tags = ["a", "b"].map(|tag| Tag::new(tag).unwrap()).to_vec();
        Index {
            articles: 5,
            tags: Facet { values: tags, articles: vec![3, 1], bytes: vec![4, 2] },
            sections: Facet { values: vec!["World".into()], articles: vec![2], bytes: vec![7] },
            publishers: Facet { values: Vec::new(), articles: Vec::new(), bytes: Vec::new() },
            languages: Facet { values: vec!["en".into()], articles: vec![5], bytes: vec![3] },
            days: Days::default(),
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let json = serde_json::to_string(&index()).unwrap();
        assert_eq!(crate::article::from_json(&crate::article::json::parse(&json).unwrap()), Ok(index()));
    }

    #[test]
    fn lists_lie_one_after_another() {
        assert_eq!(index().value(Field::Section, "World"), Some((0..7, 2)));
        assert_eq!(index().value(Field::Language, "en"), Some((7..10, 5)));
        assert_eq!(index().tag(&Tag::new("b").unwrap()), Some((14..16, 1)));
        assert_eq!(index().tag(&Tag::new("c").unwrap()), None);
    }

    #[test]
    fn contradictions_are_found() {
        assert_eq!(index().check(), Ok(()));
        let mut uneven = index();
        uneven.tags.bytes.pop();
        assert_eq!(uneven.check(), Err(IndexError::Uneven));
        let mut days = index();
        (0..6).for_each(|day| days.days.push(day));
        assert_eq!(days.check(), Err(IndexError::Days(5)));
    }
}
