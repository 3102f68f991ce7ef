//! Finds the day in a date whose time of day was taken out.

use super::months;
use crate::article::Date;

/// Two numbers that could each be the month.
const MONTH_FIRST: &str = "the month was taken to stand before the day";
const CENTURY: &str = "the century was taken to be the nearest";

/// A date in which so many words mean nothing is a sentence.
const IDLE_WORDS: usize = 6;

#[derive(Debug, Default)]
struct Parts<'a> {
    numbers: Vec<&'a str>,
    month: Option<u8>,
    idle: usize,
    slashes: bool,
}

/// The day, and what was guessed. `text` is in lower case.
pub(super) fn read(text: &str) -> Option<(Date, Option<&'static str>)> {
    let parts = parts(text)?;
    match (parts.month, parts.numbers.as_slice()) {
        (Some(month), [a, b]) => with_month(month, a, b),
        (None, [one]) if one.len() == 8 => Some((date(&one[..4], &one[4..6], &one[6..])?, None)),
        (None, [year, month, day]) if year.len() == 4 => Some((date(year, month, day)?, None)),
        (None, [day, month, year]) if parts.slashes && year.len() == 4 => slashed(day, month, year),
        (None, [day, month, year]) => {
            let (year, guessed) = full_year(year)?;
            Some((Date::new(year, month.parse().ok()?, day.parse().ok()?)?, guessed))
        }
        _ => None,
    }
}

/// Numbers and the month; `None` if there are two months or too many other words.
fn parts(text: &str) -> Option<Parts<'_>> {
    let text = text.trim_end_matches(['.', ',', ' ', ')']);
    let mut parts = Parts { slashes: text.contains('/'), ..Parts::default() };
    let mut rest = text;
    let mut is_tuesday = false;
    while let Some(first) = rest.chars().next() {
        let is_same: fn(char) -> bool = match first {
            c if c.is_ascii_digit() => |c| c.is_ascii_digit(),
            c if c.is_alphabetic() => {
                |c| c.is_alphabetic() || c == '\'' || ('\u{300}'..'\u{370}').contains(&c)
            }
            _ => {
                rest = &rest[first.len_utf8()..];
                continue;
            }
        };
        let end = rest.find(|c| !is_same(c)).unwrap_or(rest.len());
        let (token, after) = rest.split_at(end);
        rest = after;
        if first.is_ascii_digit() {
            parts.numbers.push(token);
        } else if let Some((month, after)) = months::read(token, after) {
            rest = after;
            // `mar.` is Tuesday as well, in French and Italian.
            let is_weekday = parts.month.is_some() && is_tuesday;
            if parts.month.replace(month).is_some() && !is_weekday {
                return None;
            }
            is_tuesday = token == "mar";
        } else {
            parts.idle += 1;
        }
    }
    (parts.idle <= IDLE_WORDS && parts.numbers.len() <= 3).then_some(parts)
}

fn with_month(month: u8, a: &str, b: &str) -> Option<(Date, Option<&'static str>)> {
    let (year, day) = if a.len() > 2 { (a, b) } else { (b, a) };
    let (year, guessed) = full_year(year)?;
    Some((Date::new(year, month, two(day)?)?, guessed))
}

fn slashed(a: &str, b: &str, year: &str) -> Option<(Date, Option<&'static str>)> {
    let (first, second) = (two(a)?, two(b)?);
    let year = year.parse().ok()?;
    if first > 12 || first == second {
        return Some((Date::new(year, second, first)?, None));
    }
    let guessed = (second <= 12).then_some(MONTH_FIRST);
    Some((Date::new(year, first, second)?, guessed))
}

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    Date::new(year.parse().ok()?, two(month)?, two(day)?)
}

fn two(digits: &str) -> Option<u8> {
    if digits.len() > 2 { None } else { digits.parse().ok() }
}

/// Two digits are read as RFC 5322, 4.3 does.
fn full_year(digits: &str) -> Option<(u16, Option<&'static str>)> {
    let year: u16 = digits.parse().ok()?;
    match digits.len() {
        4 => Some((year, None)),
        2 if year < 50 => Some((2000 + year, Some(CENTURY))),
        2 => Some((1900 + year, Some(CENTURY))),
        _ => None,
    }
}
