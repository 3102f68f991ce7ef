//! Doubts a date that can be read but can hardly be meant.

use crate::article::{Date, Timestamp};

/// No printed news is older: the first newspaper is of 1605.
const FIRST_YEAR: u16 = 1600;

/// What is doubtful about `at`, if anything; `today` is the day of the import. A day more is granted, as it is
/// tomorrow already where the sun rises first.
#[must_use]
pub fn doubt(at: Timestamp, today: Option<Date>) -> Option<&'static str> {
    if at.date.year() < FIRST_YEAR {
        return Some("it is before the year 1600");
    }
    let is_later = today.is_some_and(|today| at.date.day_number() > today.day_number() + 1);
    is_later.then_some("it lies in the future")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_future_and_the_far_past_are_doubtful() {
        let today = Date::parse("2024-05-05");
        let doubt = |text: &str| doubt(text.parse().unwrap(), today).is_some();
        assert!(doubt("1599-12-31") && doubt("2024-05-07") && doubt("2566-01-01"));
        assert!(!doubt("1600-01-01") && !doubt("2024-05-06T01:00+14:00"));
    }
}
