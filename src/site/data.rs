//! The data files beside the pages. One type writes and reads each.

use serde::Serialize;

use crate::article::json::{from_json_object, from_json_text};
use crate::article::{Date, Tag};
use crate::find::{Axis, Catalog};

use super::{Card, Lenient};

/// The version of all shapes here. A viewer reads no newer one.
pub const VERSION: u32 = 1;

/// Articles on a page of the list.
pub const CARDS_A_PAGE: usize = 30;

/// Articles on a page of what a text was looked for in: each may lie in a file of its own.
pub const FOUND_A_PAGE: usize = 10;

/// Articles in a file of cards. What was found lies in as many files as it has articles, and each brings all of its own;
/// but hosts limit the number of files. A page of the whole list takes two.
pub const CARDS_A_CHUNK: usize = CARDS_A_PAGE / 2;

/// Letters of a digest in [`Overview::cards`]: enough to tell a file from what stood there before.
pub const DIGEST: usize = 8;

/// Tags that are named before the index has come.
pub const TOP_TAGS: usize = 15;

/// `data/site.json`: what a viewer must know before it asks for more.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Overview {
    /// [`VERSION`].
    pub backissue: u32,
    /// How many articles there are.
    pub articles: u32,
    /// The days of the oldest and the newest dated article.
    pub span: Option<Span>,
    /// How many articles each period of the [`Axis`] from the oldest to the newest day has.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub periods: Vec<u32>,
    /// All sections, commonest first.
    pub sections: Vec<Count<String>>,
    /// The [`TOP_TAGS`] commonest publishers; none, if all articles have the same. So for languages.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub publishers: Vec<Count<String>>,
    /// The commonest languages.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Count<String>>,
    /// The [`TOP_TAGS`] commonest tags.
    pub tags: Vec<Count<Tag>>,
    /// How many tags there are.
    pub tags_in_all: u32,
    /// The digests of the cards of each page of the whole list, newest first, one after another without a gap. Pages don't
    /// carry them: they would all change whenever one article does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cards: Option<String>,
    /// The file of the index's head.
    pub index: String,
    /// The file of the [`Packs`](super::Packs) that articles are kept in. Empty in pages; absent if each article is a page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub packs: Option<String>,
    /// The files of the index. Pages don't carry it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub find: Option<Catalog>,
}

impl Overview {
    /// The periods that the archive's time is cut into, if there is more than one.
    #[must_use]
    pub fn axis(&self) -> Option<Axis> {
        let Span { oldest, newest } = self.span?;
        Axis::of(oldest.0, newest.0)
    }

    /// By what a file of cards, from 0, is told from those before it: the digest of the page that its cards stand on.
    #[must_use]
    pub fn digest(&self, chunk: usize) -> Option<&str> {
        let start = chunk * CARDS_A_CHUNK / CARDS_A_PAGE * DIGEST;
        self.cards.as_ref()?.get(start..start + DIGEST)
    }
}

/// From when to when an archive reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Span {
    /// The day of the oldest dated article.
    pub oldest: Day,
    /// The day of the newest dated article.
    pub newest: Day,
}

/// A day, written `2023-06-06`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(into = "String")]
pub struct Day(pub Date);

/// How many articles have a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Count<T> {
    /// The tag or section.
    pub value: T,
    /// At least 1.
    pub articles: u32,
}

/// A file of cards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CardChunk {
    /// [`VERSION`].
    pub backissue: u32,
    /// In the order of the archive; one that can't be read is told apart from the others.
    pub cards: Vec<Lenient<Card>>,
}

from_json_object!(Overview {
    backissue,
    articles,
    span,
    periods,
    sections,
    publishers,
    languages,
    tags,
    tags_in_all,
    cards,
    index,
    packs,
    find
});
from_json_object!(Span { oldest, newest });
from_json_object!(Count<String> { value, articles });
from_json_object!(Count<Tag> { value, articles });
from_json_object!(CardChunk { backissue, cards });
from_json_text!(Day, |text| Date::parse(text).map(Day), "a day like 2023-06-06", Day(Date::FIRST));

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.0.to_string()
    }
}
