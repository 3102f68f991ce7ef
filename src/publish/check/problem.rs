//! What can be wrong with a page.

use serde::Serialize;

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Broken.
    Error,
    /// Could be better.
    Warning,
}

/// The kinds of problem, errors first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A page can't be read or is no UTF-8.
    Unreadable,
    /// A page has no title.
    NoTitle,
    /// Pages that search engines may list have the same title.
    DuplicateTitle,
    /// A page doesn't say its language.
    NoLanguage,
    /// A link leads to a file, folder or place that is not in the site.
    DeadLink,
    /// A picture of the site is not there.
    MissingPicture,
    /// A style sheet, script, feed or the like is not there.
    MissingFile,
    /// A picture has no `alt`, not even an empty one.
    NoAlt,
    /// No `h1`, several, or a level left out.
    Headings,
    /// JSON-LD that search engines can't use.
    InvalidJsonLd,
    /// A page is too large.
    OversizePage,
    /// More than one round trip until an article's text is there.
    HeavyPage,
    /// A page has no description.
    NoDescription,
    /// JSON-LD without what search engines recommend.
    IncompleteJsonLd,
}

impl Kind {
    /// How bad it is.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Self::HeavyPage | Self::NoDescription | Self::IncompleteJsonLd => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// In a few words.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Unreadable => "pages that can't be read",
            Self::NoTitle => "pages without a title",
            Self::DuplicateTitle => "titles that several pages have",
            Self::NoLanguage => "pages that don't say their language",
            Self::DeadLink => "links that lead nowhere",
            Self::MissingPicture => "pictures that are not there",
            Self::MissingFile => "files that are named and not there",
            Self::NoAlt => "pictures without an alternative text",
            Self::Headings => "headings out of order",
            Self::InvalidJsonLd => "JSON-LD that can't be used",
            Self::OversizePage => "pages that are too large",
            Self::HeavyPage => "articles that need more than one round trip",
            Self::NoDescription => "pages without a description",
            Self::IncompleteJsonLd => "JSON-LD that lacks what is recommended",
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(self) -> &'static str {
        match self {
            Self::Unreadable => "build the site again",
            Self::NoTitle => "give the article a title in the archive",
            Self::DuplicateTitle => "give one of the articles another title, or leave one out",
            Self::NoLanguage => "name the language in the archive: \"language\": \"en\"",
            Self::DeadLink => "mend the address in the article, or import what it leads to",
            Self::MissingPicture => "put the picture beside the archive, or take its name out",
            Self::MissingFile => "build the site again with a complete viewer",
            Self::NoAlt => "describe the picture in the archive; an empty text says that it is decoration",
            Self::Headings => "let the levels in the article's text follow each other",
            Self::InvalidJsonLd => "check the article's title, dates and addresses",
            Self::OversizePage => "split the article, or take data out of it that are better linked",
            Self::HeavyPage => "shorten what stands above the text",
            Self::NoDescription => "give the article a standfirst, the site a description",
            Self::IncompleteJsonLd => "add author, date or picture to the article",
        }
    }
}

/// Something wrong with a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// What kind.
    pub kind: Kind,
    /// How bad.
    pub severity: Severity,
    /// The page's file, from the site's root.
    pub page: String,
    /// What exactly.
    pub message: String,
    /// What to do about it.
    pub remedy: &'static str,
}

impl Problem {
    pub(super) fn new(kind: Kind, page: &str, message: impl Into<String>) -> Self {
        let (severity, remedy) = (kind.severity(), kind.remedy());
        Self { kind, severity, page: page.to_owned(), message: message.into(), remedy }
    }
}
