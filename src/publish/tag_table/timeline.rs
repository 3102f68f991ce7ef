//! Time in a few equal periods, and which of them a tag's articles are from.

use crate::find::{Axis, Postings};
use crate::site::Overview;
use crate::view::{Scale, Share, ends, periods};

/// Periods at most.
const MOST: u32 = 24;

/// The periods of an archive, from its first dated article to its last.
pub(super) struct Timeline {
    axis: Axis,
    /// Articles of each period.
    totals: Vec<u32>,
    /// For each article its period.
    periods: Vec<Option<usize>>,
}

impl Timeline {
    /// Of an archive; `None` if it has one period alone, or no dates.
    pub(super) fn of(postings: &Postings, overview: &Overview) -> Option<Self> {
        let span = overview.span?;
        let axis = Axis::of_at_most(MOST, span.oldest.0, span.newest.0)?;
        let totals = axis.count(&postings.days, |range| range.end - range.start);
        Some(Self { axis, totals, periods: axis.of_each(&postings.days, postings.articles) })
    }

    /// What all tags' shares are drawn along.
    pub(super) fn scale(&self) -> Scale {
        let step = match self.axis.months() {
            1 => "month".to_owned(),
            3 => "quarter".to_owned(),
            12 => "year".to_owned(),
            months => format!("{} years", months / 12),
        };
        let (from, to) = ends(self.axis, 0..self.axis.periods());
        Scale { from, to, step }
    }

    /// The share of each period's articles that these are; `None` if they have no dates.
    pub(super) fn share(&self, articles: &[u32]) -> Option<Share> {
        let mut counts = vec![0_u32; self.totals.len()];
        let found = articles.iter().filter_map(|article| self.periods[*article as usize]);
        found.for_each(|period| counts[period] += 1);
        let share = |period: usize| f64::from(counts[period]) / f64::from(self.totals[period].max(1));
        // Of equal shares that of more articles tells more; of those the first.
        let most = (0..counts.len()).rev().max_by(|one, other| {
            share(*one).total_cmp(&share(*other)).then(counts[*one].cmp(&counts[*other]))
        })?;
        let height = |period: usize| match counts[period] {
            0 => 0,
            _ => ((share(period) / share(most) * f64::from(Share::HIGHEST)).round() as u8).max(1),
        };
        let (count, total) = (counts[most], self.totals[most]);
        let articles = if total == 1 { "article" } else { "articles" };
        (count > 0).then(|| Share {
            heights: (0..counts.len()).map(height).collect(),
            most: format!("Most in {}: {count} of {total} {articles}", periods(self.axis, most..most + 1)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::Archive;
    use crate::article::{Article, Timestamp};
    use crate::site::{Day, Span};

    fn timeline(dates: &[&str]) -> Option<Timeline> {
        let mut archive = Archive::new("Archive");
        archive.extend(dates.iter().enumerate().map(|(number, date)| Article {
            id: number.to_string(),
            published: date.parse::<Timestamp>().ok(),
            ..Article::default()
        }));
        let days =
            || archive.entries().iter().filter_map(|entry| entry.article.published).map(|at| Day(at.date));
        let span = days().next().zip(days().next_back()).map(|(newest, oldest)| Span { oldest, newest });
        Timeline::of(&Postings::of(&archive), &Overview { span, ..Overview::default() })
    }

    fn scale(dates: &[&str]) -> Option<(String, String, String, usize)> {
        let timeline = timeline(dates)?;
        let Scale { from, to, step } = timeline.scale();
        Some((from, to, step, timeline.totals.len()))
    }

    #[test]
    fn periods_are_as_short_as_two_dozen_of_them_may_be() {
        let told = |dates: [&str; 2]| {
            let (from, to, step, periods) = scale(&dates).unwrap();
            format!("{from} to {to} by {step}: {periods}")
        };
        assert_eq!(told(["1866-05-01", "1868-04-30"]), "May 1866 to April 1868 by month: 24");
        assert_eq!(told(["1866-05-01", "1868-05-30"]), "April 1866 to June 1868 by quarter: 9");
        assert_eq!(told(["1866-05-01", "1889-01-01"]), "1866 to 1889 by year: 24");
        assert_eq!(told(["1866-05-01", "1890-01-01"]), "1866 to 1891 by 2 years: 13");
        assert_eq!(told(["1605-01-01", "2016-01-01"]), "1600 to 2019 by 20 years: 21");
    }

    #[test]
    fn one_period_or_none_makes_no_timeline() {
        assert!(scale(&["1866-05-01", "1866-05-31", ""]).is_none());
        assert!(scale(&["", ""]).is_none());
        assert!(scale(&[]).is_none());
    }

    #[test]
    fn shares_are_of_each_periods_own_articles() {
        // Newest first: three of 1869, one of 1868, two of 1860, and one without a date.
        let days = ["1869-01-01", "1869-01-01", "1869-01-01", "1868-01-01", "1860-01-01", "1860-01-01", ""];
        let timeline = timeline(&days).unwrap();
        let share = timeline.share(&[0, 4, 5, 6]).unwrap();
        assert_eq!(share.heights, [20, 0, 0, 0, 0, 0, 0, 0, 0, 7]);
        assert_eq!(share.most, "Most in 1860: 2 of 2 articles");
        assert_eq!(timeline.share(&[0, 1, 2, 3]).unwrap().most, "Most in 1869: 3 of 3 articles");
        assert_eq!(timeline.share(&[3]).unwrap().most, "Most in 1868: 1 of 1 article");
        assert!(timeline.share(&[6]).is_none());
    }
}
