//! Answers a selection from the index: the hits in order, and how many each further choice would leave.

use fixedbitset::FixedBitSet;

use super::list;
use super::rows::ROWS;
use super::shelf::gather;
use super::text::Found;
use super::{Filter, Index, IndexPart, Lack, Selection, Shelf, Sort};
use crate::article::Tag;

/// The articles that a selection comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hits(FixedBitSet);

/// How many articles further choices lead to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// For each tag of the index: the hits that have it.
    pub tags: Vec<u32>,
    /// For each tag of the index: what it alone would bring to the last either-of group, which does not shrink itself.
    pub either: Vec<u32>,
    /// For each section of the index: the hits it would have, were it the only one chosen.
    pub sections: Vec<u32>,
}

impl Hits {
    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.count_ones(..)
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
    /// The articles of a selection, exactly. Tags and sections that the index lacks match nothing. `found` is what the
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
        let no_group = Selection {
            either: selection.either.split_last().map_or(&[][..], |(_, rest)| rest).to_vec(),
            ..selection.clone()
        };
        let no_sections = Selection { sections: Vec::new(), ..selection.clone() };
        let wider = |is_same: bool, wider: &Selection| match is_same {
            true => Ok(None),
            false => self.matching(shelf, wider, found).map(Some),
        };
        let any_group = wider(selection.either.is_empty(), &no_group)?;
        let any_section = wider(selection.sections.is_empty(), &no_sections)?;
        let sets = [Some(&hits.0), any_group.as_ref(), any_section.as_ref()];
        let parts = (0..self.articles.div_ceil(ROWS)).filter(|part| {
            let first = (part * ROWS) as usize;
            let end = (first + ROWS as usize).min(self.articles as usize);
            sets.iter().flatten().any(|set| set.contains_any_in_range(first..end))
        });
        gather(parts.map(|part| shelf.rows(part)))?;
        let [tags, either, sections] = sets.map(|set| set.map(|set| self.count(shelf, set)).transpose());
        let (tags, of_hits) = tags?.unwrap_or_default();
        let either = either?.map_or_else(|| tags.clone(), |(tags, _)| tags);
        let sections = sections?.map_or(of_hits, |(_, sections)| sections);
        Ok(Counts { tags, either, sections })
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

    /// How many articles of a set have each tag and stand in each section; the parts are there.
    fn count(&self, shelf: &Shelf, set: &FixedBitSet) -> Result<(Vec<u32>, Vec<u32>), Lack> {
        if set.is_full() {
            return Ok((self.tags.articles.clone(), self.sections.articles.clone()));
        }
        let mut tags = vec![0_u32; self.tags.values.len()];
        let mut sections = vec![0_u32; self.sections.values.len()];
        let mut ones = set.ones().peekable();
        while let Some(first) = ones.peek() {
            let part = (*first / ROWS as usize) as u32;
            let (start, end) = ((part * ROWS) as usize, (part as usize + 1) * ROWS as usize);
            let rows = shelf.rows(part)?;
            let damaged = || Lack::Damaged(IndexPart::Rows(part));
            while let Some(article) = ones.next_if(|article| *article < end) {
                for tag in rows.tags(article - start) {
                    *tags.get_mut(*tag as usize).ok_or_else(damaged)? += 1;
                }
                if let Some(section) = rows.section(article - start) {
                    *sections.get_mut(section as usize).ok_or_else(damaged)? += 1;
                }
            }
        }
        Ok((tags, sections))
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
        let sections = (!selection.sections.is_empty()).then(|| {
            self.union(shelf, selection.sections.iter().filter_map(|section| self.section(section)))
        });
        not.chain(all).chain(either).chain(sections)
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
        let inside = self.days.runs().filter(|(day, _)| from <= *day && *day <= to);
        inside.for_each(|(_, range)| set.insert_range(range.start as usize..range.end as usize));
        set
    }
}
