//! What a page says of itself in its `<head>`: to browsers, search engines, chat apps and reference managers.

mod accent;
mod elements;
mod excerpt;
mod facts;
mod linked_data;
mod picture;
mod policy;
mod social;

use crate::site::{PageData, Route, with_root};

use super::config::Config;
use super::feeds::open_search;
use super::offline::{Kit, MANIFEST_PATH};
use super::style::{Layout, Style};
use elements::Elements;
pub(super) use elements::escape;
pub(super) use excerpt::description;
pub(super) use facts::Origin;
use facts::{Facts, Kind};
pub(super) use picture::previews_show;
pub(super) use policy::{Policy, Sources};

/// What the heads of all pages have in common.
pub(super) struct Letterhead<'a> {
    config: &'a Config,
    dresses: [Dress; Layout::ALL.len()],
    kit: Option<&'a Kit>,
}

/// What the pages of a layout have inside to be painted with, and the policy that lets it pass.
struct Dress {
    style: String,
    policy: String,
}

/// A page as its head sees it.
pub(super) struct Subject<'a> {
    /// What the page shows.
    pub data: &'a PageData,
    /// Its address below the site's root.
    pub route: &'a Route,
    /// The way from it to the site's root.
    pub root: &'a str,
    /// The site's path of a picture for previews, 1200 × 630 pixels, where the article has none that they can show.
    pub share_picture: Option<&'a str>,
}

impl<'a> Letterhead<'a> {
    /// `policy` lets the template's own inline scripts pass.
    pub(super) fn new(config: &'a Config, policy: &Policy, style: &Style, kit: Option<&'a Kit>) -> Self {
        let accent = accent::style(config).unwrap_or_default();
        let dresses = Layout::ALL.map(|layout| {
            let style = [style.inside(layout), &accent].concat();
            let policy = if style.is_empty() { policy.clone() } else { policy.clone().with_style(&style) };
            Dress { policy: policy.to_string(), style }
        });
        Self { config, dresses, kit }
    }

    /// Writes title and metadata of a page, in the place of what `html` held.
    pub(super) fn head(&self, subject: &Subject<'_>, html: &mut String) {
        let site = &subject.data.site;
        let facts = Facts::of(subject, self.config);
        let dress = &self.dresses[Layout::of(&subject.data.page, subject.route) as usize];
        let mut head = Elements::new(html);
        head.http_equiv("Content-Security-Policy", &dress.policy);
        head.title(&facts.title);
        if let Some(description) = &facts.description {
            head.name("description", description);
        }
        if facts.is_kept_from_search() {
            head.name("robots", "noindex");
        }
        if let Some(canonical) = facts.canonical() {
            head.link("canonical", canonical);
        }
        head.name("referrer", "no-referrer");
        if let Kind::Article(article) = facts.kind {
            article.authors.iter().for_each(|author| head.name("author", &author.name));
        }
        if !matches!(facts.kind, Kind::Lost) {
            let picture = facts.picture(subject, self.config);
            social::describe(&facts, site, picture.as_ref(), &mut head);
            self.link_feeds(&facts, subject, &mut head);
            head.linked_data(&linked_data::describe(&facts, site, picture.as_ref(), self.config));
        }
        if !dress.style.is_empty() {
            head.style(&dress.style);
        }
        if let Some(kit) = self.kit {
            head.link("manifest", &with_root(subject.root, MANIFEST_PATH));
            head.link("apple-touch-icon", &with_root(subject.root, &kit.touch_icon));
        }
    }

    /// Feeds and the search need absolute addresses; so without a base address there are none.
    fn link_feeds(&self, facts: &Facts<'_>, subject: &Subject<'_>, head: &mut Elements<'_>) {
        if self.config.base_url.is_none() {
            return;
        }
        for (kind, path, title) in facts.feeds(&subject.data.site) {
            head.feed(kind, &with_root(subject.root, &path), &title);
        }
        head.search(&with_root(subject.root, open_search::PATH), &subject.data.site.title);
    }
}
