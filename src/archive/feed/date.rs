//! Dates of items: as they are written, or as the address gives them away.

use url::Url;

use crate::article::{Date, Problem, Timestamp, loose_date};

/// Reads a date of a foreign feed.
pub(super) fn read(text: Option<String>, place: &str, problems: &mut Vec<Problem>) -> Option<Timestamp> {
    loose_date::take(&text?, place, problems)
}

/// The date as exact as the source had it: `exact`, unless `standard` has been changed since.
pub(super) fn exact(standard: Option<Timestamp>, exact: Option<Timestamp>) -> Option<Timestamp> {
    exact
        .filter(|exact| standard.is_none_or(|standard| exact.to_rfc3339() == standard.to_string()))
        .or(standard)
}

/// The day in an address such as `/2024/07/09/title`.
pub(super) fn from_address(url: &str) -> Option<Date> {
    let url = Url::parse(url).ok()?;
    let parts: Vec<&str> = url.path_segments()?.collect();
    parts.windows(3).find_map(|parts| match parts {
        [year, month, day] if year.len() == 4 && month.len() <= 2 && day.len() <= 2 => {
            Date::parse(&format!("{year}-{month:0>2}-{day:0>2}")).filter(|date| date.year() >= 1600)
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_in_an_address_is_found() {
        let day = |url: &str| from_address(url).map(|date| date.to_string());
        assert_eq!(day("https://example.org/news/2024/07/09/title/").as_deref(), Some("2024-07-09"));
        assert_eq!(day("https://example.org/2024/7/9").as_deref(), Some("2024-07-09"));
        for url in [
            "https://example.org/2024/07/title",
            "https://example.org/2024/13/09/x",
            "https://example.org/0001/01/01/",
        ] {
            assert_eq!(day(url), None, "{url}");
        }
    }

    #[test]
    fn a_date_that_was_corrected_counts() {
        let at = |text: &str| text.parse::<Timestamp>().ok();
        assert_eq!(exact(at("1858-08-16T00:00:00Z"), at("1858-08-16")), at("1858-08-16"));
        assert_eq!(exact(at("1858-08-17T00:00:00Z"), at("1858-08-16")), at("1858-08-17T00:00:00Z"));
        assert_eq!(exact(None, at("1858-08-16")), at("1858-08-16"));
    }
}
