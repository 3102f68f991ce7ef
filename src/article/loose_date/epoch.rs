//! Seconds since 1970, as machines count time.

use crate::article::{Date, Time, Timestamp};

/// The number of 1 January 1970.
const EPOCH: i64 = 719_528;

impl Timestamp {
    /// Of seconds since 1970 (UTC); `None` before the year 1 and after 9999.
    #[must_use]
    pub fn from_unix(seconds: i64) -> Option<Self> {
        let date = date(i32::try_from(seconds.div_euclid(86_400) + EPOCH).ok()?)?;
        let second = u32::try_from(seconds.rem_euclid(86_400)).ok()?;
        let part = |number: u32| u8::try_from(number).ok();
        let time = Time::new(part(second / 3600)?, part(second / 60 % 60)?, part(second % 60)?)?;
        Some(Self { date, time: Some(time), offset: Some(0) })
    }
}

/// The day of a [`Date::day_number`].
fn date(number: i32) -> Option<Date> {
    let guess = u16::try_from(number.checked_mul(400)? / 146_097).ok()?;
    let first = |year: u16| Date::new(year, 1, 1).map(Date::day_number);
    let year = (guess.saturating_sub(1)..=guess + 1)
        .rev()
        .find(|year| first(*year).is_some_and(|first| first <= number))?;
    let mut day = number - first(year)?;
    for month in 1..=12 {
        let days = i32::from(Date::days_in_month(year, month));
        if day < days {
            return Date::new(year, month, u8::try_from(day + 1).ok()?);
        }
        day -= days;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_is_found_by_its_number() {
        for number in 366..800_000 {
            assert_eq!(date(number).unwrap().day_number(), number);
        }
        assert_eq!(date(365), None);
        let at = |seconds| Timestamp::from_unix(seconds).unwrap().to_string();
        assert_eq!((at(0), at(-1)), ("1970-01-01T00:00:00Z".into(), "1969-12-31T23:59:59Z".into()));
    }
}
