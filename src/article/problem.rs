//! What an import had to guess, default or leave out: data that travels with the article, not an error.

use serde::Serialize;

/// One thing that was not as it should be in a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Stable, for machines.
    pub code: ProblemCode,
    /// Where in the source: `line 12`, `items[3].title`.
    pub place: String,
    /// What was found and what was done about it, for people.
    pub message: String,
}

impl Problem {
    /// A problem at a place.
    #[must_use]
    pub fn new(code: ProblemCode, place: impl Into<String>, message: impl Into<String>) -> Self {
        Self { code, place: place.into(), message: message.into() }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {} [{}]", self.place, self.message, self.code.as_str())
    }
}

/// The kinds of [`Problem`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProblemCode {
    /// A field was worked out from something else.
    Guessed,
    /// A field that should be there is not.
    Missing,
    /// A value could not be read and was left out.
    Unreadable,
    /// Markup that has no block or span was reduced to its text.
    Simplified,
    /// An address whose scheme is not allowed was dropped; its text was kept.
    UnsafeAddress,
    /// A value that can be read but can hardly be meant, such as a date in the future; it was kept.
    Implausible,
    /// A tag that differs from another by little, such as `covid-19` and `COVID 19`.
    NearTwin,
    /// A file that was found beside articles and is none.
    LeftOut,
    /// Its text is nearly that of another article; what became of it is said.
    NearCopy,
    /// A picture that was to be fetched stays on its host.
    Unfetched,
    /// A tag got the name that the owner of the archive wants instead.
    RenamedTag,
}

impl ProblemCode {
    /// As written in ledgers.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Guessed => "guessed",
            Self::Missing => "missing",
            Self::Unreadable => "unreadable",
            Self::Simplified => "simplified",
            Self::UnsafeAddress => "unsafe-address",
            Self::Implausible => "implausible",
            Self::NearTwin => "near-twin",
            Self::LeftOut => "left-out",
            Self::NearCopy => "near-copy",
            Self::Unfetched => "unfetched",
            Self::RenamedTag => "renamed-tag",
        }
    }

    /// What the user can do about it.
    #[must_use]
    pub fn hint(self) -> &'static str {
        match self {
            Self::Guessed => "check it; what the source says itself is never guessed",
            Self::Missing => "add it to the source, or name the field that holds it with --map",
            Self::Unreadable => "correct it in the source and import again",
            Self::Simplified => "nothing, unless its form mattered: the text is kept",
            Self::UnsafeAddress => "give it an http or https address in the source",
            Self::Implausible => "check it in the source",
            Self::NearTwin => "if they are the same, name one under [tags.aliases] in backissue.toml",
            Self::RenamedTag => "nothing, unless the name is not meant: see [tags.aliases] in backissue.toml",
            Self::LeftOut => "nothing, unless it is an article: name the file by itself to have it read",
            Self::NearCopy => {
                "nothing, unless they are different articles: imports with --versions keep each by itself"
            }
            Self::Unfetched => "import again to try again, or name another picture in the source",
        }
    }
}
