//! Reads a feed: its own fields, then item by item.

use rayon::prelude::*;

use super::error::FeedError;
use super::field::Field;
use super::file::{Author, FeedFile, Item};
use super::item::{Context, record};
use super::twins::Twins;
use super::{VERSION, missing};
use crate::archive::Archive;
use crate::archive::ledger::Ledger;
use crate::article::html::{address, fold};
use crate::article::{Language, Problem, ProblemCode, Record, Rejection};

/// A feed with its items in the order of the file, nothing merged yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// What it says about itself; no entries.
    pub head: Archive,
    /// What each item says, or why it says nothing.
    pub items: Vec<Record>,
    /// What is wrong with the feed's own fields.
    pub problems: Vec<Problem>,
    /// Whether it is an archive of ours, which says what it means.
    pub is_ours: bool,
}

/// An archive as it was read from its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The articles, in order, none twice.
    pub archive: Archive,
    /// What became of each item of the file.
    pub ledger: Ledger,
    /// What is wrong with the feed's own fields.
    pub problems: Vec<Problem>,
}

/// Reads the file `source` as an archive of its own.
///
/// # Errors
///
/// If the file as a whole can't be read; see [`parse`].
pub fn read(source: &str, bytes: &[u8]) -> Result<Reading, FeedError> {
    let Feed { head: mut archive, items, problems, .. } = parse(source, bytes)?;
    let ledger = archive.collect(source, items);
    Ok(Reading { archive, ledger, problems })
}

/// Reads the file `source` item by item, for an archive to [`Archive::collect`].
///
/// # Errors
///
/// If the file is empty, cut off, not JSON, not a JSON Feed, or an archive of a newer version. A bad item is no error.
pub fn parse(source: &str, bytes: &[u8]) -> Result<Feed, FeedError> {
    let mut file = file(bytes)?;
    let items = file.items.take().unwrap_or_default();
    let (mut feed, problems) = OpenFeed::of(source, file)?;
    let items = feed.records(0, items);
    Ok(Feed { head: feed.head, items, problems, is_ours: feed.is_ours })
}

/// A feed whose own fields are known, and whose items are read some at a time.
#[derive(Debug)]
pub struct OpenFeed {
    /// What it says about itself; no entries.
    pub head: Archive,
    /// Whether it is an archive of ours, which says what it means.
    pub is_ours: bool,
    source: String,
    authors: Vec<Author>,
    twins: Twins,
}

/// The feed `source` of which `bytes` hold all but its items, with an empty list in their place, and what is wrong with its own
/// fields.
///
/// # Errors
///
/// As [`parse`].
pub fn open(source: &str, bytes: &[u8]) -> Result<(OpenFeed, Vec<Problem>), FeedError> {
    OpenFeed::of(source, file(bytes)?)
}

impl OpenFeed {
    fn of(source: &str, file: FeedFile) -> Result<(Self, Vec<Problem>), FeedError> {
        let mut problems = Vec::new();
        check_version(file.version.take("version", &mut problems), &mut problems)?;
        let is_ours = !matches!(file.ours, Field::Absent);
        let ours = file.ours.take("_backissue", &mut problems).unwrap_or_default();
        let version = ours.version.take("_backissue.version", &mut problems).unwrap_or(VERSION);
        if version > VERSION {
            return Err(FeedError::NewerVersion { found: version, newest: VERSION });
        }
        let text = |field: Field<String>, place: &str, problems: &mut Vec<Problem>| {
            field.take(place, problems).map(|text| fold(&text)).filter(|text| !text.is_empty())
        };
        let home = text(file.home_page_url, "home_page_url", &mut problems);
        let language = text(file.language, "language", &mut problems);
        let head = Archive {
            title: text(file.title, "title", &mut problems).unwrap_or_default(),
            description: text(file.description, "description", &mut problems),
            home: home.and_then(|text| address_or_note(&text, &mut problems)),
            language: language.and_then(|text| language_or_note(&text, &mut problems)),
            rights: text(ours.rights, "_backissue.rights", &mut problems),
            ..Archive::default()
        };
        if head.title.is_empty() && !is_ours {
            problems.push(Problem::new(ProblemCode::Missing, "title", "the feed has no title"));
        }
        if let Some(next) = text(file.next_url, "next_url", &mut problems) {
            let message = format!("the feed goes on at {next}, which was not read");
            problems.push(Problem::new(ProblemCode::Missing, "next_url", message));
        }
        let authors = file.authors.take("authors", &mut problems);
        let author = file.author.take("author", &mut problems);
        let authors = missing::authors(authors, author);
        Ok((Self { head, is_ours, source: source.to_owned(), authors, twins: Twins::default() }, problems))
    }

    /// What the next items say, of which `None` are too long to be held; the first of them is the `first` of the feed.
    pub fn take(&mut self, first: usize, items: Vec<Option<Vec<u8>>>) -> Vec<Record> {
        let read = |item: Option<Vec<u8>>| match item.as_deref().map(serde_json::from_slice) {
            Some(Ok(item)) => item,
            Some(Err(error)) => Field::Unreadable(error.to_string()),
            None => Field::Unreadable("it is larger than --limit-record allows".to_owned()),
        };
        self.records(first, items.into_par_iter().map(read).collect())
    }

    fn records(&mut self, first: usize, items: Vec<Field<Item>>) -> Vec<Record> {
        let (head, source) = (&self.head, self.source.as_str());
        let context = Context { head, authors: self.authors.clone(), is_ours: self.is_ours, source };
        let items = items.into_par_iter().enumerate();
        let mut items: Vec<Record> =
            items.map(|(nth, item)| item_or_rejection(first + nth, item, &context)).collect();
        if !self.is_ours {
            self.twins.part(&mut items);
        }
        items
    }
}

fn file(bytes: &[u8]) -> Result<FeedFile, FeedError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.trim_ascii().is_empty() {
        return Err(FeedError::Empty);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| FeedError::NotUtf8)?;
    if !text.trim_start().starts_with('{') {
        serde_json::from_str::<serde::de::IgnoredAny>(text)?;
        return Err(FeedError::NotAFeed { reason: "it is not an object".to_owned() });
    }
    let file: FeedFile = serde_json::from_str(text)?;
    match file.items {
        Some(_) => Ok(file),
        None => Err(FeedError::NotAFeed { reason: "it has no list `items`".to_owned() }),
    }
}

fn check_version(version: Option<String>, problems: &mut Vec<Problem>) -> Result<(), FeedError> {
    let version = version.unwrap_or_default();
    let (_, after_scheme) = version.split_once("://").unwrap_or_default();
    let number = after_scheme.trim_start_matches("www.").strip_prefix("jsonfeed.org/version/");
    let Some(number) = number else {
        let reason = "its `version` is not that of a JSON Feed".to_owned();
        return Err(FeedError::NotAFeed { reason });
    };
    if !matches!(number.trim_end_matches('/'), "1" | "1.0" | "1.1") {
        let message = format!("version {number} is newer than 1.1; read as if it were 1.1");
        problems.push(Problem::new(ProblemCode::Guessed, "version", message));
    }
    Ok(())
}

fn language_or_note(text: &str, problems: &mut Vec<Problem>) -> Option<Language> {
    let language = Language::parse(text);
    if language.is_none() {
        let message = format!("'{text}' is not a language tag; left out");
        problems.push(Problem::new(ProblemCode::Unreadable, "language", message));
    }
    language
}

fn address_or_note(text: &str, problems: &mut Vec<Problem>) -> Option<String> {
    let address = address::web(text, None).ok();
    if address.is_none() {
        let message = format!("'{text}' is not a web address; left out");
        problems.push(Problem::new(ProblemCode::Unreadable, "home_page_url", message));
    }
    address
}

fn item_or_rejection(nth: usize, item: Field<Item>, context: &Context<'_>) -> Record {
    let place = format!("items[{nth}]");
    match item {
        Field::Read(item) => record(place, item, context),
        Field::Absent => rejected(place, "the item is null"),
        Field::Unreadable(why) => rejected(place, &format!("the item is not an object: {why}")),
    }
}

fn rejected(place: String, reason: &str) -> Record {
    let rejection = Rejection::new(reason, "each item is an object with at least an `id` and a content");
    Record::rejected(place, rejection)
}
