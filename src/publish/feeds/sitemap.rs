//! The sitemap (<https://www.sitemaps.org/protocol.html>): all pages that search engines may keep.

use crate::article::Timestamp;
use crate::publish::Articles;
use crate::publish::config::BaseUrl;
use crate::publish::head::Origin;
use crate::publish::plan::permalink;
use crate::site::{Route, TagOrder};

use super::xml::Xml;
use super::{Feeds, File};

/// The sitemap, or the index of its parts.
pub(super) const PATH: &str = "sitemap.xml";

const NAMESPACE: [(&str, &str); 1] = [("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")];

/// The most that a part may hold.
#[derive(Clone, Copy)]
struct Limits {
    addresses: usize,
    bytes: usize,
}

/// By the protocol; what a part has around its addresses is left free.
const LIMITS: Limits = Limits { addresses: 50_000, bytes: 50 * 1024 * 1024 - 1024 };

/// One page.
struct Address {
    /// Below the root, without a slash before it.
    path: String,
    changed: Option<String>,
}

/// The sitemap, in as many parts as it takes.
pub(super) fn files(feeds: &Feeds<'_>, base: &BaseUrl) -> Vec<File> {
    split(pages(feeds), base, LIMITS)
}

fn pages<'a>(feeds: &'a Feeds<'_>) -> impl Iterator<Item = Address> + 'a {
    let plain = |route: Route| Address { path: route.path()[1..].to_owned(), changed: None };
    let lists = (1..=feeds.list_pages).map(move |number| plain(Route::List(number)));
    let topics = feeds.topics.iter().map(move |topic| plain(topic.route()));
    let orders = [TagOrder::Count, TagOrder::Name].into_iter();
    let tags = orders.flat_map(move |order| (1..=feeds.tag_pages).map(move |n| plain(Route::Tags(order, n))));
    let about = [plain(Route::About)];
    let own = |entry: &&crate::archive::Entry| Origin::of(&entry.article, feeds.config) == Origin::Own;
    let entries = match feeds.articles {
        Articles::Pages => feeds.archive.entries(),
        // A host says of their addresses that nothing is there.
        Articles::Packs => &[],
    };
    let articles = entries.iter().filter(own).map(|entry| Address {
        path: format!("{}/", permalink(entry)),
        changed: entry.article.modified.or(entry.article.published).map(changed),
    });
    lists.chain(topics).chain(tags).chain(about).chain(articles)
}

/// With a time only if its zone is known: a W3C date has both or neither.
fn changed(at: Timestamp) -> String {
    match (at.time, at.offset) {
        (Some(_), Some(_)) => at.to_string(),
        _ => at.date.to_string(),
    }
}

fn split(addresses: impl Iterator<Item = Address>, base: &BaseUrl, limits: Limits) -> Vec<File> {
    let mut parts: Vec<Part> = vec![Part::new()];
    for address in addresses {
        let mut last = parts.pop().unwrap_or_else(Part::new);
        let url = format!("{}{}", base.as_str(), address.path);
        // No escape is longer than six letters.
        let longest = url.len() * 6 + 100;
        if last.addresses == limits.addresses || last.bytes + longest > limits.bytes {
            parts.push(std::mem::replace(&mut last, Part::new()));
        }
        last.push(&url, longest, address.changed.as_deref());
        parts.push(last);
    }
    let files: Vec<Vec<u8>> = parts.into_iter().map(Part::into_bytes).collect();
    match <[Vec<u8>; 1]>::try_from(files) {
        Ok([only]) => vec![(PATH.to_owned(), only)],
        Err(files) => indexed(files, base),
    }
}

/// A sitemap file in the making.
struct Part {
    xml: Xml,
    addresses: usize,
    /// An upper bound.
    bytes: usize,
}

impl Part {
    fn new() -> Self {
        let mut xml = Xml::new();
        xml.open("urlset", &NAMESPACE);
        Self { xml, addresses: 0, bytes: 0 }
    }

    fn push(&mut self, url: &str, longest: usize, changed: Option<&str>) {
        self.xml.open("url", &[]);
        self.xml.text("loc", url);
        if let Some(changed) = changed {
            self.xml.text("lastmod", changed);
        }
        self.xml.close("url");
        self.addresses += 1;
        self.bytes += longest;
    }

    fn into_bytes(mut self) -> Vec<u8> {
        self.xml.close("urlset");
        self.xml.into_bytes()
    }
}

fn indexed(files: Vec<Vec<u8>>, base: &BaseUrl) -> Vec<File> {
    let mut xml = Xml::new();
    xml.open("sitemapindex", &NAMESPACE);
    let name = |part: usize| format!("sitemap-{}.xml", part + 1);
    for part in 0..files.len() {
        xml.open("sitemap", &[]);
        xml.text("loc", &format!("{}{}", base.as_str(), name(part)));
        xml.close("sitemap");
    }
    xml.close("sitemapindex");
    let parts = files.into_iter().enumerate().map(|(part, bytes)| (name(part), bytes));
    std::iter::once((PATH.to_owned(), xml.into_bytes())).chain(parts).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(addresses: usize, limits: Limits) -> Vec<String> {
        let base = BaseUrl::try_from("https://example.org/a".to_owned()).unwrap();
        let all = (0..addresses).map(|number| Address { path: format!("{number}/"), changed: None });
        split(all, &base, limits).into_iter().map(|(path, _)| path).collect()
    }

    #[test]
    fn parts_are_split_at_both_limits() {
        let by_count = Limits { addresses: 3, bytes: 10_000 };
        assert_eq!(names(0, by_count), [PATH]);
        assert_eq!(names(3, by_count), [PATH]);
        assert_eq!(names(4, by_count), [PATH, "sitemap-1.xml", "sitemap-2.xml"]);
        let by_bytes = Limits { addresses: 100, bytes: 500 };
        assert_eq!(names(4, by_bytes), [PATH, "sitemap-1.xml", "sitemap-2.xml"]);
    }
}
