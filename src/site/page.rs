//! The data that each page carries: what its viewer needs to take the page over without asking for more.

use serde::Serialize;

use crate::article::json::from_json_object;
use crate::article::{Article, FromJson, Json, Language, Reading, Tag};
use crate::find::{Field, Selection};

use super::{Card, Count, Lenient, Overview, Permalink, Query, Route};

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
    /// The path of the picture that stands before the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<String>,
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

/// The kinds of page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Page {
    /// A page of a list.
    List(Box<ListPage>),
    /// An article.
    Article(Box<ArticlePage>),
    /// What the archive is; the viewer leaves it as it is.
    About,
    /// The page for unknown addresses.
    Lost,
    /// The same where articles are kept in packs: it stands for each of them, too.
    Packed,
}

/// A page of a list: of all articles, or of those of one tag or section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListPage {
    /// From 1.
    pub number: u32,
    /// The site as it was when the page was written, without [`Overview::cards`].
    pub overview: Overview,
    /// Newest first.
    pub cards: Vec<Lenient<Card>>,
    /// The digest that the files with the same cards are named by; empty in a list of one tag or section.
    pub digest: String,
    /// What is special to a list of one tag or section; nothing in the whole list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub narrowed: Option<Narrowed>,
}

/// What a list of one tag or section has for the numbers of the [`Overview`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Narrowed {
    /// The tag that all its articles have, in all its spellings.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub spellings: Vec<Tag>,
    /// The section that all its articles stand in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// How many articles there are in all its pages.
    pub articles: u32,
    /// How many of them each period of [`Overview::periods`] has.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub periods: Vec<u32>,
    /// How many of them, or would be, in each section.
    pub sections: Vec<Count<String>>,
    /// Of the publishers of the [`Overview`], likewise.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub publishers: Vec<Count<String>>,
    /// Of its languages.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Count<String>>,
    /// The [`TOP_TAGS`](super::TOP_TAGS) commonest tags of its articles.
    pub tags: Vec<Count<Tag>>,
    /// How many tags its articles have.
    pub tags_in_all: u32,
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
from_json_object!(SiteName { title, description, language, rights, logo, menu });
from_json_object!(MenuLink { name, url });
from_json_object!(ListPage { number, overview, cards, digest, narrowed });
from_json_object!(Narrowed {
    spellings,
    section,
    articles,
    periods,
    sections,
    publishers,
    languages,
    tags,
    tags_in_all
});
from_json_object!(ArticlePage { link, article, minutes, related, next, older, newer });

impl ListPage {
    /// What is selected in it.
    #[must_use]
    pub fn selection(&self) -> Selection {
        self.narrowed.as_ref().map(Narrowed::selection).unwrap_or_default()
    }

    /// Its address.
    #[must_use]
    pub fn route(&self) -> Route {
        Query { selection: self.selection(), page: self.number }.address().0
    }
}

impl Narrowed {
    fn selection(&self) -> Selection {
        let selection = Selection::of_spellings(self.spellings.clone());
        self.section.iter().fold(selection, |all, section| all.field_toggled(Field::Section, section))
    }
}

impl FromJson for Page {
    fn from_json(json: &Json<'_>, reading: &mut Reading) -> Self {
        const KINDS: &str = "a list, an article, about, lost or packed";
        let named = [("lost", Self::Lost), ("about", Self::About), ("packed", Self::Packed)];
        if let Json::String(text) = json
            && let Some(page) = named.into_iter().find(|(name, _)| name == text)
        {
            return page.1;
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
