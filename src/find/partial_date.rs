//! A date as readers type it into a range: a year, a month or a day.

use crate::article::Date;

/// `1858`, `1858-08` or `1858-08-16`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PartialDate {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

impl PartialDate {
    /// Reads year, month or day, with or without leading zeros; `None` if the calendar lacks it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().split('-');
        let year = number(parts.next()?)?;
        let month = parts.next().map(number).map_or(Some(None), |month| month.map(Some))?;
        let day = parts.next().map(number).map_or(Some(None), |day| day.map(Some))?;
        if parts.next().is_some() {
            return None;
        }
        let (month, day) = (month.map(|m| m as u8), day.map(|d| d as u8));
        Date::new(year, month.unwrap_or(1), day.unwrap_or(1))?;
        Some(Self { year, month, day })
    }

    /// A year, from 1.
    pub(super) fn year(year: u16) -> Self {
        Self { year, month: None, day: None }
    }

    /// A month, from 0, of a year.
    pub(super) fn month(year: u16, month: u32) -> Self {
        Self { year, month: Some((month % 12) as u8 + 1), day: None }
    }

    /// The first day that it covers.
    #[must_use]
    pub fn first_day(self) -> Date {
        self.date(self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day that it covers.
    #[must_use]
    pub fn last_day(self) -> Date {
        let month = self.month.unwrap_or(12);
        self.date(month, self.day.unwrap_or_else(|| Date::days_in_month(self.year, month)))
    }

    /// The year, month or day before it, if there is one.
    #[must_use]
    pub fn before(self) -> Option<Self> {
        let Self { year, month, day } = self;
        let last_year = || year.checked_sub(1).filter(|year| *year > 0);
        match (month, day) {
            (None, _) => Some(Self { year: last_year()?, ..self }),
            (Some(1), None) => Some(Self { year: last_year()?, month: Some(12), day }),
            (Some(1), Some(1)) => Some(Self { year: last_year()?, month: Some(12), day: Some(31) }),
            (Some(month), Some(1)) => {
                Some(Self { year, month: Some(month - 1), day: Some(Date::days_in_month(year, month - 1)) })
            }
            (Some(month), None) => Some(Self { year, month: Some(month - 1), day }),
            (_, Some(day)) => Some(Self { year, month, day: Some(day - 1) }),
        }
    }

    fn date(self, month: u8, day: u8) -> Date {
        Date::new(self.year, month, day).expect("parse() lets only days of the calendar in")
    }
}

fn number(text: &str) -> Option<u16> {
    let digits = (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten().filter(|number| *number < 10_000)
}

impl std::fmt::Display for PartialDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn covers_whole_years_and_months() {
        let days = |text| {
            let date = PartialDate::parse(text).unwrap();
            (date.first_day().to_string(), date.last_day().to_string())
        };
        assert_eq!(days("1858"), ("1858-01-01".into(), "1858-12-31".into()));
        assert_eq!(days("2024-2"), ("2024-02-01".into(), "2024-02-29".into()));
        assert_eq!(days("1605-07-01"), ("1605-07-01".into(), "1605-07-01".into()));
    }

    #[test]
    fn what_comes_before() {
        let before = |text| PartialDate::parse(text).unwrap().before().map(|date| date.to_string());
        for (text, date) in [
            ("1900", "1899"),
            ("1900-01", "1899-12"),
            ("1900-03", "1900-02"),
            ("1900-01-01", "1899-12-31"),
            ("2024-03-01", "2024-02-29"),
            ("1900-03-09", "1900-03-08"),
        ] {
            assert_eq!(before(text).as_deref(), Some(date));
        }
        assert_eq!(before("1"), None);
    }

    #[test]
    fn nonsense_is_refused() {
        for text in
            ["", "-", "1858-", "1858-13", "2023-02-29", "0", "99999", "1858-08-16-1", "18o8", "256-300"]
        {
            assert_eq!(PartialDate::parse(text), None, "{text}");
        }
    }
}
