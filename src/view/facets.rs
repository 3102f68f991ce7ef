//! What a list can be narrowed to, and how many articles that leads to. Pure.

use std::rc::Rc;

use crate::article::Tag;
use crate::find::{Axis, Counts, Field, Fields, Index};
use crate::site::{Count, Narrowed, Overview};

/// Tags and the values of fields with the number of articles that choosing them leads to; `None` where it is not known yet.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Facets {
    /// The values of each field.
    pub fields: Fields<Values>,
    /// How many tags there are.
    pub tags_in_all: u32,
    /// The periods of the archive's time, if there is more than one.
    pub axis: Option<Axis>,
    /// How many articles each has, whatever the dates that were chosen; empty where it is not known yet.
    pub periods: Vec<u32>,
    tags: Tags,
}

/// Values of a field, the commonest of all articles first.
pub(super) type Values = Vec<(String, Option<u32>)>;

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
    pub(super) fn narrowed(overview: &Overview, page: &Narrowed) -> Self {
        let fields = [&page.sections, &page.publishers, &page.languages];
        let (axis, periods) = (overview.axis(), page.periods.clone());
        Self { axis, periods, ..Self::known(fields, &page.tags, page.tags_in_all, Some) }
    }

    /// What the overview says of all articles.
    pub(super) fn of_everything(overview: &Overview) -> Self {
        Self { periods: overview.periods.clone(), ..Self::of_overview(overview, Some) }
    }

    /// What there is, as long as nothing is known of the hits.
    pub(super) fn uncounted(overview: &Overview) -> Self {
        Self::of_overview(overview, |_| None)
    }

    fn of_overview(overview: &Overview, count: fn(u32) -> Option<u32>) -> Self {
        let fields = [&overview.sections, &overview.publishers, &overview.languages];
        let known = Self::known(fields, &overview.tags, overview.tags_in_all, count);
        Self { axis: overview.axis(), ..known }
    }

    fn known(
        fields: [&Vec<Count<String>>; Field::ALL.len()],
        tags: &[Count<Tag>],
        tags_in_all: u32,
        count: fn(u32) -> Option<u32>,
    ) -> Self {
        let value = |facet: &Count<String>| (facet.value.clone(), count(facet.articles));
        let fields = Fields::of(|field| fields[field as usize].iter().map(value).collect());
        let tags = tags.iter().map(|facet| (facet.value.clone(), count(facet.articles)));
        Self { fields, tags: Tags::Known(tags.collect()), tags_in_all, ..Self::default() }
    }

    /// All that an index has; uncounted as long as the counts have not come.
    pub(super) fn of(
        index: Rc<Index>,
        counts: Option<Counts>,
        axis: Option<Axis>,
        periods: Option<Vec<u32>>,
    ) -> Self {
        let fields = Fields::of(|field| {
            let count = |place: usize| counts.as_ref()?.fields[field].get(place).copied();
            let values = index.field(field).values.iter().cloned().enumerate();
            values.map(|(place, value)| (value, count(place))).collect()
        });
        Self {
            fields,
            axis,
            periods: periods.unwrap_or_default(),
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
                either: counts.as_ref().and_then(|counts| counts.either().get(place).copied()),
            },
        })
    }
}
