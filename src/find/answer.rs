//! Answers a selection from the index: the hits in order, and how many each further choice would leave.

use fixedbitset::FixedBitSet;

use super::list;
use super::rows::{ROWS, Rows, Stray};
use super::shelf::gather;
use super::text::Found;
use super::{Field, Fields, Filter, Index, IndexPart, Lack, Selection, Shelf, Sort};
use crate::article::Tag;

/// The articles that a selection comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hits(FixedBitSet);

/// How many articles further choices lead to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// For each tag of the index: the hits that have it.
    pub tags: Vec<u32>,
    /// The same without the last either-of group, if there is one.
    no_group: Option<Vec<u32>>,
    /// For each value of each field of the index: the hits it would have, were it the only one chosen.
    pub fields: Fields<Vec<u32>>,
}

impl Counts {
    /// For each tag of the index: what it alone would bring to the last either-of group, which does not shrink itself.
    #[must_use]
    pub fn either(&self) -> &[u32] {
        self.no_group.as_ref().unwrap_or(&self.tags)
    }
}

impl Hits {
    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.count_ones(..)
    }

    /// How many of them there are among these numbers.
    pub(super) fn within(&self, numbers: std::ops::Range<u32>) -> u32 {
        let end = (numbers.end as usize).min(self.0.len());
        self.0.count_ones((numbers.start as usize).min(end)..end) as u32
    }

    /// Their numbers, in this order. `found` is what the selection's text comes to.
    #[must_use]
    pub fn ordered(&self, index: &Index, sort: Sort, found: Option<&Found>) -> Vec<u32> {
        let mut numbers: Vec<u32> = self.0.ones().filter_map(|number| u32::try_from(number).ok()).collect();
        if sort == Sort::Oldest {
            let dated = numbers.partition_point(|number| *number < index.days.dated());
            numbers[..dated].reverse();
        }
        if let Some(found) = found.filter(|_| sort == Sort::Best) {
            found.rank(&mut numbers);
        }
        numbers
    }
}

impl Index {
    /// The articles of a selection, exactly. What the index lacks matches nothing. `found` is what the
    /// selection's text comes to, all of it; without it the text counts for nothing.
    ///
    /// # Errors
    /// The parts that must come first, or one that can't be used.
    pub fn hits(&self, shelf: &Shelf, selection: &Selection, found: Option<&Found>) -> Result<Hits, Lack> {
        self.matching(shelf, selection, found).map(Hits)
    }

    /// What further choices lead to, if these are the hits of the selection.
    ///
    /// # Errors
    /// The parts that must come first, or one that can't be used.
    pub fn counts(
        &self,
        shelf: &Shelf,
        selection: &Selection,
        found: Option<&Found>,
        hits: &Hits,
    ) -> Result<Counts, Lack> {
        let without_group = || Selection {
            either: selection.either.split_last().map_or(&[][..], |(_, rest)| rest).to_vec(),
            ..selection.clone()
        };
        let wider = |is_same: bool, wider: &dyn Fn() -> Selection| match is_same {
            true => Ok(None),
            false => self.matching(shelf, &wider(), found).map(Some),
        };
        let group = wider(selection.either.is_empty(), &without_group)?;
        let mut fields = Fields::<Option<FixedBitSet>>::default();
        for field in Field::ALL {
            let without = || selection.without(&Filter::Field(field, Vec::new()));
            fields[field] = wider(selection.fields[field].is_empty(), &without)?;
        }
        self.fetch_rows(shelf, [&hits.0].into_iter().chain(&group).chain(fields.iter().flatten()))?;
        let no_group = group.map(|set| self.count_tags(shelf, &set)).transpose()?;
        let mut counts = Counts { tags: self.count_tags(shelf, &hits.0)?, no_group, ..Counts::default() };
        for field in Field::ALL {
            let set = fields[field].as_ref().unwrap_or(&hits.0);
            counts.fields[field] = self.count_field(shelf, field, set)?;
        }
        Ok(counts)
    }

    /// How many articles would be left without each filter of the selection.
    ///
    /// # Errors
    /// The parts that must come first, or one that can't be used.
    pub fn relaxations(
        &self,
        shelf: &Shelf,
        selection: &Selection,
        found: Option<&Found>,
    ) -> Result<Vec<(Filter, usize)>, Lack> {
        let count = |filter: Filter| {
            let found = found.filter(|_| !matches!(filter, Filter::Text(_)));
            let left = self.matching(shelf, &selection.without(&filter), found)?.count_ones(..);
            Ok((filter, left))
        };
        gather(selection.filters().into_iter().map(count))
    }

    /// Sees that the rows of these sets are there.
    fn fetch_rows<'a>(
        &self,
        shelf: &Shelf,
        sets: impl Iterator<Item = &'a FixedBitSet> + Clone,
    ) -> Result<(), Lack> {
        let parts = (0..self.articles.div_ceil(ROWS)).filter(|part| {
            let first = (part * ROWS) as usize;
            let end = (first + ROWS as usize).min(self.articles as usize);
            sets.clone().any(|set| set.contains_any_in_range(first..end))
        });
        gather(parts.map(|part| shelf.rows(part))).map(drop)
    }

    /// How many articles of a set have each tag.
    fn count_tags(&self, shelf: &Shelf, set: &FixedBitSet) -> Result<Vec<u32>, Lack> {
        self.count(shelf, set, &self.tags.articles, Rows::count_tags)
    }

    /// How many articles of a set have each value of a field.
    fn count_field(&self, shelf: &Shelf, field: Field, set: &FixedBitSet) -> Result<Vec<u32>, Lack> {
        let articles = &self.field(field).articles;
        match articles[..] {
            [] => return Ok(Vec::new()),
            [all] if all == self.articles => return Ok(vec![set.count_ones(..) as u32]),
            _ => {}
        }
        let with_none: Vec<u32> = std::iter::once(&0).chain(articles).copied().collect();
        let count = |rows: &Rows, words: &[usize], counts: &mut [u32]| rows.count_field(field, words, counts);
        let mut counts = self.count(shelf, set, &with_none, count)?;
        counts.remove(0);
        Ok(counts)
    }

    /// What `count` comes to for the articles of a set, if it comes to `all` for all of them. A set of most articles is told
    /// from those outside it, which are fewer.
    fn count(
        &self,
        shelf: &Shelf,
        set: &FixedBitSet,
        all: &[u32],
        count: impl Fn(&Rows, &[usize], &mut [u32]) -> Result<(), Stray>,
    ) -> Result<Vec<u32>, Lack> {
        if set.is_full() {
            return Ok(all.to_vec());
        }
        let outside = (set.count_ones(..) > set.len() / 2).then(|| {
            let mut outside = set.clone();
            outside.toggle_range(..);
            outside
        });
        let outside = outside.filter(|outside| self.fetch_rows(shelf, std::iter::once(outside)).is_ok());
        let mut counts = vec![0; all.len()];
        each_part(shelf, outside.as_ref().unwrap_or(set), |rows, words| count(rows, words, &mut counts))?;
        if outside.is_some() {
            counts.iter_mut().zip(all).for_each(|(count, all)| *count = all.saturating_sub(*count));
        }
        Ok(counts)
    }

    fn matching(
        &self,
        shelf: &Shelf,
        selection: &Selection,
        found: Option<&Found>,
    ) -> Result<FixedBitSet, Lack> {
        let mut sets = gather(self.sets(shelf, selection))?.into_iter();
        let mut hits = self.dated(selection);
        sets.by_ref().take(selection.not.len()).for_each(|set| hits.difference_with(&set));
        sets.for_each(|set| hits.intersect_with(&set));
        if let Some(found) = found {
            let mut set = self.nothing();
            found
                .numbers
                .iter()
                .filter(|number| **number < self.articles)
                .for_each(|n| set.insert(*n as usize));
            hits.intersect_with(&set);
        }
        Ok(hits)
    }

    /// The sets of what must not be there, then those of what must.
    fn sets<'a>(
        &'a self,
        shelf: &'a Shelf,
        selection: &'a Selection,
    ) -> impl Iterator<Item = Result<FixedBitSet, Lack>> + 'a {
        let not = selection.not.iter().map(|tag| self.with_tags(shelf, std::slice::from_ref(tag)));
        let all = selection.all.iter().map(|tag| self.with_tags(shelf, std::slice::from_ref(tag)));
        let either = selection.either.iter().map(|group| self.with_tags(shelf, group));
        let fields = Field::ALL.into_iter().filter(|field| !selection.fields[*field].is_empty());
        let fields = fields.map(move |field| {
            let values = selection.fields[field].iter();
            self.union(shelf, values.filter_map(|value| self.value(field, value)))
        });
        not.chain(all).chain(either).chain(fields)
    }

    fn with_tags(&self, shelf: &Shelf, tags: &[Tag]) -> Result<FixedBitSet, Lack> {
        self.union(shelf, tags.iter().filter_map(|tag| self.tag(tag)))
    }

    fn union(
        &self,
        shelf: &Shelf,
        lists: impl Iterator<Item = (std::ops::Range<u32>, u32)>,
    ) -> Result<FixedBitSet, Lack> {
        let lists =
            gather(lists.map(|(range, articles)| Ok((shelf.bytes(range, IndexPart::Lists)?, articles))))?;
        let mut set = self.nothing();
        for ((part, bytes), articles) in lists {
            list::read(&bytes, articles, &mut set).map_err(|_| Lack::Damaged(part))?;
        }
        Ok(set)
    }

    fn nothing(&self) -> FixedBitSet {
        FixedBitSet::with_capacity(self.articles as usize)
    }

    /// The articles of the selection's range of dates; all, if it has none.
    fn dated(&self, selection: &Selection) -> FixedBitSet {
        let mut set = self.nothing();
        if selection.from.is_none() && selection.to.is_none() {
            set.insert_range(..);
            return set;
        }
        let from = selection.from.map_or(i32::MIN, |date| date.first_day().day_number());
        let to = selection.to.map_or(i32::MAX, |date| date.last_day().day_number());
        for range in self.days.within(from..=to) {
            set.insert_range(range.start as usize..range.end as usize);
        }
        set
    }
}

/// Calls `then` with each part of a set that is not empty, and its rows.
fn each_part(
    shelf: &Shelf,
    set: &FixedBitSet,
    mut then: impl FnMut(&Rows, &[usize]) -> Result<(), Stray>,
) -> Result<(), Lack> {
    let parts = set.as_slice().chunks(ROWS as usize / usize::BITS as usize);
    for (part, words) in (0_u32..).zip(parts).filter(|(_, words)| words.iter().any(|word| *word != 0)) {
        then(&*shelf.rows(part)?, words).map_err(|Stray| Lack::Damaged(IndexPart::Rows(part)))?;
    }
    Ok(())
}
