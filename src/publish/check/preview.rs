//! What others show of a page.

use serde::Serialize;

use super::scan::Scan;
use super::structured::Structured;

/// What others show of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Preview {
    /// The page's file, from the site's root.
    pub page: String,
    /// A chat app.
    pub chat: Chat,
    /// A search engine.
    pub search: SearchResult,
    /// Zotero.
    pub citation: Citation,
    /// A browser's reader mode.
    pub reader: ReaderMode,
}

/// The card below a link in a chat: Open Graph, else Twitter's metadata, else the page's.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Chat {
    /// In bold.
    pub title: Option<String>,
    /// Below.
    pub description: Option<String>,
    /// Absolute, as chat apps need it.
    pub image: Option<String>,
    /// Above.
    pub site: Option<String>,
}

/// An entry in a list of results.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SearchResult {
    /// The link.
    pub title: Option<String>,
    /// Below.
    pub description: Option<String>,
    /// The address that is listed instead.
    pub canonical: Option<String>,
    /// Whether this page may be listed itself.
    pub indexed: bool,
    /// The type of its structured data.
    pub structured: Option<String>,
}

/// An entry in a library.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Citation {
    /// Zotero's type of item.
    pub item: &'static str,
    /// The title.
    pub title: Option<String>,
    /// In the order of the byline.
    pub authors: Vec<String>,
    /// As the page gives it.
    pub date: Option<String>,
    /// What it appeared in.
    pub publication: Option<String>,
    /// Where it is.
    pub url: Option<String>,
}

/// The text alone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ReaderMode {
    /// The headline.
    pub headline: Option<String>,
    /// Below.
    pub byline: Option<String>,
    /// Of the text.
    pub characters: usize,
}

impl Preview {
    pub(super) fn of(page: &str, scan: &Scan, structured: &Structured, indexed: bool) -> Self {
        let meta = |names: &[&str]| names.iter().find_map(|name| scan.meta(name)).map(str::to_owned);
        let description = || meta(&["description"]);
        Self {
            page: page.to_owned(),
            chat: Chat {
                title: meta(&["og:title", "twitter:title"]).or_else(|| scan.title.clone()),
                description: meta(&["og:description", "twitter:description"]).or_else(description),
                image: meta(&["og:image", "twitter:image"]),
                site: meta(&["og:site_name"]),
            },
            search: SearchResult {
                title: scan.title.clone(),
                description: description(),
                canonical: scan.canonical.clone(),
                indexed,
                structured: structured.kind.clone(),
            },
            citation: citation(scan, structured),
            reader: ReaderMode {
                headline: scan.headline.clone(),
                byline: scan.byline.clone(),
                characters: scan.characters,
            },
        }
    }
}

/// By the order of Zotero's translator for embedded metadata.
fn citation(scan: &Scan, structured: &Structured) -> Citation {
    let meta = |names: &[&str]| names.iter().find_map(|name| scan.meta(name)).map(str::to_owned);
    let article = structured.kind.as_deref() == Some("NewsArticle");
    let authors =
        ["citation_author", "author", "article:author"].iter().find_map(|name| scan.meta.get(*name));
    Citation {
        item: if article { "newspaperArticle" } else { "webpage" },
        title: meta(&["citation_title", "og:title"])
            .or_else(|| structured.headline.clone())
            .or_else(|| scan.title.clone()),
        authors: authors.cloned().unwrap_or_else(|| structured.authors.clone()),
        date: meta(&["citation_publication_date", "citation_date", "article:published_time"])
            .or_else(|| structured.published.clone()),
        publication: meta(&["citation_journal_title", "og:site_name"])
            .or_else(|| structured.publisher.clone()),
        url: meta(&["og:url"]).or_else(|| scan.canonical.clone()),
    }
}
