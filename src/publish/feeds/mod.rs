//! What machines ask a site for: feeds, a sitemap, rules for robots. Gives files by path and content; writes nothing.
//! All of it needs absolute addresses, so a site that knows none has the rules alone.

mod atom;
mod content;
mod date;
mod item;
mod json_feed;
mod robots;
mod rss;
mod sitemap;
mod xml;

use std::collections::HashSet;

use crate::archive::Archive;
use crate::article::Tag;
use crate::find::Facet;
use crate::site::{SiteName, facet_slug};

use super::config::{BaseUrl, Config};
use atom::Depth;
use item::Item;

/// Articles in a feed of the whole site.
const IN_SITE_FEED: usize = 50;

/// Articles in the feed of a tag or a section.
const IN_FACET_FEED: usize = 20;

/// A file of the site.
type File = (String, Vec<u8>);

/// What the feeds of a site are made from.
pub(super) struct Feeds<'a> {
    /// The articles.
    pub archive: &'a Archive,
    /// The site's name and the like.
    pub site: &'a SiteName,
    /// What the owner decides.
    pub config: &'a Config,
    /// The sections that have a page.
    pub sections: Vec<&'a Facet<String>>,
    /// The tags that have a page.
    pub tags: Vec<&'a Facet<Tag>>,
    /// Pages of the whole list.
    pub list_pages: u32,
}

/// A feed's own words.
struct Channel<'a> {
    title: String,
    site: &'a SiteName,
    config: &'a Config,
    base: &'a BaseUrl,
    /// The feed's path in the site.
    path: String,
    /// The path of the page that it follows.
    page: String,
}

impl<'a> Feeds<'a> {
    /// All files, one after another; each is made when it is asked for.
    pub(super) fn files(&self) -> impl Iterator<Item = File> {
        let absolute = self.config.base_url.as_ref().map(|base| {
            self.of_site(base)
                .chain(self.of_facets(base, "section", &self.sections, String::as_str))
                .chain(self.of_facets(base, "tag", &self.tags, Tag::as_str))
                .chain(sitemap::files(self, base))
        });
        robots::files(self.config).into_iter().chain(absolute.into_iter().flatten())
    }

    fn of_site<'s>(&'s self, base: &'s BaseUrl) -> impl Iterator<Item = File> + 's {
        type Write = fn(&Channel<'_>, &[Item<'_>]) -> Vec<u8>;
        let formats: [(&str, Write); 3] = [
            ("feed.xml", |channel, items| atom::write(channel, items, Depth::Whole)),
            ("rss.xml", rss::write),
            ("feed.json", json_feed::write),
        ];
        formats.into_iter().map(move |(path, write)| {
            let numbers = 0..self.archive.entries().len().min(IN_SITE_FEED);
            let channel = self.channel(base, self.site.title.clone(), path.to_owned(), String::new());
            (path.to_owned(), write(&channel, &self.items(base, numbers)))
        })
    }

    /// One Atom feed for each value, its newest articles in short.
    fn of_facets<'s, T>(
        &'s self,
        base: &'s BaseUrl,
        folder: &'s str,
        facets: &'s [&Facet<T>],
        text: fn(&T) -> &str,
    ) -> impl Iterator<Item = File> + 's {
        facets.iter().map(move |facet| {
            let page = format!("{folder}/{}/", facet_slug(text(&facet.value)));
            let path = format!("{page}feed.xml");
            let title = format!("{} · {}", text(&facet.value), self.site.title);
            let numbers = facet.posting.iter().take(IN_FACET_FEED).map(|number| *number as usize);
            let items = self.items(base, numbers);
            (path.clone(), atom::write(&self.channel(base, title, path, page), &items, Depth::Summary))
        })
    }

    fn channel(&'a self, base: &'a BaseUrl, title: String, path: String, page: String) -> Channel<'a> {
        Channel { title, site: self.site, config: self.config, base, path, page }
    }

    fn items(&'a self, base: &'a BaseUrl, numbers: impl Iterator<Item = usize>) -> Vec<Item<'a>> {
        let entries = numbers.filter_map(|number| self.archive.entries().get(number));
        entries.map(|entry| Item::of(entry, base, self.config)).collect()
    }
}

/// Values that differ in case alone have the same page, which is that of the commonest.
pub(super) fn with_own_slugs<T>(facets: &[Facet<T>], text: fn(&T) -> &str) -> Vec<&Facet<T>> {
    let mut seen = HashSet::new();
    facets.iter().filter(|facet| seen.insert(facet_slug(text(&facet.value)))).collect()
}

impl Channel<'_> {
    /// The feed's own address.
    fn address(&self) -> String {
        format!("{}{}", self.base.as_str(), self.path)
    }

    /// The address of the page that it follows.
    fn home(&self) -> String {
        format!("{}{}", self.base.as_str(), self.page)
    }

    fn language(&self) -> Option<&str> {
        self.site.language.as_ref().map(|language| language.as_str())
    }

    fn logo(&self) -> Option<String> {
        self.config.logo.as_ref().map(|logo| self.base.join(logo.as_str()))
    }
}
