//! Lines that are a point in time and nothing else. Never looks for dates inside sentences.

use crate::article::{Date, Time, Timestamp};

/// A time, and what the line says about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) at: Timestamp,
    pub(super) form: Form,
}

/// How a stamp is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `2023-06-06T11:43+0000`, as in a page's metadata.
    Machine,
    /// `15:39 27.02.2026`, as readers see it.
    Visible,
    /// `(updated: 16:02 27.02.2026)`.
    Updated,
}

/// `None` if `line` is anything but a date with or without a time.
pub(super) fn read(line: &str) -> Option<Stamp> {
    let line = line.trim();
    if line.len() > 60 {
        return None;
    }
    if let Ok(at) = line.parse::<Timestamp>() {
        let form = if at.time.is_some() { Form::Machine } else { Form::Visible };
        return Some(Stamp { at, form });
    }
    if let Some(inner) = line.strip_prefix('(').and_then(|line| line.strip_suffix(')')) {
        let time = inner.split_once(": ").map_or(inner, |(_, time)| time);
        return Some(Stamp { at: visible(time)?, form: Form::Updated });
    }
    Some(Stamp { at: visible(line)?, form: Form::Visible })
}

/// `27.02.2026`, `15:39 27.02.2026`, `15:39 GMT 27.02.2026`, `27.02.2026, 15:39`.
fn visible(text: &str) -> Option<Timestamp> {
    let (mut date, mut time, mut offset) = (None, None, None);
    for token in text.split([' ', ',']).filter(|token| !token.is_empty()) {
        let fresh = if let Some(found) = dotted(token) {
            date.replace(found).is_none()
        } else if let Some(found) = clock(token) {
            time.replace(found).is_none()
        } else {
            matches!(token, "GMT" | "UTC") && offset.replace(0).is_none()
        };
        if !fresh {
            return None;
        }
    }
    Some(Timestamp { date: date?, time, offset: offset.filter(|_| time.is_some()) })
}

/// Reads `27.02.2026`: the day first, as everywhere that dates are written with full stops.
pub(super) fn dotted(text: &str) -> Option<Date> {
    let (day, rest) = text.split_once('.')?;
    let (month, year) = rest.split_once('.')?;
    let iso = format!("{year}-{month:0>2}-{day:0>2}");
    Date::parse(&iso)
}

fn clock(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(':')?;
    let number = |text: &str| {
        let fits = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| text.parse().ok()).flatten()
    };
    Time::new(number(hour)?, number(minute)?, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(line: &str) -> Option<(String, Form)> {
        read(line).map(|stamp| (stamp.at.to_string(), stamp.form))
    }

    #[test]
    fn machine_and_visible_stamps_are_read() {
        let is = |line, at: &str, f| assert_eq!(form(line), Some((at.to_owned(), f)), "{line}");
        is("2023-06-06T11:43+0000", "2023-06-06T11:43:00Z", Form::Machine);
        is("2023-06-06", "2023-06-06", Form::Visible);
        is("27.02.2026", "2026-02-27", Form::Visible);
        is("15:39 27.02.2026", "2026-02-27T15:39:00", Form::Visible);
        is("9:05 GMT 7.2.2026", "2026-02-07T09:05:00Z", Form::Visible);
        is("27.02.2026, 15:39", "2026-02-27T15:39:00", Form::Visible);
        is("(updated: 16:02 27.02.2026)", "2026-02-27T16:02:00", Form::Updated);
    }

    #[test]
    fn sentences_and_versions_are_not_stamps() {
        for line in [
            "",
            "15:39",
            "1.2.3",
            "on 27.02.2026",
            "27.02.2026 28.02.2026",
            "31.02.2026",
            "()",
            "99:99 27.02.2026",
        ] {
            assert_eq!(form(line), None, "{line}");
        }
    }
}
