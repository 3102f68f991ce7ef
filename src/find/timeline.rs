//! How many articles each period of an archive's time has: years, or months of a short one, or decades of a long one.

use std::ops::Range;

use crate::article::Date;

use super::{Days, Hits, Index, Lack, PartialDate, Selection, Shelf, text::Found};

/// Months that a period may take.
const STEPS: [u32; 11] = [1, 3, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000];

/// Periods of an axis at the most.
const MOST: u32 = 60;

/// The periods from an archive's oldest day to its newest, all as long; at least two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Axis {
    /// The first month of the first period, counted from January of the year 0.
    first: u32,
    /// The months of a period.
    months: u32,
    periods: u32,
}

impl Axis {
    /// The shortest periods of which there are 60 at the most; `None` if all days fall into one.
    #[must_use]
    pub fn of(oldest: Date, newest: Date) -> Option<Self> {
        Self::of_at_most(MOST, oldest, newest)
    }

    /// The same with another number of periods.
    #[must_use]
    pub fn of_at_most(most: u32, oldest: Date, newest: Date) -> Option<Self> {
        let (oldest, newest) = (month(oldest), month(newest));
        let axes = STEPS.into_iter().map(|months| {
            let first = oldest - oldest % months;
            Self { first, months, periods: newest.saturating_sub(first) / months + 1 }
        });
        axes.into_iter().find(|axis| axis.periods <= most).filter(|axis| axis.periods > 1)
    }

    /// How many periods there are.
    #[must_use]
    pub fn periods(self) -> usize {
        self.periods as usize
    }

    /// How long a period is.
    #[must_use]
    pub fn months(self) -> u32 {
        self.months
    }

    /// Whether the periods are shorter than a year.
    #[must_use]
    pub fn is_monthly(self) -> bool {
        self.months < 12
    }

    /// The first year or month and the last of some periods.
    #[must_use]
    pub fn dates(self, periods: Range<usize>) -> (PartialDate, PartialDate) {
        let date = |month: u32| {
            let year = (month / 12).clamp(1, 9999) as u16;
            if self.is_monthly() { PartialDate::month(year, month % 12) } else { PartialDate::year(year) }
        };
        let begins = |period: usize| self.first + period as u32 * self.months;
        (date(begins(periods.start)), date(begins(periods.end).saturating_sub(1)))
    }

    /// The periods that a range of dates reaches into; none, if it lies outside.
    #[must_use]
    pub fn covered(self, from: Option<PartialDate>, to: Option<PartialDate>) -> Range<usize> {
        let start = from.map_or(0, |date| self.period(date.first_day()).clamp(0, i64::from(self.periods)));
        let end = to.map_or(i64::from(self.periods), |date| {
            (self.period(date.last_day()) + 1).clamp(start, i64::from(self.periods))
        });
        start as usize..end as usize
    }

    /// The numbers of the articles of each period, those of the dated in their order; a period may come more than once.
    #[must_use]
    pub fn ranges(self, days: &Days) -> Vec<(usize, Range<u32>)> {
        let starts: Vec<i32> = (0..=self.periods()).map(|period| self.first_day(period)).collect();
        let mut ranges: Vec<(usize, Range<u32>)> = Vec::new();
        for (day, articles) in days.runs() {
            if let Some((period, range)) = ranges.last_mut()
                && (starts[*period]..starts[*period + 1]).contains(&day)
            {
                range.end = articles.end;
                continue;
            }
            let period = starts.partition_point(|start| *start <= day).checked_sub(1);
            ranges.extend(period.filter(|period| *period < self.periods()).map(|period| (period, articles)));
        }
        ranges
    }

    /// The period of each of an archive's articles; `None` for the undated.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn of_each(self, days: &Days, articles: u32) -> Vec<Option<usize>> {
        let mut periods = vec![None; articles as usize];
        for (period, range) in self.ranges(days) {
            periods[range.start as usize..range.end as usize].fill(Some(period));
        }
        periods
    }

    /// How many articles each period has, if `count` says how many there are among some numbers.
    #[must_use]
    pub fn count(self, days: &Days, count: impl Fn(Range<u32>) -> u32) -> Vec<u32> {
        let mut articles = vec![0; self.periods()];
        for (period, range) in self.ranges(days) {
            articles[period] += count(range);
        }
        articles
    }

    fn first_day(self, period: usize) -> i32 {
        self.dates(period..period + 1).0.first_day().day_number()
    }

    fn period(self, date: Date) -> i64 {
        (i64::from(month(date)) - i64::from(self.first)).div_euclid(i64::from(self.months))
    }
}

impl Index {
    /// How many articles of a selection each period has, whatever the selection's own dates.
    ///
    /// # Errors
    /// The parts that must come first, or one that can't be used.
    pub fn by_period(
        &self,
        axis: Axis,
        shelf: &Shelf,
        selection: &Selection,
        found: Option<&Found>,
        hits: &Hits,
    ) -> Result<Vec<u32>, Lack> {
        if selection.from.is_none() && selection.to.is_none() {
            return Ok(axis.count(&self.days, |range| hits.within(range)));
        }
        let always = Selection { from: None, to: None, ..selection.clone() };
        let hits = self.hits(shelf, &always, found)?;
        Ok(axis.count(&self.days, |range| hits.within(range)))
    }
}

fn month(date: Date) -> u32 {
    u32::from(date.year()) * 12 + u32::from(date.month()) - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(oldest: &str, newest: &str) -> Axis {
        Axis::of(Date::parse(oldest).unwrap(), Date::parse(newest).unwrap()).unwrap()
    }

    fn dates(axis: Axis, periods: Range<usize>) -> String {
        let (from, to) = axis.dates(periods);
        format!("{from} {to}")
    }

    #[test]
    fn periods_are_as_long_as_the_archive_wants_them() {
        let months = axis("2023-02-14", "2024-01-01");
        assert_eq!((months.periods(), dates(months, 0..1)), (12, "2023-02 2023-02".into()));
        let years = axis("1998-05-01", "2024-01-01");
        assert_eq!((years.periods(), dates(years, 0..27)), (27, "1998 2024".into()));
        let decades = axis("1605-07-03", "2024-01-01");
        assert_eq!((decades.periods(), dates(decades, 1..3)), (43, "1610 1629".into()));
        let quarters = axis("2012-05-14", "2024-01-01");
        assert_eq!((quarters.periods(), dates(quarters, 0..1)), (48, "2012-04 2012-06".into()));
        let centuries = axis("0001-01-01", "5999-12-31");
        assert_eq!((centuries.periods(), dates(centuries, 0..1)), (60, "0001 0099".into()));
        assert_eq!(axis("0001-01-01", "9999-12-31").periods(), 50);
        let day = Date::parse("2024-01-01").unwrap();
        assert_eq!(Axis::of(day, day), None);
    }

    #[test]
    fn ranges_of_dates_reach_into_periods() {
        let axis = axis("1998-05-01", "2024-01-01");
        let covered = |from: &str, to: &str| axis.covered(PartialDate::parse(from), PartialDate::parse(to));
        assert_eq!(covered("", ""), 0..27);
        assert_eq!(covered("1999-12-31", "2001-01-01"), 1..4);
        assert_eq!(covered("1900", "1997"), 0..0);
        assert_eq!(covered("2030", ""), 27..27);
        assert_eq!(covered("2001", "1999"), 3..3);
    }

    #[test]
    fn each_day_counts_in_its_period() {
        let axis = axis("1998-05-01", "2024-01-01");
        let day = |text: &str| Date::parse(text).unwrap().day_number();
        let days = ["2024-01-01", "2023-12-31", "2024-01-01", "1999-12-31", "1999-01-01", "1700-01-01"];
        let mut all = Days::default();
        days.into_iter().for_each(|text| all.push(day(text)));
        let counts = axis.count(&all, |range| range.end - range.start);
        assert_eq!((counts[0], counts[1], &counts[25..], counts.iter().sum::<u32>()), (0, 2, &[1, 2][..], 5));
    }
}
