//! A point in time, exactly as precise as its source: a day, a day and time, or with an offset from UTC.

use serde::Serialize;

use super::json::from_json_text;

/// A day of the (proleptic) Gregorian calendar, year 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// A time of day, to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Time {
    hour: u8,
    minute: u8,
    second: u8,
}

/// A day, perhaps with a time, perhaps with an offset. Without an offset it is never shifted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(into = "String")]
pub struct Timestamp {
    /// As the source's clock showed it.
    pub date: Date,
    /// `None` if the source gives the day alone.
    pub time: Option<Time>,
    /// Minutes east of UTC, within ±1439; `None` if the source doesn't say.
    pub offset: Option<i16>,
}

/// A text that is not a date of ISO 8601's extended form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a date like 2023-06-06 or 2023-06-06T11:43+00:00")]
pub struct TimestampError(pub String);

impl Date {
    /// The first that can be told.
    pub const FIRST: Self = Self { year: 1, month: 1, day: 1 };

    /// `None` if the calendar has no such day.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let fits = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=Self::days_in_month(year, month)).contains(&day);
        fits.then_some(Self { year, month, day })
    }

    /// Reads `2023-06-06`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, rest) = text.split_once('-')?;
        let (month, day) = rest.split_once('-')?;
        Self::new(number(year, 4)?, number(month, 2)? as u8, number(day, 2)? as u8)
    }

    /// 1 to 9999.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// 1 to 31.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }

    /// How many days `month` has, by the Gregorian rule.
    #[must_use]
    pub fn days_in_month(year: u16, month: u8) -> u8 {
        match month {
            4 | 6 | 9 | 11 => 30,
            2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
            2 => 28,
            _ => 31,
        }
    }

    /// Year, month and day in digits: `2023-06-06`, if `-` stands between them.
    #[must_use]
    pub fn text(self, between: char) -> String {
        let mut text = String::with_capacity("2023-06-06".len());
        text.extend([1000, 100, 10, 1].map(|place| digit((self.year / place % 10) as u8)));
        push_number(&mut text, between, self.month);
        push_number(&mut text, between, self.day);
        text
    }

    /// Days since 1 January of year 0: for order and difference.
    #[must_use]
    pub fn day_number(self) -> i32 {
        let before = i32::from(self.year) - 1;
        let leap_days = before / 4 - before / 100 + before / 400;
        let months: i32 = (1..self.month).map(|month| i32::from(Self::days_in_month(self.year, month))).sum();
        366 + before * 365 + leap_days + months + i32::from(self.day) - 1
    }
}

impl Time {
    /// `None` if no clock shows it. A leap second is read as the 59th.
    #[must_use]
    pub fn new(hour: u8, minute: u8, second: u8) -> Option<Self> {
        let fits = hour < 24 && minute < 60 && second <= 60;
        fits.then_some(Self { hour, minute, second: second.min(59) })
    }
}

impl Timestamp {
    /// A day alone.
    #[must_use]
    pub fn day(date: Date) -> Self {
        Self { date, time: None, offset: None }
    }

    /// Seconds for putting timestamps in order: UTC where the offset is known, else the clock as it stands.
    #[must_use]
    pub fn order_key(&self) -> i64 {
        let seconds = self.time.map_or(0, |time| {
            i64::from(time.hour) * 3600 + i64::from(time.minute) * 60 + i64::from(time.second)
        });
        let offset = i64::from(self.offset.unwrap_or(0)) * 60;
        i64::from(self.date.day_number()) * 86_400 + seconds - offset
    }

    /// As RFC 3339 wants it; what the source doesn't say is midnight and UTC.
    #[must_use]
    pub fn to_rfc3339(&self) -> String {
        let time = self.time.unwrap_or(Time { hour: 0, minute: 0, second: 0 });
        Self { time: Some(time), offset: Some(self.offset.unwrap_or(0)), ..*self }.to_string()
    }
}

impl std::str::FromStr for Timestamp {
    type Err = TimestampError;

    /// Reads `2023-06-06`, `2023-06-06T11:43`, seconds and fractions (dropped), `Z`, `+00:00`, `+0000`, `+00`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse(text.trim()).ok_or_else(|| TimestampError(text.to_owned()))
    }
}

fn parse(text: &str) -> Option<Timestamp> {
    let date = Date::parse(text.get(..10)?)?;
    let rest = &text[10..];
    if rest.is_empty() {
        return Some(Timestamp::day(date));
    }
    let rest = rest.strip_prefix(['T', 't', ' '])?;
    let clock_end = rest.find(['Z', 'z', '+', '-', ' ']).unwrap_or(rest.len());
    let (clock, zone) = rest.split_at(clock_end);
    Some(Timestamp { date, time: Some(parse_clock(clock)?), offset: parse_zone(zone.trim_start())? })
}

fn parse_clock(text: &str) -> Option<Time> {
    let mut parts = text.splitn(3, ':');
    let hour = number(parts.next()?, 2)?;
    let minute = number(parts.next()?, 2)?;
    let second = match parts.next() {
        None => 0,
        Some(second) => number(second.split(['.', ',']).next()?, 2)?,
    };
    Time::new(hour as u8, minute as u8, second as u8)
}

/// `Some(None)` if no zone is given.
fn parse_zone(text: &str) -> Option<Option<i16>> {
    if text.is_empty() {
        return Some(None);
    }
    if text.eq_ignore_ascii_case("z") {
        return Some(Some(0));
    }
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let digits = text.strip_prefix(['+', '-'])?.replace(':', "");
    let (hours, minutes) = match digits.len() {
        2 => (number(&digits, 2)?, 0),
        4 => (number(digits.get(..2)?, 2)?, number(digits.get(2..)?, 2)?),
        _ => return None,
    };
    (hours < 24 && minutes < 60).then(|| Some(sign * (hours * 60 + minutes) as i16))
}

/// Exactly `width` digits.
fn number(text: &str, width: usize) -> Option<u16> {
    let fits = text.len() == width && text.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text('-'))
    }
}

impl std::fmt::Display for Timestamp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut text = self.date.text('-');
        if let Some(time) = self.time {
            for (before, number) in [('T', time.hour), (':', time.minute), (':', time.second)] {
                push_number(&mut text, before, number);
            }
            match self.offset {
                None => {}
                Some(0) => text.push('Z'),
                Some(offset) => {
                    let minutes = offset.unsigned_abs();
                    push_number(&mut text, if offset < 0 { '-' } else { '+' }, (minutes / 60) as u8);
                    push_number(&mut text, ':', (minutes % 60) as u8);
                }
            }
        }
        f.write_str(&text)
    }
}

/// With two digits. Every page has some hundred dates, and `format!` takes several times as long.
fn push_number(text: &mut String, before: char, number: u8) {
    text.extend([before, digit(number / 10), digit(number % 10)]);
}

fn digit(number: u8) -> char {
    char::from(b'0' + number % 10)
}

from_json_text!(Timestamp, parse, "a date like 2023-06-06", Self::day(Date::FIRST));

impl From<Timestamp> for String {
    fn from(timestamp: Timestamp) -> Self {
        timestamp.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(text: &str) -> Option<String> {
        text.parse::<Timestamp>().ok().map(|timestamp| timestamp.to_string())
    }

    #[test]
    fn precision_is_kept() {
        assert_eq!(form("2023-06-06").as_deref(), Some("2023-06-06"));
        assert_eq!(form("2023-06-06T11:43").as_deref(), Some("2023-06-06T11:43:00"));
        assert_eq!(form("2023-06-06T11:43+0000").as_deref(), Some("2023-06-06T11:43:00Z"));
        assert_eq!(form("1858-08-16 09:05:07.25-05:30").as_deref(), Some("1858-08-16T09:05:07-05:30"));
    }

    #[test]
    fn what_the_calendar_lacks_is_refused() {
        for text in [
            "2023-02-29",
            "1900-02-29",
            "2023-13-01",
            "2023-06",
            "06.06.2023",
            "2023-06-06T25:00",
            "",
            "２０２３-06-06",
        ] {
            assert_eq!(form(text), None, "{text}");
        }
        assert!(form("2000-02-29").is_some());
    }

    #[test]
    fn offsets_decide_the_order() {
        let key = |text: &str| text.parse::<Timestamp>().unwrap().order_key();
        assert!(key("2023-06-06T23:00+02:00") < key("2023-06-06T22:00Z"));
        assert_eq!(Date::parse("1970-01-01").unwrap().day_number(), 719_528);
        assert_eq!(key("1970-01-02") - key("1970-01-01"), 86_400);
    }

    #[test]
    fn rfc3339_fills_in_midnight_utc() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap().to_rfc3339();
        assert_eq!(at("1605-07-01"), "1605-07-01T00:00:00Z");
        assert_eq!(at("2023-06-06T11:43+03:00"), "2023-06-06T11:43:00+03:00");
    }
}
