//! What an article is: metadata and a body of blocks. Knows no format, no file and no clock.

mod block;
#[cfg(not(target_arch = "wasm32"))]
pub mod html;
pub mod json;
mod kin;
mod language;
#[cfg(not(target_arch = "wasm32"))]
mod links;
#[cfg(not(target_arch = "wasm32"))]
pub mod loose_date;
mod measure;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod page_link;
mod people;
mod picture;
mod problem;
mod record;
mod slug;
mod tag;
mod timestamp;

use serde::Serialize;

pub use block::{Block, ListItem, Row, Span, plain_text};
pub use json::{Fault, FromJson, Json, Mismatch, Reading, from_json};
pub use kin::{Duplicate, Kin};
pub use language::{Direction, Language};
pub use measure::reading_minutes;
pub use people::{Person, Provenance, Publisher, RelatedLink};
pub use picture::Picture;
pub use problem::{Problem, ProblemCode};
pub use record::{Origin, Record, Rejection};
pub use slug::Slug;
pub use tag::Tag;
pub use timestamp::{Date, Time, Timestamp, TimestampError};

/// One article. A text field that is absent is `None`, never empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Article {
    /// Globally unique and stable: the original address where there is one.
    pub id: String,
    /// Where the article was first published (absolute `http` or `https` URL).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Headline, plain text.
    pub title: String,
    /// Standfirst: one or two sentences below the headline, plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standfirst: Option<String>,
    /// Who wrote it, in the order of the byline.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<Person>,
    /// When it was first published, as exactly as the source says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Timestamp>,
    /// When it was last changed by its publisher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modified: Option<Timestamp>,
    /// The part of the publication that it stood in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// What readers filter by; no two are equal.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Tag>,
    /// The publisher's own search words, kept but not shown as tags.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    /// Lead image.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub picture: Option<Picture>,
    /// The text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub body: Vec<Block>,
    /// Addresses that the article points its readers to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<RelatedLink>,
    /// Who first published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Publisher>,
    /// The language of title and text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Copyright or licence notice, plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rights: Option<String>,
    /// Which file it was imported from, and by which importer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provenance: Option<Provenance>,
}

json::from_json_object!(Article {
    id,
    url,
    title,
    standfirst,
    authors,
    published,
    modified,
    section,
    tags,
    keywords,
    picture,
    body,
    related,
    publisher,
    language,
    rights,
    provenance,
});

impl Article {
    /// Gives back the room that the body was given while it grew, which is about as much as it takes.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn compact(&mut self) {
        // A copy takes no more than it needs; to shrink each list would often leave it where it is.
        self.body = self.body.clone();
    }

    /// All words of the body as plain text, blocks apart by line ends.
    #[must_use]
    pub fn body_text(&self) -> String {
        plain_text(&self.body)
    }
}
