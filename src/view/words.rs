//! The sentences of the interface that are put together: titles, counts, filters. Pure.

use std::ops::Range;

use crate::article::{Date, Tag};
use crate::find::{Axis, Field, Filter, Selection};
use crate::site::{Query, SiteName, TagOrder};

use super::browser;

/// The document title of a list.
#[must_use]
pub fn list_title(site: &SiteName, query: &Query) -> String {
    let mut title = describe(&query.selection);
    if query.page > 1 {
        let comma = if title.is_empty() { "Page" } else { ", page" };
        title.push_str(&format!("{comma} {}", query.page));
    }
    if title.is_empty() { site.title.clone() } else { format!("{title} · {}", site.title) }
}

/// The document title of an article.
#[must_use]
pub fn article_title(site: &SiteName, headline: &str) -> String {
    format!("{headline} · {}", site.title)
}

/// The document title of the page about the archive.
#[must_use]
pub fn about_title(site: &SiteName) -> String {
    format!("About · {}", site.title)
}

/// The document title of a page of all tags.
#[must_use]
pub fn tags_title(site: &SiteName, order: TagOrder, number: u32) -> String {
    let order = if order == TagOrder::Name { " by name" } else { "" };
    let page = if number > 1 { format!(", page {number}") } else { String::new() };
    format!("All tags{order}{page} · {}", site.title)
}

/// The document title of the page for unknown addresses.
#[must_use]
pub fn lost_title(site: &SiteName) -> String {
    format!("Page not found · {}", site.title)
}

/// The document title of the page that is shown where there is no connection.
#[must_use]
pub fn offline_title(site: &SiteName) -> String {
    format!("No connection · {}", site.title)
}

/// The filters of a selection in words; empty if there are none.
pub(super) fn describe(selection: &Selection) -> String {
    let filters: Vec<String> = selection.filters().iter().map(filter).collect();
    let mut text = filters.join(", ");
    if let Some(first) = text.chars().next().filter(char::is_ascii_lowercase) {
        let plain =
            matches!(selection.filters().first(), Some(Filter::Not(_) | Filter::From(_) | Filter::To(_)));
        if plain {
            text.replace_range(..1, &first.to_ascii_uppercase().to_string());
        }
    }
    text
}

/// One filter in words: `telegraph`, `radio or pigeons`, `not war`, `from 1850`.
pub(super) fn filter(filter: &Filter) -> String {
    match filter {
        Filter::Text(text) => format!("“{text}”"),
        Filter::All(tag) => tag.to_string(),
        Filter::Either(group) => either(group),
        Filter::Not(tag) => format!("not {tag}"),
        Filter::Field(field, values) => {
            let values: Vec<String> = values.iter().map(|name| value(*field, name, true)).collect();
            values.join(" or ")
        }
        Filter::From(date) => format!("from {date}"),
        Filter::To(date) => format!("to {date}"),
    }
}

/// How a value of a field is shown; a language by its name, as soon as the reader's own language is known.
pub(super) fn value(field: Field, value: &str, is_known: bool) -> String {
    let is_code = field == Field::Language && is_known && cfg!(target_arch = "wasm32");
    is_code.then(|| browser::language_name(value)).flatten().unwrap_or_else(|| value.to_owned())
}

fn either(group: &[Tag]) -> String {
    group.iter().map(Tag::as_str).collect::<Vec<_>>().join(" or ")
}

/// `1 article`, `1,204 articles`.
pub(super) fn articles(count: usize) -> String {
    format!("{} article{}", number(count), if count == 1 { "" } else { "s" })
}

/// With commas at the thousands.
pub(super) fn number(count: usize) -> String {
    let digits = count.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `16 August 1858`: how a day stands in a page until the reader's own language is known.
pub(crate) fn day(date: Date) -> String {
    format!("{} {}", date.day(), month(date))
}

/// `August 1858`.
fn month(date: Date) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    format!("{} {}", MONTHS[usize::from(date.month()) - 1], date.year())
}

/// Some periods one after another: `1858`, `1850–1859`, `April–June 1858`, `August 1858–May 1860`.
pub(crate) fn periods(axis: Axis, periods: Range<usize>) -> String {
    let (from, to) = ends(axis, periods);
    match (from.split_once(' '), to.split_once(' ')) {
        _ if from == to => from,
        (Some((month, year)), Some((_, same))) if year == same => format!("{month}–{to}"),
        _ => format!("{from}–{to}"),
    }
}

/// The first and the last year or month of some periods.
pub(crate) fn ends(axis: Axis, periods: Range<usize>) -> (String, String) {
    let (from, to) = axis.dates(periods);
    let name = |date: Date| if axis.is_monthly() { month(date) } else { date.year().to_string() };
    (name(from.first_day()), name(to.last_day()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_days_read_well() {
        assert_eq!(articles(1), "1 article");
        assert_eq!(articles(0), "0 articles");
        assert_eq!(number(1_234_567), "1,234,567");
        assert_eq!(day(Date::parse("1858-08-16").unwrap()), "16 August 1858");
    }

    #[test]
    fn periods_are_named() {
        let axis = |oldest: &str| Axis::of(Date::parse(oldest).unwrap(), Date::parse("2024-02-01").unwrap());
        let named = |oldest: &str, range| periods(axis(oldest).unwrap(), range);
        assert_eq!(named("2023-11-30", 0..1), "November 2023");
        assert_eq!(named("2023-11-30", 1..4), "December 2023–February 2024");
        assert_eq!(named("2010-11-30", 3..4), "July–September 2011");
        assert_eq!(named("1999-11-30", 3..4), "2002");
        assert_eq!(named("1605-11-30", 3..5), "1630–1649");
    }

    #[test]
    fn titles_say_what_is_filtered() {
        let site = SiteName { title: "News".into(), ..SiteName::default() };
        let title = |query: &str| list_title(&site, &Query::parse(query).0);
        assert_eq!(title(""), "News");
        assert_eq!(title("page=2"), "Page 2 · News");
        assert_eq!(title("tag=radio&tag=a,b&not=war&from=1850"), "radio, a or b, not war, from 1850 · News");
        assert_eq!(title("not=war&page=3"), "Not war, page 3 · News");
        assert_eq!(tags_title(&site, TagOrder::Count, 1), "All tags · News");
        assert_eq!(tags_title(&site, TagOrder::Name, 3), "All tags by name, page 3 · News");
    }
}
