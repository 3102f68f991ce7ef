//! The index: for each tag and section the articles that have it, and each article's day.

use fixedbitset::FixedBitSet;
use serde::Serialize;

use crate::article::json::from_json_object;
use crate::article::{FromJson, Json, Reading, Tag};

/// One type for what is written and read. Articles are numbered from 0, newest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Index {
    /// How many articles there are.
    pub articles: u32,
    /// Tags, those with most articles first, then by name.
    pub tags: Vec<Facet<Tag>>,
    /// Sections, likewise.
    pub sections: Vec<Facet<String>>,
    /// Each article's day ([`Date::day_number`](crate::article::Date::day_number)); as many as there are articles.
    pub days: Vec<Option<i32>>,
}

/// A value and the articles that have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Facet<T> {
    /// The tag or section.
    pub value: T,
    /// The numbers of the articles, rising; on the wire each as the difference from the one before.
    #[serde(serialize_with = "gaps")]
    pub posting: Vec<u32>,
}

/// An index that contradicts itself.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IndexError {
    /// A posting names an article beyond the last.
    #[error("'{value}' names article {number}, but there are only {articles}")]
    OutOfRange {
        /// The tag or section.
        value: String,
        /// The article it names.
        number: u32,
        /// How many there are.
        articles: u32,
    },
    /// Not one day for each article.
    #[error("{days} days are given for {articles} articles")]
    Days {
        /// How many there are.
        days: usize,
        /// How many there should be.
        articles: u32,
    },
}

impl Index {
    /// Checks what a file can get wrong, so that a query never leaves the index.
    ///
    /// # Errors
    /// The first contradiction found.
    pub fn check(&self) -> Result<(), IndexError> {
        if self.days.len() != self.articles as usize {
            return Err(IndexError::Days { days: self.days.len(), articles: self.articles });
        }
        let tags = self.tags.iter().map(|facet| (facet.value.as_str(), &facet.posting));
        let sections = self.sections.iter().map(|facet| (facet.value.as_str(), &facet.posting));
        for (value, posting) in tags.chain(sections) {
            if let Some(number) = posting.iter().find(|number| **number >= self.articles) {
                let (value, number, articles) = (value.to_owned(), *number, self.articles);
                return Err(IndexError::OutOfRange { value, number, articles });
            }
        }
        Ok(())
    }

    /// Whether any article has this tag.
    #[must_use]
    pub fn has_tag(&self, tag: &Tag) -> bool {
        self.tags.iter().any(|facet| facet.value == *tag)
    }

    /// Whether any article stands in this section.
    #[must_use]
    pub fn has_section(&self, section: &str) -> bool {
        self.sections.iter().any(|facet| facet.value == section)
    }

    pub(super) fn everything(&self) -> FixedBitSet {
        let mut all = FixedBitSet::with_capacity(self.articles as usize);
        all.insert_range(..);
        all
    }

    pub(super) fn with_tag(&self, tag: &Tag) -> FixedBitSet {
        self.set(self.tags.iter().find(|facet| facet.value == *tag).map_or(&[], |facet| &facet.posting))
    }

    pub(super) fn in_section(&self, section: &str) -> FixedBitSet {
        self.set(
            self.sections.iter().find(|facet| facet.value == section).map_or(&[], |facet| &facet.posting),
        )
    }

    pub(super) fn set(&self, posting: &[u32]) -> FixedBitSet {
        let mut set = FixedBitSet::with_capacity(self.articles as usize);
        posting.iter().for_each(|number| set.insert(*number as usize));
        set
    }
}

from_json_object!(Index { articles, tags, sections, days });

impl<T: FromJson> FromJson for Facet<T> {
    fn from_json(json: &Json<'_>, reading: &mut Reading) -> Self {
        reading.object(json);
        let mut posting: Vec<u32> = reading.field(json, "posting");
        let mut sum = 0_u32;
        for number in &mut posting {
            sum = sum.saturating_add(*number);
            *number = sum;
        }
        Self { value: reading.field(json, "value"), posting }
    }
}

/// Each number as the difference from the one before.
fn gaps<S: serde::Serializer>(posting: &[u32], serializer: S) -> Result<S::Ok, S::Error> {
    let mut before = 0;
    serializer.collect_seq(posting.iter().map(|number| number - std::mem::replace(&mut before, *number)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index() -> Index {
        Index {
            articles: 5,
            tags: vec![Facet { value: Tag::new("a").unwrap(), posting: vec![0, 3, 4] }],
            sections: vec![],
            days: vec![None; 5],
        }
    }

    #[test]
    fn postings_travel_as_gaps() {
        let json = serde_json::to_string(&index()).unwrap();
        assert!(json.contains(r#""posting":[0,3,1]"#), "{json}");
        assert_eq!(crate::article::from_json(&crate::article::json::parse(&json).unwrap()), Ok(index()));
    }

    #[test]
    fn contradictions_are_found() {
        assert_eq!(index().check(), Ok(()));
        assert!(matches!(
            Index { articles: 4, days: vec![None; 4], ..index() }.check(),
            Err(IndexError::OutOfRange { .. })
        ));
        assert!(matches!(Index { days: vec![], ..index() }.check(), Err(IndexError::Days { .. })));
    }
}
