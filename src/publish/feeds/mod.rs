//! What machines ask a site for: feeds, a sitemap, rules for robots. Gives files by path and content; writes nothing.
//! All of it needs absolute addresses, so a site that knows none has the rules alone.

mod atom;
mod content;
mod date;
mod item;
mod json_feed;
pub(super) mod open_search;
mod robots;
mod rss;
mod sitemap;
mod xml;

use crate::archive::Archive;
use crate::site::SiteName;

use super::config::{BaseUrl, Config};
use super::inside::Inside;
use super::pack::Articles;
use super::topic::Topic;
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
    /// Tells where links to other pages of a source lead.
    pub inside: &'a Inside,
    /// What the owner decides.
    pub config: &'a Config,
    /// The tags and sections that have pages.
    pub topics: &'a [Topic],
    /// Pages of the whole list.
    pub list_pages: u32,
    /// Pages of all tags, in each order.
    pub tag_pages: u32,
    /// Whether articles have pages of their own.
    pub articles: Articles,
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
            let search = [open_search::file(self.site, base)];
            self.of_site(base).chain(self.of_topics(base)).chain(sitemap::files(self, base)).chain(search)
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

    /// One Atom feed for each tag and section, its newest articles in short.
    fn of_topics<'s>(&'s self, base: &'s BaseUrl) -> impl Iterator<Item = File> + 's {
        self.topics.iter().map(move |topic| {
            let page = topic.route().path().trim_start_matches('/').to_owned();
            let path = format!("{page}feed.xml");
            let title = format!("{} · {}", topic.name(), self.site.title);
            let numbers = topic.articles.iter().take(IN_FACET_FEED).map(|number| *number as usize);
            let items = self.items(base, numbers);
            (path.clone(), atom::write(&self.channel(base, title, path, page), &items, Depth::Summary))
        })
    }

    fn channel(&'a self, base: &'a BaseUrl, title: String, path: String, page: String) -> Channel<'a> {
        Channel { title, site: self.site, config: self.config, base, path, page }
    }

    fn items(&'a self, base: &'a BaseUrl, numbers: impl Iterator<Item = usize>) -> Vec<Item<'a>> {
        let entries = numbers.filter_map(|number| self.archive.entries().get(number));
        entries.map(|entry| Item::of(entry, base, self)).collect()
    }
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
