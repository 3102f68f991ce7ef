//! The pages of a site, each a job that can be done apart from the others.

use crate::archive::Archive;
use crate::site::{Page, Route};

use super::plan::Plan;

/// A page to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Job {
    /// A page of the whole list, from 1.
    List(u32),
    /// An article, by its number.
    Article(usize),
    /// The page for unknown addresses.
    Lost,
}

impl Plan {
    /// All pages of the site.
    pub(super) fn jobs(&self) -> Vec<Job> {
        let lists = (1..=self.pages()).map(Job::List);
        let articles = (0..self.articles()).map(Job::Article);
        lists.chain(articles).chain([Job::Lost]).collect()
    }

    /// Where a page is, and what it shows.
    pub(super) fn page(&self, archive: &Archive, job: Job) -> (Route, Page) {
        match job {
            Job::List(number) => (Route::List(number), Page::List(Box::new(self.list_page(number)))),
            Job::Article(number) => {
                let page = self.article_page(archive, number);
                (Route::Article(page.link.clone()), Page::Article(Box::new(page)))
            }
            Job::Lost => (Route::NotFound("/404.html".to_owned()), Page::Lost),
        }
    }
}
