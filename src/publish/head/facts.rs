//! What is said of a page, whoever it is said to.

use crate::article::{Article, Language, Tag};
use crate::publish::config::{Config, Owner};
use crate::site::{ListPage, Narrowed, Page, Query, Route, SiteName, TagOrder};
use crate::view::{about_title, article_title, list_title, lost_title, offline_title, tags_title};

use super::picture::{Preview, preview};
use super::{Subject, description};

/// What is said of a page.
pub(super) struct Facts<'a> {
    /// The document's title.
    pub title: String,
    /// What the page itself is called.
    pub name: String,
    /// One or two sentences on what it holds.
    pub description: Option<String>,
    /// Its absolute address.
    pub url: Option<String>,
    /// Its language.
    pub language: Option<&'a Language>,
    /// What it is.
    pub kind: Kind<'a>,
    origin: Origin<'a>,
}

/// What a page is.
#[derive(Clone, Copy)]
pub(super) enum Kind<'a> {
    /// The first page of the whole list.
    Home,
    /// Another list.
    Collection,
    /// An article.
    Article(&'a Article),
    /// A page that stands for others: for unknown addresses, or where there is no connection.
    Lost,
}

/// Where a text belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::publish) enum Origin<'a> {
    /// Here.
    Own,
    /// At the address where it was first published, which stays the one to be found.
    Elsewhere(&'a str),
}

impl<'a> Origin<'a> {
    /// Where an article belongs: where it was first published, unless that is this site or the owner says otherwise.
    pub(in crate::publish) fn of(article: &'a Article, config: &Config) -> Self {
        let is_here = |url: &str| config.base_url.as_ref().is_some_and(|base| url.starts_with(base.as_str()));
        match article.url.as_deref() {
            Some(url) if config.text_owner == Owner::Publisher && !is_here(url) => Self::Elsewhere(url),
            _ => Self::Own,
        }
    }
}

impl<'a> Facts<'a> {
    /// The facts of a page.
    pub(super) fn of(subject: &Subject<'a>, config: &Config) -> Self {
        let site = &subject.data.site;
        let facts = match &subject.data.page {
            Page::List(list) => Self::of_list(list, site),
            Page::Article(page) => Self::of_article(&page.article, site, config),
            Page::About => Self::of_fixed(subject.route, site, config),
            Page::Lost => Self::of_stand_in(lost_title(site), site),
            Page::Packed => Self::of_stand_in(site.title.clone(), site),
        };
        match facts.kind {
            Kind::Lost => facts,
            _ => Self { url: config.absolute(&subject.route.path()), ..facts },
        }
    }

    fn of_list(list: &ListPage, site: &'a SiteName) -> Self {
        let title = list_title(site, &Query { selection: list.selection(), page: list.number });
        let mut description = match &list.narrowed {
            Some(narrowed) => Some(narrowed_contents(narrowed, site)),
            None => site.description.clone().or_else(|| contents(list)),
        };
        if let Some(description) = description.as_mut().filter(|_| list.number > 1) {
            description.push_str(&format!(" Page {}.", list.number));
        }
        Self {
            name: title.clone(),
            title,
            description,
            url: None,
            language: site.language.as_ref(),
            kind: if list.number == 1 && list.narrowed.is_none() { Kind::Home } else { Kind::Collection },
            origin: Origin::Own,
        }
    }

    /// Of a page that the viewer leaves as it is.
    fn of_fixed(route: &Route, site: &'a SiteName, config: &Config) -> Self {
        let (title, description) = match route {
            Route::NotFound(_) => return Self::of_stand_in(offline_title(site), site),
            Route::Tags(order, number) => {
                (tags_title(site, *order, *number), Some(all_tags(site, *order, *number)))
            }
            _ => (about_title(site), config.about.clone().or_else(|| site.description.clone())),
        };
        Self { description, kind: Kind::Collection, ..Self::of_stand_in(title, site) }
    }

    fn of_stand_in(title: String, site: &'a SiteName) -> Self {
        Self {
            name: title.clone(),
            title,
            description: None,
            url: None,
            language: site.language.as_ref(),
            kind: Kind::Lost,
            origin: Origin::Own,
        }
    }

    fn of_article(article: &'a Article, site: &'a SiteName, config: &Config) -> Self {
        Self {
            title: article_title(site, &article.title),
            name: article.title.clone(),
            description: description(article).map(Into::into),
            url: None,
            language: article.language.as_ref().or(site.language.as_ref()),
            kind: Kind::Article(article),
            origin: Origin::of(article, config),
        }
    }

    /// Where search engines are led.
    pub(super) fn canonical(&self) -> Option<&str> {
        self.original().or(self.url.as_deref())
    }

    /// Where the text was first published, if it isn't the site's own.
    pub(super) fn original(&self) -> Option<&'a str> {
        match self.origin {
            Origin::Elsewhere(url) => Some(url),
            Origin::Own => None,
        }
    }

    pub(super) fn is_kept_from_search(&self) -> bool {
        self.original().is_some() || matches!(self.kind, Kind::Lost)
    }

    /// The picture of its previews, which needs an absolute address.
    pub(super) fn picture(&self, subject: &Subject<'_>, config: &Config) -> Option<Preview> {
        let lead = match self.kind {
            Kind::Article(article) => article.picture.as_ref(),
            _ => None,
        };
        preview(lead, &self.name, subject.share_picture, config)
    }

    /// Media type, path in the site and title of the feeds that follow the page: all three where readers look for them.
    pub(super) fn feeds(&self, site: &SiteName) -> Vec<(&'static str, String, String)> {
        let feed = |kind, path: &str| (kind, path.to_owned(), site.title.clone());
        let mut feeds = vec![feed("application/atom+xml", "feed.xml")];
        if matches!(self.kind, Kind::Home) {
            feeds.push(feed("application/rss+xml", "rss.xml"));
            feeds.push(feed("application/feed+json", "feed.json"));
        }
        feeds
    }
}

/// What a page of all tags holds.
fn all_tags(site: &SiteName, order: TagOrder, number: u32) -> String {
    let order = match order {
        TagOrder::Count => "commonest first",
        TagOrder::Name => "by name",
    };
    let page = if number > 1 { format!(" Page {number}.") } else { String::new() };
    format!(
        "The tags of {}, {order}, with their share of it over time and what goes together.{page}",
        site.title
    )
}

/// How much a tag or a section holds.
fn narrowed_contents(narrowed: &Narrowed, site: &SiteName) -> String {
    let plural = if narrowed.articles == 1 { "" } else { "s" };
    let spellings: Vec<&str> = narrowed.spellings.iter().map(Tag::as_str).collect();
    let what = narrowed.section.clone().unwrap_or_else(|| spellings.join(" or "));
    format!("{} article{plural} on {what} in {}.", narrowed.articles, site.title)
}

/// How much the archive holds: what is said where nobody described it.
fn contents(list: &ListPage) -> Option<String> {
    let overview = &list.overview;
    let span = overview.span.filter(|_| overview.articles > 1)?;
    let (from, to) = (span.oldest.0.year(), span.newest.0.year());
    let years = if from == to { format!("from {from}") } else { format!("from {from} to {to}") };
    Some(format!("{} articles {years}.", overview.articles))
}
