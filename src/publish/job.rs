//! The pages of a site, each a job that can be done apart from the others.

use std::collections::HashSet;

use crate::archive::Archive;
use crate::site::{Page, Permalink, Route, TagOrder};

use super::offline::{LOST_PAGE, OFFLINE_PAGE};
use super::plan::Plan;

/// A page to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Job {
    /// A page of the whole list, from 1.
    List(u32),
    /// A topic by its place among those with pages, and its page, from 1.
    Topic(usize, u32),
    /// A page of all tags, from 1.
    Tags(TagOrder, u32),
    /// An article, by its number.
    Article(usize),
    /// What the archive is.
    About,
    /// The page for unknown addresses.
    Lost,
    /// The page for what was never opened, where there is no connection.
    Offline,
}

impl Plan {
    /// All pages of the site.
    pub(super) fn jobs(&self) -> Vec<Job> {
        let lists = (1..=self.pages()).map(Job::List);
        let topics = self.topics.pages().map(|(place, page)| Job::Topic(place, page));
        let orders = [TagOrder::Count, TagOrder::Name].into_iter();
        let tags = orders.flat_map(|order| (1..=self.tags.pages()).map(move |n| Job::Tags(order, n)));
        let articles = if self.is_packed() { 0 } else { self.articles() };
        let articles = (0..articles).map(Job::Article);
        lists.chain(topics).chain(tags).chain(articles).chain([Job::About, Job::Lost]).collect()
    }

    /// The addresses that articles had before, and the articles' numbers. One that another article has now is not among them.
    pub(super) fn moved<'a>(&'a self, archive: &'a Archive) -> impl Iterator<Item = (Permalink, usize)> {
        let taken: HashSet<&Permalink> = self.links().collect();
        let entries = archive.entries().iter().enumerate();
        let former = entries.flat_map(|(number, entry)| {
            let date = entry.article.published.map(|at| at.date);
            entry.former_slugs.iter().map(move |slug| (Permalink { date, slug: slug.clone() }, number))
        });
        former.filter(move |(link, _)| !taken.contains(link))
    }

    /// Where a page is, and what it shows.
    pub(super) fn page(&self, archive: &Archive, job: &Job) -> (Route, Page) {
        match job {
            Job::List(number) => (Route::List(*number), Page::List(Box::new(self.list_page(*number)))),
            Job::Topic(place, number) => {
                let page = self.topic_page(*place, *number);
                (page.route(), Page::List(Box::new(page)))
            }
            Job::Tags(order, number) => (Route::Tags(*order, *number), Page::About),
            Job::About => (Route::About, Page::About),
            Job::Article(number) => {
                let page = self.article_page(archive, *number);
                (Route::Article(page.link.clone()), Page::Article(Box::new(page)))
            }
            Job::Lost => {
                let page = if self.is_packed() { Page::Packed } else { Page::Lost };
                (Route::NotFound(format!("/{LOST_PAGE}")), page)
            }
            Job::Offline => (Route::NotFound(format!("/{OFFLINE_PAGE}")), Page::About),
        }
    }
}
