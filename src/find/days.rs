//! On which days articles were published: runs of one day each, since articles stand newest first.

use std::ops::{Range, RangeInclusive};

use serde::Serialize;

use crate::article::{FromJson, Json, Reading};

/// The days of all dated articles, which come before the undated; those of one day stand together.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Days {
    /// Days ([`Date::day_number`](crate::article::Date::day_number)) in the order of the articles; on the wire each as the
    /// difference from the one before.
    #[serde(serialize_with = "differences")]
    days: Vec<i32>,
    /// How many articles each has together with those before; on the wire its own.
    #[serde(rename = "articles", serialize_with = "own")]
    ends: Vec<u32>,
    /// Whether a day comes after an earlier one: instants fall, but not always the days of different time zones.
    #[serde(skip)]
    is_mixed: bool,
}

impl Days {
    /// Adds the next article's.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn push(&mut self, day: i32) {
        let dated = self.dated();
        match (self.days.last(), self.ends.last_mut()) {
            (Some(last), Some(end)) if *last == day => *end += 1,
            (last, _) => {
                self.is_mixed |= last.is_some_and(|last| *last < day);
                self.days.push(day);
                self.ends.push(dated + 1);
            }
        }
    }

    /// Each run: its day, and the numbers of its articles.
    pub fn runs(&self) -> impl Iterator<Item = (i32, Range<u32>)> {
        let mut start = 0;
        self.days
            .iter()
            .zip(&self.ends)
            .map(move |(day, end)| (*day, std::mem::replace(&mut start, *end)..*end))
    }

    /// The numbers of the articles of some days, rising; days in one piece are one range.
    pub(super) fn within(&self, days: RangeInclusive<i32>) -> Vec<Range<u32>> {
        let number = |run: usize| run.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        let at = |run: usize| number(run).unwrap_or_default();
        if !self.is_mixed {
            let newer = self.days.partition_point(|day| day > days.end());
            let older = self.days.partition_point(|day| day >= days.start()).max(newer);
            return std::iter::once(at(newer)..at(older)).filter(|range| !range.is_empty()).collect();
        }
        let mut ranges: Vec<Range<u32>> = Vec::new();
        for (_, range) in self.runs().filter(|(day, _)| days.contains(day)) {
            match ranges.last_mut().filter(|last| last.end == range.start) {
                Some(last) => last.end = range.end,
                None => ranges.push(range),
            }
        }
        ranges
    }

    /// How many articles are dated.
    #[must_use]
    pub fn dated(&self) -> u32 {
        self.ends.last().copied().unwrap_or_default()
    }

    /// Whether each day has its articles, and together they are no more than `articles`.
    pub(super) fn fit(&self, articles: u32) -> bool {
        self.days.len() == self.ends.len() && self.dated() <= articles
    }
}

fn differences<S: serde::Serializer>(days: &[i32], serializer: S) -> Result<S::Ok, S::Error> {
    let mut before = 0;
    serializer.collect_seq(days.iter().map(|day| day - std::mem::replace(&mut before, *day)))
}

fn own<S: serde::Serializer>(ends: &[u32], serializer: S) -> Result<S::Ok, S::Error> {
    let mut before = 0;
    serializer.collect_seq(ends.iter().map(|end| end - std::mem::replace(&mut before, *end)))
}

impl FromJson for Days {
    fn from_json(json: &Json<'_>, reading: &mut Reading) -> Self {
        reading.object(json);
        let mut days: Vec<i32> = reading.field(json, "days");
        let mut day = 0_i32;
        for difference in &mut days {
            day = day.saturating_add(*difference);
            *difference = day;
        }
        let mut ends: Vec<u32> = reading.field(json, "articles");
        let mut end = 0_u32;
        for own in &mut ends {
            end = end.saturating_add(*own);
            *own = end;
        }
        Self { is_mixed: !days.is_sorted_by(|one, other| one >= other), days, ends }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days() -> Days {
        let mut days = Days::default();
        [19_000, 19_000, 18_990, 18_991].into_iter().for_each(|day| days.push(day));
        days
    }

    #[test]
    fn days_are_runs() {
        let days = days();
        assert_eq!(days.runs().collect::<Vec<_>>(), [(19_000, 0..2), (18_990, 2..3), (18_991, 3..4)]);
        assert_eq!(days.dated(), 4);
        assert!(days.fit(4) && days.fit(9) && !days.fit(3));
    }

    #[test]
    fn articles_of_some_days_are_found_whatever_the_order() {
        let mut falling = Days::default();
        [19_000, 19_000, 18_991, 18_990].into_iter().for_each(|day| falling.push(day));
        for days in [falling, days()] {
            assert_eq!(days.within(i32::MIN..=i32::MAX), vec![0..4; 1]);
            assert_eq!(days.within(18_991..=19_000).iter().map(Range::len).sum::<usize>(), 3);
            assert_eq!(days.within(19_001..=i32::MAX), []);
            assert_eq!(days.within(18_992..=18_999), []);
            assert_eq!(days.within(RangeInclusive::new(18_999, 18_992)), []);
        }
        assert_eq!(days().within(18_991..=19_000), [0..2, 3..4]);
        assert_eq!(Days::default().within(0..=9), []);
    }

    #[test]
    fn they_travel_as_differences() {
        let json = serde_json::to_string(&days()).unwrap();
        assert_eq!(json, r#"{"days":[19000,-10,1],"articles":[2,1,1]}"#);
        assert_eq!(crate::article::from_json(&crate::article::json::parse(&json).unwrap()), Ok(days()));
    }
}
