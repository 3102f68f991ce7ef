//! An article in the making, as the readers of markup have it, and what was noticed about it.

use std::collections::HashSet;

use url::Url;

use super::people;
use crate::article::html::{self, address, fold};
use crate::article::loose_date;
use crate::article::{
    Article, Block, Language, Origin, Picture, Problem, ProblemCode, Record, Tag, Timestamp, plain_text,
};

/// An article, its problems, and where its fields came from.
pub(super) struct Draft {
    pub(super) place: String,
    pub(super) article: Article,
    pub(super) problems: Vec<Problem>,
    pub(super) origins: Vec<Origin>,
    /// Tags and authors that it has.
    known: HashSet<String>,
}

impl Draft {
    pub(super) fn new(place: impl Into<String>) -> Self {
        let (article, problems, origins) = (Article::default(), Vec::new(), Vec::new());
        Self { place: place.into(), article, problems, origins, known: HashSet::new() }
    }

    pub(super) fn note(&mut self, code: ProblemCode, field: &str, message: impl Into<String>) {
        self.problems.push(Problem::new(code, format!("{}: {field}", self.place), message));
    }

    pub(super) fn from(&mut self, field: &'static str, source: &str) {
        self.origins.push(Origin::new(field, source));
    }

    pub(super) fn record(self) -> Record {
        let Self { place, article, problems, origins, .. } = self;
        Record { origins, ..Record::new(place, article, problems) }
    }

    /// A standfirst that is no more than how the text begins is none.
    pub(super) fn drop_repetition(&mut self) {
        let Article { standfirst, body, .. } = &mut self.article;
        *standfirst = standfirst.take().filter(|text| !repeats(text, body));
    }

    /// Blocks of HTML; its problems are noted.
    pub(super) fn blocks(&mut self, html: &str, base: Option<&Url>) -> Vec<Block> {
        let (blocks, problems) = html::read(html, base);
        for problem in problems {
            self.note(problem.code, "body", problem.message);
        }
        blocks
    }

    /// Adds what the article hasn't yet.
    pub(super) fn tag(&mut self, text: &str) {
        if let Some(tag) =
            Tag::new(&plain(text)).filter(|tag| self.known.insert(format!("tag {}", tag.as_str())))
        {
            self.article.tags.push(tag);
        }
    }

    /// Adds whom a byline names.
    pub(super) fn authors(&mut self, byline: &str) {
        for person in people::read(byline) {
            if self.known.insert(format!("author {}", person.name)) {
                self.article.authors.push(person);
            }
        }
    }

    /// An absolute address; what is none is noted.
    pub(super) fn web(&mut self, text: &str, base: Option<&Url>, field: &str) -> Option<String> {
        let found = address::web(text, base).ok();
        if found.is_none() && !text.trim().is_empty() {
            let message = format!("'{}' is not a web address; left out", shown(text));
            self.note(ProblemCode::Unreadable, field, message);
        }
        found
    }

    /// A picture that can be shown.
    pub(super) fn picture(&mut self, src: &str, base: Option<&Url>) -> Option<Picture> {
        match address::picture(src, base) {
            Ok(src) => Some(Picture { src, ..Picture::default() }),
            Err(address::Refused::Empty) => None,
            Err(_) => {
                let message = format!("'{}' can't be shown; left out", shown(src));
                self.note(ProblemCode::UnsafeAddress, "picture", message);
                None
            }
        }
    }

    /// A date; what can't be read is noted with its text.
    pub(super) fn date(&mut self, text: &str, field: &str) -> Option<Timestamp> {
        loose_date::take(text, &format!("{}: {field}", self.place), &mut self.problems)
    }

    /// A language tag; what is none is noted.
    pub(super) fn language(&mut self, text: &str) -> Option<Language> {
        let found = Language::parse(text);
        if found.is_none() && !text.trim().is_empty() {
            let message = format!("'{}' is not a language tag; left out", shown(text));
            self.note(ProblemCode::Unreadable, "language", message);
        }
        found
    }
}

/// The beginning of a value, for a message.
pub(super) fn shown(text: &str) -> String {
    text.trim().chars().take(60).collect()
}

/// The words of a text that may hold markup and entities, as one line.
pub(super) fn plain(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return fold(text);
    }
    let mut blocks = html::read(text, None).0;
    blocks.retain(|block| !matches!(block, Block::Embed { .. } | Block::Figure(_)));
    fold(&plain_text(&blocks))
}

/// `None` if nothing is left.
pub(super) fn some_plain(text: &str) -> Option<String> {
    Some(plain(text)).filter(|text| !text.is_empty())
}

/// Whether a summary is no more than how the text begins, perhaps cut short; letters and digits alone count.
pub(super) fn repeats(summary: &str, body: &[Block]) -> bool {
    let stem = summary.trim_end_matches(|c: char| !c.is_alphanumeric());
    if stem.is_empty() {
        return summary.trim().is_empty();
    }
    let text = plain_text(body);
    let mut letters = text.chars().filter(|c| c.is_alphanumeric());
    stem.chars().filter(|c| c.is_alphanumeric()).all(|c| letters.next() == Some(c))
}
