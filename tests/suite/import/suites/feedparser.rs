//! Feedparser's well-formed feeds: each says in a comment what a reader must find in it.

use std::fs;
use std::path::Path;

use backissue::article::{Article, Block, Timestamp, html, plain_text};
use backissue::import::Reading;

use super::score::{Score, equal};
use crate::import::read as import;
use crate::shared;

/// No feed may stop the program, and each gives a reading.
pub(super) fn read(score: &mut Score) -> Option<()> {
    each(|path, bytes| {
        let reading = import(&name(path), bytes);
        let is_told = reading.records.iter().all(|record| record.outcome.is_ok() || !record.place.is_empty());
        score.case(&name(path), if is_told { Ok(()) } else { Err("a record without a place".to_owned()) });
    })
}

/// The fields that an archive has, where the feed's comment names them.
pub(super) fn fields(score: &mut Score) -> Option<()> {
    each(|path, bytes| {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let expected = text.lines().find_map(|line| line.trim().strip_prefix("Expect:"));
        let Some(expected) = expected.map(str::to_owned) else {
            return;
        };
        let conditions = expected.split(" and ").filter_map(condition).collect::<Vec<_>>();
        let reading = import(&name(path), with_text(text).as_bytes());
        let outcomes: Vec<_> = conditions.iter().filter_map(|condition| check(&reading, condition)).collect();
        if let Some(outcome) = outcomes.into_iter().reduce(Result::and) {
            score.case(&name(path), outcome);
        }
    })
}

/// An entry that says nothing is no article; it is given a text, so that its other fields can be seen.
fn with_text(text: String) -> String {
    let texts = [
        "<title",
        "<description",
        "<summary",
        "<content",
        "body",
        "fullitem",
        "<dc:description",
        "<itunes:summary",
    ];
    let entry = text.find("<item").or_else(|| text.find("<entry")).map_or("", |at| &text[at..]);
    if texts.iter().any(|name| entry.contains(name)) {
        return text;
    }
    let text = text.replacen("</item>", "<description>Text</description></item>", 1);
    text.replacen("</entry>", "<summary>Text</summary></entry>", 1)
}

fn each(mut visit: impl FnMut(&Path, &[u8])) -> Option<()> {
    let folder = shared::folder("suites/feedparser-wellformed.tar.xz")?;
    let paths = shared::files(folder.path(), "xml");
    paths.iter().for_each(|path| visit(path, &fs::read(path).unwrap()));
    Some(())
}

fn name(path: &Path) -> String {
    let folder = path.parent().unwrap().file_name().unwrap().to_string_lossy().into_owned();
    format!("{folder}/{}", path.file_name().unwrap().to_string_lossy())
}

/// `entries[0]['title'] == 'x'`: what is asked for, and what it must be.
fn condition(text: &str) -> Option<(String, String)> {
    let (path, value) = text.trim().split_once("==")?;
    let path = path.replace(['\'', '"', ' '], "").replace("][", ".").replace('[', ".").replace(']', "");
    let value = value.trim();
    if value.starts_with('(') {
        return Some((path, value.to_owned()));
    }
    let value = value.trim_start_matches('u');
    let quote = value.chars().next().filter(|quote| matches!(quote, '\'' | '"'))?;
    let value = value[1..].strip_suffix(quote)?;
    Some((path, unescape(value)))
}

fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, true) => match chars.next() {
                Some('n') => out.push('\n'),
                Some('u') => {
                    let digits: String = chars.by_ref().take(4).collect();
                    out.extend(u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32));
                }
                Some('x') => {
                    let digits: String = chars.by_ref().take(2).collect();
                    out.extend(u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32));
                }
                Some(other) => out.push(other),
                None => {}
            },
            _ => out.push(c),
        }
    }
    out
}

/// `None` for what an archive has no field for.
fn check(reading: &Reading, (path, expected): &(String, String)) -> Option<Result<(), String>> {
    let about = &reading.about;
    let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
    if let Some(field) = path.strip_prefix("feed.") {
        let found = match field {
            "title" | "title_detail.value" => about.title.clone(),
            "subtitle" | "tagline" | "description" => or_empty(&about.description),
            "link" => or_empty(&about.home),
            "rights" | "copyright" => or_empty(&about.rights),
            _ => return None,
        };
        return Some(equal(path, &found, &plain(expected)));
    }
    let (nth, field) = path.strip_prefix("entries.")?.split_once('.')?;
    let record = reading.records.get(nth.parse::<usize>().ok()?);
    let article = record.and_then(|record| record.outcome.as_ref().ok());
    let nothing = Box::new(Article::default());
    let article = article.unwrap_or(&nothing);
    let tag = |nth: usize| article.tags.get(nth).map(ToString::to_string).unwrap_or_default();
    Some(match field {
        "title" | "title_detail.value" => equal(path, &article.title, &plain(expected)),
        "link" => equal(path, &or_empty(&article.url), expected),
        "id" => equal(path, &article.id, expected),
        "author" | "author_detail.name" => {
            let found = article.authors.first().map(|author| author.name.clone()).unwrap_or_default();
            let mail = expected.split_once(" (").map(|(name, _)| name);
            if Some(found.as_str()) == mail { Ok(()) } else { equal(path, &found, expected) }
        }
        "tags.0.term" | "category" => equal(path, &tag(0), expected),
        "tags.1.term" => equal(path, &tag(1), expected),
        "rights" => equal(path, &or_empty(&article.rights), &plain(expected)),
        "summary" | "description" | "content.0.value" | "summary_detail.value" => said(article, expected),
        "enclosures.0.href" => {
            let found = article.body.iter().find_map(|block| match block {
                Block::Embed { url, .. } => Some(url.clone()),
                _ => None,
            });
            equal(path, &or_empty(&found), expected)
        }
        "published_parsed" | "updated_parsed" | "date_parsed" => when(article, field, expected)?,
        _ => return None,
    })
}

/// The words, in text or standfirst.
fn said(article: &Article, expected: &str) -> Result<(), String> {
    let words = |text: &str| text.split_whitespace().collect::<String>();
    let expected = words(&plain(expected));
    let places = [article.body_text(), article.standfirst.clone().unwrap_or_default()];
    let found = places.iter().any(|text| words(text) == expected);
    if found { Ok(()) } else { Err(format!("{places:?} is not {expected:?}")) }
}

/// `(2004, 1, 1, 19, 48, 21, …)`, in UTC.
fn when(article: &Article, field: &str, expected: &str) -> Option<Result<(), String>> {
    let parts: Vec<u32> =
        expected.trim_matches(['(', ')']).split(',').filter_map(|part| part.trim().parse().ok()).collect();
    let [year, month, day, hour, minute, second, ..] = parts[..] else { return None };
    let text = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z");
    let expected: Timestamp = text.parse().ok()?;
    let found = match field {
        "updated_parsed" => article.modified.or(article.published),
        _ => article.published,
    };
    let is_equal = found.is_some_and(|found| found.order_key() == expected.order_key());
    Some(if is_equal { Ok(()) } else { Err(format!("{field} is {found:?}, not {text}")) })
}

/// Expected values are HTML, cleaned; what counts here is what they say.
fn plain(html: &str) -> String {
    let text = plain_text(&html::read(html, None).0);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
