//! Prints pages: every core takes one job after another, renders its page and writes it.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::archive::Archive;
use crate::article::Language;
use crate::site::{Page, PageData, Route, VERSION, relative, with_root};
use crate::view::Facts;

use super::gallery::Gallery;
use super::head::{Letterhead, Subject};
use super::job::Job;
use super::json::script_json;
use super::offline::Kit;
use super::plan::Plan;
use super::prerender::{render, render_about, render_offline, render_packed, render_tags};
use super::staging::Staging;
use super::template::Filling;
use super::{Publication, PublishError, Viewer, pictures};

/// What all pages of a site are made with.
pub(super) struct Press<'a> {
    pub archive: &'a Archive,
    pub plan: &'a Plan,
    pub viewer: &'a Viewer,
    pub publication: &'a Publication<'a>,
    pub letterhead: &'a Letterhead<'a>,
    /// Where share pictures come from, if the site has any.
    pub gallery: Option<&'a Gallery<'a>>,
    /// What makes it readable without a connection, if it is to be.
    pub kit: Option<&'a Kit>,
    pub staging: &'a Staging,
}

/// What a core writes a page on, and the next one again: to make so much room anew takes longer than to fill it.
#[derive(Default)]
struct Desk {
    head: String,
    json: Vec<u8>,
    app: String,
    html: String,
}

impl Press<'_> {
    /// Prints all pages. After the first that fails no more are begun.
    pub(super) fn print(&self, jobs: &[Job]) -> Result<(), PublishError> {
        self.publication.progress.begin(jobs.len());
        let next = AtomicUsize::new(0);
        let workers = thread::available_parallelism().map_or(1, NonZero::get).min(jobs.len());
        thread::scope(|scope| {
            let workers: Vec<_> = (0..workers).map(|_| scope.spawn(|| self.work(jobs, &next))).collect();
            workers.into_iter().try_for_each(|worker| match worker.join() {
                Ok(result) => result,
                Err(panic) => std::panic::resume_unwind(panic),
            })
        })
    }

    /// Prints the page that is shown where there is no connection; nobody is led there, so it counts as none.
    pub(super) fn print_offline(&self) -> Result<(), PublishError> {
        self.print_page(&Job::Offline, &mut Desk::default())
    }

    fn work(&self, jobs: &[Job], next: &AtomicUsize) -> Result<(), PublishError> {
        let mut desk = Desk::default();
        while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            if let Err(error) = self.print_page(job, &mut desk) {
                next.store(jobs.len(), Ordering::Relaxed);
                return Err(error);
            }
            self.publication.progress.printed();
        }
        Ok(())
    }

    /// What the page about the archive says.
    fn facts(&self) -> Facts {
        let overview = &self.plan.overview;
        Facts {
            text: self.publication.config.about.clone().or_else(|| self.plan.site.description.clone()),
            articles: overview.articles,
            span: overview.span,
            sections: overview.sections.clone(),
            tags: overview.tags_in_all,
            has_feeds: self.publication.config.base_url.is_some(),
            has_remote_pictures: pictures::are_elsewhere(self.archive),
        }
    }

    fn print_page(&self, job: &Job, desk: &mut Desk) -> Result<(), PublishError> {
        let (route, page) = self.plan.page(self.archive, job);
        let lost = matches!(page, Page::Lost | Page::Packed);
        let base = self.publication.base_path.as_str();
        let data = PageData { backissue: VERSION, site: self.plan.site.clone(), page };
        let root = if lost { base.to_owned() } else { relative(&route.path()) };
        let share_picture = match (&data.page, self.gallery) {
            (Page::Article(page), Some(gallery)) => gallery.hang(page, self.staging)?,
            _ => None,
        };
        let subject =
            Subject { data: &data, route: &route, root: &root, share_picture: share_picture.as_deref() };
        let Desk { head, json, app, html } = desk;
        self.letterhead.head(&subject, head);
        let json = script_json(&data, json);
        app.clear();
        match (&data.page, job) {
            (Page::About, Job::Offline) => render_offline(data.site, app),
            (Page::About, Job::Tags(order, number)) => {
                render_tags(&route, base, data.site, &self.plan.tags.page(*order, *number), app);
            }
            (Page::About, _) => render_about(base, data.site, &self.facts(), app),
            (Page::Packed, _) => render_packed(&route, base, data.site, app),
            _ => render(&route, base, data, app),
        };
        let language = self.plan.site.language.as_ref().map(Language::as_str);
        let (root, scripts) = (root.as_str(), &self.scripts(job, &root));
        self.viewer.template().fill(&Filling { root, language, head, app, json, scripts }, html);
        let file = match &route {
            Route::NotFound(path) => path.clone(),
            route => format!("{}index.html", route.path()),
        };
        self.staging.write(file.trim_start_matches('/'), html.as_bytes())
    }

    /// The scripts of a page beside the viewer's.
    fn scripts(&self, job: &Job, root: &str) -> Vec<String> {
        let keep = self.kit.filter(|_| matches!(job, Job::About | Job::Offline));
        let keep = keep.map(|kit| with_root(root, &kit.script));
        keep.into_iter().chain(self.publication.scripts.iter().cloned()).collect()
    }
}
