//! The first line of a crawl text: ` date 2023-06-06 https://…`. Does not look at other lines.

use super::address;
use crate::article::Date;

/// What the first line says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Header<'a> {
    /// The line has the form of a first line.
    pub(super) found: bool,
    pub(super) date: Option<PartialDate>,
    pub(super) address: Option<&'a str>,
    /// What follows date and address: the first line of the page, or nothing.
    pub(super) rest: &'a str,
}

/// A date that may stop at the year or the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PartialDate {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

/// `None` if `line` is not a first line: `date`, then a date or an address.
pub(super) fn read(line: &str) -> Option<Header<'_>> {
    let rest = line.trim().strip_prefix("date")?;
    if !rest.starts_with(char::is_whitespace) {
        return None;
    }
    let (token, after) = first_token(rest);
    let date = PartialDate::parse(token);
    let rest = if date.is_some() { after } else { rest };
    let (token, after) = first_token(rest);
    let address = address::is_address(token).then_some(token);
    let rest = if address.is_some() { after } else { rest };
    (date.is_some() || address.is_some()).then(|| Header { found: true, date, address, rest: rest.trim() })
}

fn first_token(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()))
}

impl PartialDate {
    /// Reads `2023`, `2023-02`, `2023-02-06` and a time behind it, which is not kept.
    fn parse(text: &str) -> Option<Self> {
        let text = text.split('T').next()?;
        let mut parts = text.split('-');
        let year = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
        let mut part = || parts.next().map(str::parse::<u8>).transpose().ok();
        let (month, day) = (part()?, part()?);
        Date::new(year, month.unwrap_or(1), day.unwrap_or(1))?;
        parts.next().is_none().then_some(Self { year, month, day })
    }

    /// The day, if it is known.
    pub(super) fn full(self) -> Option<Date> {
        Date::new(self.year, self.month?, self.day?)
    }

    /// Whether `date` lies within it.
    pub(super) fn holds(self, date: Date) -> bool {
        self.year == date.year()
            && self.month.is_none_or(|month| month == date.month())
            && self.day.is_none_or(|day| day == date.day())
    }
}

impl std::fmt::Display for PartialDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.year)?;
        self.month.into_iter().chain(self.day).try_for_each(|part| write!(f, "-{part:02}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_address_and_rest_are_told_apart() {
        let header = read(" date 2023-06-06 https://example.org/a/b.html").unwrap();
        assert_eq!(header.date.unwrap().full(), Date::new(2023, 6, 6));
        assert_eq!((header.address, header.rest), (Some("https://example.org/a/b.html"), ""));
        let header = read("date 2026-02 Counter@Example.org").unwrap();
        assert_eq!(header.date.unwrap().to_string(), "2026-02");
        assert_eq!((header.address, header.rest), (None, "Counter@Example.org"));
        assert!(header.date.unwrap().full().is_none());
        assert!(header.date.unwrap().holds(Date::new(2026, 2, 27).unwrap()));
        assert_eq!(read("date https://example.org/ The Bee").unwrap().rest, "The Bee");
    }

    #[test]
    fn other_lines_are_not_headers() {
        for line in [
            "date",
            "dates 2023-06-06",
            "date of birth",
            "2023-06-06 https://example.org/",
            "date 2023-13",
            "date 2023-02-30",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
