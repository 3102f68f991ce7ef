//! Answers a selection from the index: the hits in order, and how many each further choice would leave.

use fixedbitset::FixedBitSet;

use super::text::Found;
use super::{Facet, Filter, Index, Selection, Sort};

/// What a selection comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// The numbers of the articles, in the selection's order.
    pub hits: Vec<u32>,
    /// For each tag of the index: the hits that have it.
    pub tag_counts: Vec<u32>,
    /// For each tag of the index: what it alone would bring to the last either-of group, which does not shrink itself.
    pub either_counts: Vec<u32>,
    /// For each section of the index: the hits it would have, were it the only one chosen.
    pub section_counts: Vec<u32>,
}

impl Index {
    /// Answers a selection exactly. Tags and sections that the index lacks match nothing. `found` is what the selection's
    /// text comes to, all of it; without it the text counts for nothing.
    #[must_use]
    pub fn answer(&self, selection: &Selection, found: Option<&Found>) -> Answer {
        let hits = self.matching(selection, found);
        let mut no_group = selection.clone();
        no_group.either.pop();
        let no_sections = Selection { sections: Vec::new(), ..selection.clone() };
        let tag_counts = counts(&self.tags, &hits);
        let either_counts = if selection.either.is_empty() {
            tag_counts.clone()
        } else {
            counts(&self.tags, &self.matching(&no_group, found))
        };
        let section_counts = counts(&self.sections, &self.matching(&no_sections, found));
        Answer { hits: self.ordered(&hits, selection.sort, found), tag_counts, either_counts, section_counts }
    }

    /// How many articles would be left without each filter of the selection.
    #[must_use]
    pub fn relaxations(&self, selection: &Selection, found: Option<&Found>) -> Vec<(Filter, usize)> {
        let count = |filter: &Filter| {
            let found = found.filter(|_| !matches!(filter, Filter::Text(_)));
            self.matching(&selection.without(filter), found).count_ones(..)
        };
        selection.filters().into_iter().map(|filter| (filter.clone(), count(&filter))).collect()
    }

    fn matching(&self, selection: &Selection, found: Option<&Found>) -> FixedBitSet {
        let mut hits = found.map_or_else(|| self.everything(), |found| self.set(&found.numbers));
        for tag in &selection.all {
            hits.intersect_with(&self.with_tag(tag));
        }
        for group in &selection.either {
            hits.intersect_with(&self.union(group.iter().map(|tag| self.with_tag(tag))));
        }
        for tag in &selection.not {
            hits.difference_with(&self.with_tag(tag));
        }
        if !selection.sections.is_empty() {
            hits.intersect_with(&self.union(selection.sections.iter().map(|s| self.in_section(s))));
        }
        self.keep_dates(&mut hits, selection);
        hits
    }

    fn union(&self, sets: impl Iterator<Item = FixedBitSet>) -> FixedBitSet {
        sets.fold(FixedBitSet::with_capacity(self.articles as usize), |mut all, set| {
            all.union_with(&set);
            all
        })
    }

    fn keep_dates(&self, hits: &mut FixedBitSet, selection: &Selection) {
        if selection.from.is_none() && selection.to.is_none() {
            return;
        }
        let from = selection.from.map_or(i32::MIN, |date| date.first_day().day_number());
        let to = selection.to.map_or(i32::MAX, |date| date.last_day().day_number());
        for (number, day) in self.days.iter().enumerate() {
            let inside = day.is_some_and(|day| from <= day && day <= to);
            if !inside {
                hits.set(number, false);
            }
        }
    }

    fn ordered(&self, hits: &FixedBitSet, sort: Sort, found: Option<&Found>) -> Vec<u32> {
        let mut numbers: Vec<u32> = hits.ones().filter_map(|number| u32::try_from(number).ok()).collect();
        if sort == Sort::Oldest {
            let dated = numbers.partition_point(|number| self.days[*number as usize].is_some());
            numbers[..dated].reverse();
        }
        if let Some(found) = found.filter(|_| sort == Sort::Best) {
            found.rank(&mut numbers);
        }
        numbers
    }
}

fn counts<T>(facets: &[Facet<T>], hits: &FixedBitSet) -> Vec<u32> {
    let count = |facet: &Facet<T>| facet.posting.iter().filter(|n| hits.contains(**n as usize)).count();
    facets.iter().map(|facet| u32::try_from(count(facet)).unwrap_or(u32::MAX)).collect()
}
