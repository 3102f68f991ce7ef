//! Time in a few equal periods, and which of them a tag's articles are from.

use crate::archive::Archive;
use crate::article::Date;
use crate::view::{Axis, Share, day};

/// The lengths of periods, in months.
const STEPS: [u32; 11] = [1, 3, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000];

/// Periods at most.
const MOST: usize = 24;

/// The periods of an archive, from its first dated article to its last.
pub(super) struct Timeline {
    /// In months.
    step: u32,
    /// The months of the first and the last article.
    ends: (u32, u32),
    /// Articles of each period.
    totals: Vec<u32>,
    /// For each article its period.
    periods: Vec<Option<usize>>,
}

impl Timeline {
    /// Of an archive; `None` if it has one period alone, or no dates.
    pub(super) fn of(archive: &Archive) -> Option<Self> {
        let dates = archive.entries().iter().map(|entry| entry.article.published.map(|at| month(at.date)));
        let months: Vec<Option<u32>> = dates.collect();
        let (first, last) = (*months.iter().flatten().min()?, *months.iter().flatten().max()?);
        let periods = |step: u32| (last / step - first / step + 1) as usize;
        let step = STEPS.into_iter().find(|step| periods(*step) <= MOST)?;
        let mut totals = vec![0; periods(step)];
        let period = |month: u32| (month / step - first / step) as usize;
        let periods: Vec<Option<usize>> = months.into_iter().map(|month| month.map(period)).collect();
        periods.iter().flatten().for_each(|period| totals[*period] += 1);
        (totals.len() > 1).then_some(Self { step, ends: (first, last), totals, periods })
    }

    /// What all tags' shares are drawn along.
    pub(super) fn axis(&self) -> Axis {
        let step = match self.step {
            1 => "month".to_owned(),
            3 => "quarter".to_owned(),
            12 => "year".to_owned(),
            months => format!("{} years", months / 12),
        };
        Axis { from: self.point(self.ends.0), to: self.point(self.ends.1), step }
    }

    /// The share of each period's articles that these are; `None` if they have no dates.
    pub(super) fn share(&self, articles: &[u32]) -> Option<Share> {
        let mut counts = vec![0_u32; self.totals.len()];
        let periods = articles.iter().filter_map(|article| self.periods[*article as usize]);
        periods.for_each(|period| counts[period] += 1);
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
            most: format!("Most in {}: {count} of {total} {articles}", self.name(most)),
        })
    }

    /// A period in words, as far as the archive reaches: `1866–1870`, `April–June 1866`, `May 1866`.
    fn name(&self, period: usize) -> String {
        let from = (self.ends.0 / self.step + period as u32) * self.step;
        let to = (from + self.step - 1).min(self.ends.1);
        let from = from.max(self.ends.0);
        let (first, last) = (self.point(from), self.point(to));
        if first == last {
            return first;
        }
        match (first.split_once(' '), last.split_once(' ')) {
            (Some((month, year)), Some((_, same))) if year == same => format!("{month}–{last}"),
            _ => format!("{first}–{last}"),
        }
    }

    /// A month, or its year where periods are years.
    fn point(&self, month: u32) -> String {
        let (year, month) = (month / 12, month % 12 + 1);
        let date = Date::new(year as u16, month as u8, 1).filter(|_| self.step < 12);
        // `1 May 1866`.
        let month = date.map(day).and_then(|day| Some(day.split_once(' ')?.1.to_owned()));
        month.unwrap_or_else(|| year.to_string())
    }
}

/// Months since year 0.
fn month(date: Date) -> u32 {
    u32::from(date.year()) * 12 + u32::from(date.month()) - 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Timestamp};

    fn timeline(dates: &[&str]) -> Option<Timeline> {
        let mut archive = Archive::new("Archive");
        archive.extend(dates.iter().enumerate().map(|(number, date)| Article {
            id: number.to_string(),
            published: date.parse::<Timestamp>().ok(),
            ..Article::default()
        }));
        Timeline::of(&archive)
    }

    fn axis(dates: &[&str]) -> Option<(String, String, String, usize)> {
        let timeline = timeline(dates)?;
        let Axis { from, to, step } = timeline.axis();
        Some((from, to, step, timeline.totals.len()))
    }

    #[test]
    fn periods_are_as_short_as_two_dozen_of_them_may_be() {
        let told = |dates: [&str; 2]| {
            let (from, to, step, periods) = axis(&dates).unwrap();
            format!("{from} to {to} by {step}: {periods}")
        };
        assert_eq!(told(["1866-05-01", "1868-04-30"]), "May 1866 to April 1868 by month: 24");
        assert_eq!(told(["1866-05-01", "1868-05-30"]), "May 1866 to May 1868 by quarter: 9");
        assert_eq!(told(["1866-05-01", "1889-01-01"]), "1866 to 1889 by year: 24");
        assert_eq!(told(["1866-05-01", "1890-01-01"]), "1866 to 1890 by 2 years: 13");
        assert_eq!(told(["1605-01-01", "2016-01-01"]), "1605 to 2016 by 20 years: 21");
        assert_eq!(told(["0001-01-01", "9999-12-31"]), "1 to 9999 by 500 years: 20");
    }

    #[test]
    fn one_period_or_none_makes_no_timeline() {
        assert!(axis(&["1866-05-01", "1866-05-31", ""]).is_none());
        assert!(axis(&["", ""]).is_none());
        assert!(axis(&[]).is_none());
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

    #[test]
    fn periods_are_named_as_far_as_the_archive_reaches() {
        let name = |dates: &[&str], period| timeline(dates).unwrap().name(period);
        let long = ["1605-01-01", "2016-01-01"];
        assert_eq!([0, 1, 20].map(|period| name(&long, period)), ["1605–1619", "1620–1639", "2000–2016"]);
        let quarters = ["1866-05-01", "1871-10-30"];
        assert_eq!(name(&quarters, 0), "May–June 1866");
        assert_eq!(name(&quarters, 1), "July–September 1866");
        assert_eq!(name(&quarters, 22), "October 1871");
        assert_eq!(name(&["1866-05-01", "1866-07-01"], 1), "June 1866");
    }
}
