//! Finds the time of day in a date, and its zone.

use crate::article::Time;

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) time: Time,
    /// Minutes east of UTC.
    pub(super) offset: Option<i16>,
}

/// Zones with a name, in minutes east of UTC. RFC 5322's, and those of Europe and Japan; `ist` and others that
/// several countries use are not here.
const ZONES: [(&str, i16); 23] = [
    ("z", 0),
    ("ut", 0),
    ("utc", 0),
    ("gmt", 0),
    ("wet", 0),
    ("est", -300),
    ("edt", -240),
    ("cst", -360),
    ("cdt", -300),
    ("mst", -420),
    ("mdt", -360),
    ("pst", -480),
    ("pdt", -420),
    ("bst", 60),
    ("west", 60),
    ("cet", 60),
    ("mez", 60),
    ("cest", 120),
    ("mesz", 120),
    ("eet", 120),
    ("eest", 180),
    ("msk", 180),
    ("jst", 540),
];

/// The clock, if there is one, and the text without it and without its zone. `None` if what looks like a clock
/// is none. `text` is in lower case.
pub(super) fn take(text: &str) -> Option<(Option<Clock>, String)> {
    let Some(colon) = separator(text) else { return Some((None, text.to_owned())) };
    let start = text[..colon].trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let hour: u8 = text[start..colon].parse().ok()?;
    let (minute, rest) = two_digits(&text[colon + 1..])?;
    let (second, rest) = match rest.strip_prefix(':') {
        Some(rest) => two_digits(rest)?,
        None => (0, rest),
    };
    let rest = fraction(rest);
    let (hour, rest) = half_of_day(hour, rest.trim_start())?;
    let (offset, rest) = zone(rest.trim_start());
    // Before the clock, an ISO date may end in `t`.
    let before = text[..start].strip_suffix('t').unwrap_or(&text[..start]);
    Some((Some(Clock { time: Time::new(hour, minute, second)?, offset }), format!("{before} {rest}")))
}

/// Where the first `:` or `h` stands between digits.
fn separator(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    (1..bytes.len()).find(|at| matches!(bytes[*at], b':' | b'h') && digit(at - 1) && digit(at + 1))
}

fn two_digits(text: &str) -> Option<(u8, &str)> {
    let number = text.get(..2).filter(|number| number.bytes().all(|byte| byte.is_ascii_digit()))?;
    Some((number.parse().ok()?, &text[2..]))
}

fn fraction(text: &str) -> &str {
    let Some(rest) = text.strip_prefix(['.', ',']) else { return text };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 { text } else { &rest[digits..] }
}

fn half_of_day(hour: u8, text: &str) -> Option<(u8, &str)> {
    let half = [("a.m.", 0), ("am", 0), ("p.m.", 12), ("pm", 12)];
    let found = half.iter().find_map(|(mark, add)| Some((text.strip_prefix(mark)?, *add)));
    let Some((rest, add)) = found.filter(|(rest, _)| !rest.starts_with(char::is_alphabetic)) else {
        return Some((hour, text));
    };
    (1..=12).contains(&hour).then_some((hour % 12 + add, rest))
}

/// `utc+3`, `+0300`, `-05:00`, `cest`; and the text after it.
fn zone(text: &str) -> (Option<i16>, &str) {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (word, rest) = text.split_at(letters);
    let named = ZONES.iter().find(|(name, _)| *name == word).map(|(_, offset)| *offset);
    if (word.is_empty() || named == Some(0))
        && let Some((offset, rest)) = numeric(rest.trim_start())
    {
        return (Some(offset), rest);
    }
    match named {
        Some(offset) => (Some(offset), rest),
        None => (None, text),
    }
}

fn numeric(text: &str) -> Option<(i16, &str)> {
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let text = text.strip_prefix(['+', '-'])?;
    let end = text.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(text.len());
    let digits = text[..end].replace(':', "");
    let (hours, minutes) = match digits.len() {
        1 | 2 => (digits.as_str(), "0"),
        4 => digits.split_at(2),
        _ => return None,
    };
    let (hours, minutes): (i16, i16) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours < 24 && minutes < 60).then_some((sign * (hours * 60 + minutes), &text[end..]))
}
