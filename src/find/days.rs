//! On which days articles were published: runs of one day each, since articles stand newest first.

use std::ops::Range;

use serde::Serialize;

use crate::article::{FromJson, Json, Reading};

/// The days of all dated articles, which come before the undated; those of one day stand together.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Days {
    /// Days ([`Date::day_number`](crate::article::Date::day_number)) in the order of the articles; on the wire each as the
    /// difference from the one before.
    #[serde(serialize_with = "differences")]
    days: Vec<i32>,
    /// How many articles each has.
    articles: Vec<u32>,
}

impl Days {
    /// Adds the next article's.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn push(&mut self, day: i32) {
        match (self.days.last(), self.articles.last_mut()) {
            (Some(last), Some(articles)) if *last == day => *articles += 1,
            _ => {
                self.days.push(day);
                self.articles.push(1);
            }
        }
    }

    /// Each run: its day, and the numbers of its articles.
    pub fn runs(&self) -> impl Iterator<Item = (i32, Range<u32>)> {
        let mut start = 0;
        self.days.iter().zip(&self.articles).map(move |(day, articles)| {
            let range = start..start + articles;
            start = range.end;
            (*day, range)
        })
    }

    /// How many articles are dated.
    #[must_use]
    pub fn dated(&self) -> u32 {
        self.articles.iter().sum()
    }

    /// Whether each day has its articles, and together they are no more than `articles`.
    pub(super) fn fit(&self, articles: u32) -> bool {
        let sum = self.articles.iter().try_fold(0_u32, |sum, articles| sum.checked_add(*articles));
        self.days.len() == self.articles.len() && sum.is_some_and(|sum| sum <= articles)
    }
}

fn differences<S: serde::Serializer>(days: &[i32], serializer: S) -> Result<S::Ok, S::Error> {
    let mut before = 0;
    serializer.collect_seq(days.iter().map(|day| day - std::mem::replace(&mut before, *day)))
}

impl FromJson for Days {
    fn from_json(json: &Json<'_>, reading: &mut Reading) -> Self {
        reading.object(json);
        let mut days: Vec<i32> = reading.field(json, "days");
        let mut sum = 0_i32;
        for day in &mut days {
            sum = sum.saturating_add(*day);
            *day = sum;
        }
        Self { days, articles: reading.field(json, "articles") }
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
    fn they_travel_as_differences() {
        let json = serde_json::to_string(&days()).unwrap();
        assert_eq!(json, r#"{"days":[19000,-10,1],"articles":[2,1,1]}"#);
        assert_eq!(crate::article::from_json(&crate::article::json::parse(&json).unwrap()), Ok(days()));
    }
}
