//! An article as all feeds see it: its address, and an id that stays the same whatever the address becomes.

use url::Url;

use crate::archive::Entry;
use crate::article::{Article, Timestamp};
use crate::publish::config::BaseUrl;
use crate::publish::head::Origin;
use crate::publish::plan::permalink;

use super::Feeds;

/// An article of a feed.
pub(super) struct Item<'a> {
    /// All of it.
    pub article: &'a Article,
    /// An absolute IRI; unique in the archive.
    pub id: String,
    /// Its page in this site.
    pub url: String,
    /// Where it was first published, if it isn't the site's own.
    pub original: Option<&'a str>,
    /// The site's root.
    pub base: &'a BaseUrl,
    feeds: &'a Feeds<'a>,
}

impl<'a> Item<'a> {
    pub(super) fn of(entry: &'a Entry, base: &'a BaseUrl, feeds: &'a Feeds<'a>) -> Self {
        let article = &entry.article;
        let url = address(entry, base);
        let id = if is_iri(&article.id) { article.id.clone() } else { url.clone() };
        let original = match Origin::of(article, feeds.config) {
            Origin::Elsewhere(url) => Some(url),
            Origin::Own => None,
        };
        Self { article, id, url, original, base, feeds }
    }

    /// Where a link to another page of its source leads now.
    pub(super) fn lead(&self, link: &str) -> Option<String> {
        let number = self.feeds.inside.number(link)?;
        Some(address(&self.feeds.archive.entries()[number], self.base))
    }

    /// When it last changed: never before it was published.
    pub(super) fn updated(&self) -> Option<Timestamp> {
        let Article { published, modified, .. } = self.article;
        (*modified).into_iter().chain(*published).max_by_key(Timestamp::order_key)
    }

    /// Who wrote it, else who published it, else on which host: a reader would take a nameless text for the site's own.
    pub(super) fn authors(&self) -> Vec<(&'a str, Option<&'a str>)> {
        let article = self.article;
        let authors = article.authors.iter().map(|person| (person.name.as_str(), person.url.as_deref()));
        let publisher = article.publisher.iter();
        let publisher = publisher.map(|publisher| (publisher.name.as_str(), publisher.url.as_deref()));
        let host = self.original.iter().filter_map(|url| Some((url.split('/').nth(2)?, Some(*url))));
        let is_named = |(name, _): &(&str, Option<&str>)| !name.trim().is_empty();
        let named: Vec<_> = authors.filter(is_named).collect();
        if named.is_empty() { publisher.chain(host).filter(is_named).take(1).collect() } else { named }
    }
}

fn address(entry: &Entry, base: &BaseUrl) -> String {
    format!("{}{}/", base.as_str(), permalink(entry))
}

/// When the newest of them changed.
pub(super) fn newest(items: &[Item<'_>]) -> Option<Timestamp> {
    items.iter().filter_map(Item::updated).max_by_key(Timestamp::order_key)
}

/// Absolute, and letter by letter what RFC 3986 allows.
fn is_iri(text: &str) -> bool {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte));
    is_plain && Url::parse(text).is_ok()
}
