//! The sentences of the interface that are put together: titles, counts, filters. Pure.

use crate::article::{Date, Tag};
use crate::find::{Filter, Selection};
use crate::site::{Query, SiteName};

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
        Filter::Sections(sections) => sections.join(" or "),
        Filter::From(date) => format!("from {date}"),
        Filter::To(date) => format!("to {date}"),
    }
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
    format!("{} {} {}", date.day(), MONTHS[usize::from(date.month()) - 1], date.year())
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
    fn titles_say_what_is_filtered() {
        let site = SiteName { title: "News".into(), ..SiteName::default() };
        let title = |query: &str| list_title(&site, &Query::parse(query).0);
        assert_eq!(title(""), "News");
        assert_eq!(title("page=2"), "Page 2 · News");
        assert_eq!(title("tag=radio&tag=a,b&not=war&from=1850"), "radio, a or b, not war, from 1850 · News");
        assert_eq!(title("not=war&page=3"), "Not war, page 3 · News");
    }
}
