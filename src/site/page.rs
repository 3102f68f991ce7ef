//! The data that each page carries: what its viewer needs to take the page over without asking for more.

use serde::Serialize;

use crate::article::json::from_json_object;
use crate::article::{Article, FromJson, Json, Language, Reading};

use super::{Card, Lenient, Overview, Permalink};

/// The `id` of the script element that holds a page's [`PageData`].
pub const PAGE_DATA_ID: &str = "page-data";

/// Everything that a prerendered page was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageData {
    /// [`VERSION`](super::VERSION).
    pub backissue: u32,
    /// The same on all pages.
    pub site: SiteName,
    /// This page's own.
    pub page: Page,
}

/// What all pages say of the site.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SiteName {
    /// The archive's name.
    pub title: String,
    /// One sentence on what it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The language of the most part of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Copyright or licence notice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rights: Option<String>,
    /// Links that stand on every page.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub menu: Vec<MenuLink>,
}

/// A link of the menu.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MenuLink {
    /// What is shown.
    pub name: String,
    /// An absolute URL, or a path of the site from its root: `/about/`.
    pub url: String,
}

/// The three kinds of page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Page {
    /// A page of the whole list.
    List(Box<ListPage>),
    /// An article.
    Article(Box<ArticlePage>),
    /// The page for unknown addresses.
    Lost,
}

/// A page of the whole list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListPage {
    /// From 1.
    pub number: u32,
    /// The site as it was when the page was written.
    pub overview: Overview,
    /// Newest first.
    pub cards: Vec<Lenient<Card>>,
}

/// An article and its neighbours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ArticlePage {
    /// Its address.
    pub link: Permalink,
    /// The whole of it.
    pub article: Article,
    /// Minutes to read it, 0 if it has no text.
    pub minutes: u32,
    /// For each of the article's related links, the article of this archive that it leads to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Option<Permalink>>,
    /// Articles to read next, best first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub next: Vec<Card>,
    /// The next older article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub older: Option<Card>,
    /// The next newer article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub newer: Option<Card>,
}

from_json_object!(PageData { backissue, site, page });
from_json_object!(SiteName { title, description, language, rights, menu });
from_json_object!(MenuLink { name, url });
from_json_object!(ListPage { number, overview, cards });
from_json_object!(ArticlePage { link, article, minutes, related, next, older, newer });

impl FromJson for Page {
    fn from_json(json: &Json<'_>, reading: &mut Reading) -> Self {
        const KINDS: &str = "a list, an article or lost";
        if matches!(json, Json::String(text) if text == "lost") {
            return Self::Lost;
        }
        match reading.kind(json, KINDS) {
            ("list", json) => Self::List(FromJson::from_json(json, reading)),
            ("article", json) => Self::Article(FromJson::from_json(json, reading)),
            _ => {
                reading.expected(KINDS);
                Self::Lost
            }
        }
    }
}

/// The JSON of a page's [`PageData`] inside the page's HTML.
#[must_use]
pub fn page_json(html: &str) -> Option<&str> {
    let start = html.find(&format!("id=\"{PAGE_DATA_ID}\""))?;
    let start = start + html[start..].find('>')? + 1;
    let end = start + html[start..].find("</script>")?;
    Some(html[start..end].trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_is_found_in_a_page() {
        let html = r#"<p>x</p><script type="application/json" id="page-data">{"a":1}</script><p>"#;
        assert_eq!(page_json(html), Some(r#"{"a":1}"#));
        assert_eq!(page_json("<p>no data</p>"), None);
        assert_eq!(page_json(r#"<script id="page-data">{"a":"#), None);
    }
}
