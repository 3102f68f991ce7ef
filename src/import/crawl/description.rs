//! A page's meta description, with the date and the publication that search engines are shown. Judges one line.

use super::prose;
use super::stamp::dotted;
use crate::article::Date;

/// `… 06.02.2023, Outlet` or `… Outlet, 27.02.2026`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Description {
    pub(super) text: String,
    pub(super) outlet: Option<String>,
    pub(super) date: Date,
}

/// `None` if the line doesn't end with a date and the name of a publication behind at least one sentence.
pub(super) fn read(line: &str) -> Option<Description> {
    date_last(line).or_else(|| outlet_last(line))
}

fn date_last(line: &str) -> Option<Description> {
    let (head, date) = line.rsplit_once(", ")?;
    let date = dotted(date.trim())?;
    let cut = head.rfind(['.', '…', '!', '?', '؟', '۔'])?;
    let cut = cut + head[cut..].chars().next()?.len_utf8();
    describe(&head[..cut], &head[cut..], date)
}

fn outlet_last(line: &str) -> Option<Description> {
    let (head, outlet) = line.rsplit_once(", ")?;
    let (text, date) = head.rsplit_once(' ')?;
    describe(text, outlet, dotted(date)?)
}

fn describe(text: &str, outlet: &str, date: Date) -> Option<Description> {
    let (text, outlet) = (text.trim(), outlet.trim());
    let fits = prose::ends_sentence(text) && outlet.chars().count() <= 40 && outlet.split(' ').count() <= 5;
    let outlet = (!outlet.is_empty()).then(|| outlet.to_owned());
    fits.then(|| Description { text: text.to_owned(), outlet, date })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_and_outlet_stand_either_way() {
        let both =
            ["The wheel turned... 06.02.2023, Harbour Wire", "The wheel turned... Harbour Wire, 06.02.2023"];
        for line in both {
            let description = read(line).unwrap();
            assert_eq!(description.text, "The wheel turned...");
            assert_eq!(description.outlet.as_deref(), Some("Harbour Wire"));
            assert_eq!(Some(description.date), Date::new(2023, 2, 6));
        }
    }

    #[test]
    fn other_lines_with_dates_are_not_descriptions() {
        for line in [
            "Fennel Bridge, 06.02.2023",
            "She was born on 06.02.2023, Fennel Bridge",
            "06.02.2023, Wire",
            "a, b",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
