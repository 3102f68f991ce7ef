//! Records of named values, as JSON and CSV have them: which of their fields is the headline, which the text, and so
//! on. Knows no file format.

mod article;
mod asked;
mod body;
mod found;
mod names;
mod people;
mod value;
mod wire;

pub(super) use article::record;
pub use asked::{AskedError, AskedFields};
pub(super) use found::{Found, likeness};
pub(super) use names::field_of;

/// A record, by its source's own names.
pub(super) type Named = serde_json::Map<String, serde_json::Value>;

/// What a field of a source can be taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// The headline.
    Title,
    /// The text, as HTML or plain.
    Body,
    /// One or two sentences below the headline.
    Standfirst,
    /// The original address.
    Url,
    /// What the source knows it by.
    Id,
    /// When it was published.
    Published,
    /// When it was changed.
    Modified,
    /// Who wrote it.
    Authors,
    /// What readers filter by.
    Tags,
    /// Search words.
    Keywords,
    /// The part of the publication.
    Section,
    /// The lead image.
    Picture,
    /// The language.
    Language,
    /// Who published it.
    Publisher,
    /// Copyright or licence.
    Rights,
    /// The last part of its address.
    Slug,
    /// Whether it is published at all.
    Status,
}

impl Field {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 17] = [
        Self::Title,
        Self::Body,
        Self::Standfirst,
        Self::Url,
        Self::Id,
        Self::Published,
        Self::Modified,
        Self::Authors,
        Self::Tags,
        Self::Keywords,
        Self::Section,
        Self::Picture,
        Self::Language,
        Self::Publisher,
        Self::Rights,
        Self::Slug,
        Self::Status,
    ];

    /// As `--map` and the ledger call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Body => "body",
            Self::Standfirst => "standfirst",
            Self::Url => "url",
            Self::Id => "id",
            Self::Published => "published",
            Self::Modified => "modified",
            Self::Authors => "authors",
            Self::Tags => "tags",
            Self::Keywords => "keywords",
            Self::Section => "section",
            Self::Picture => "picture",
            Self::Language => "language",
            Self::Publisher => "publisher",
            Self::Rights => "rights",
            Self::Slug => "slug",
            Self::Status => "status",
        }
    }
}
