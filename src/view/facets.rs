//! What a list can be narrowed to, and how many articles that leads to. Pure.

use std::rc::Rc;

use crate::article::Tag;
use crate::find::{Counts, Index};
use crate::site::{Count, Narrowed, Overview};

/// Sections and tags with the number of articles that choosing them leads to; `None` where it is not known yet.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Facets {
    /// Each section.
    pub sections: Vec<(String, Option<u32>)>,
    /// How many tags there are.
    pub tags_in_all: u32,
    tags: Tags,
}

#[derive(Debug, Clone, PartialEq)]
enum Tags {
    /// The commonest alone.
    Known(Vec<(Tag, Option<u32>)>),
    /// All of an index, with their counts.
    Counted(Rc<Index>, Option<Counts>),
}

/// A tag and what choosing it leads to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct TagCount<'a> {
    /// The tag.
    pub tag: &'a Tag,
    /// Hits that have it.
    pub hits: Option<u32>,
    /// What it brings to the either-of group.
    pub either: Option<u32>,
}

impl Default for Tags {
    fn default() -> Self {
        Self::Known(Vec::new())
    }
}

impl Facets {
    /// What the page of one tag or section says.
    pub(super) fn narrowed(page: &Narrowed) -> Self {
        Self::known(&page.sections, &page.tags, page.tags_in_all, Some)
    }

    /// What the overview says of all articles.
    pub(super) fn of_everything(overview: &Overview) -> Self {
        Self::known(&overview.sections, &overview.tags, overview.tags_in_all, Some)
    }

    /// What there is, as long as nothing is known of the hits.
    pub(super) fn uncounted(overview: &Overview) -> Self {
        Self::known(&overview.sections, &overview.tags, overview.tags_in_all, |_| None)
    }

    fn known(
        sections: &[Count<String>],
        tags: &[Count<Tag>],
        tags_in_all: u32,
        count: fn(u32) -> Option<u32>,
    ) -> Self {
        let sections = sections.iter().map(|facet| (facet.value.clone(), count(facet.articles)));
        let tags = tags.iter().map(|facet| (facet.value.clone(), count(facet.articles)));
        Self { sections: sections.collect(), tags: Tags::Known(tags.collect()), tags_in_all }
    }

    /// All that an index has; uncounted as long as the counts have not come.
    pub(super) fn of(index: Rc<Index>, counts: Option<Counts>) -> Self {
        let of_section = |place: usize| counts.as_ref()?.sections.get(place).copied();
        let sections = index.sections.values.iter().cloned().enumerate();
        Self {
            sections: sections.map(|(place, section)| (section, of_section(place))).collect(),
            tags_in_all: u32::try_from(index.tags.values.len()).unwrap_or(u32::MAX),
            tags: Tags::Counted(index, counts),
        }
    }

    /// How many tags are named.
    pub(super) fn named(&self) -> usize {
        match &self.tags {
            Tags::Known(tags) => tags.len(),
            Tags::Counted(index, _) => index.tags.values.len(),
        }
    }

    /// The tags that are named, the commonest of all articles first.
    pub(super) fn tags(&self) -> impl Iterator<Item = TagCount<'_>> {
        (0..self.named()).map(|place| match &self.tags {
            Tags::Known(tags) => {
                let (tag, count) = &tags[place];
                TagCount { tag, hits: *count, either: *count }
            }
            Tags::Counted(index, counts) => TagCount {
                tag: &index.tags.values[place],
                hits: counts.as_ref().and_then(|counts| counts.tags.get(place).copied()),
                either: counts.as_ref().and_then(|counts| counts.either.get(place).copied()),
            },
        })
    }
}
