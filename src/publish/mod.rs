//! Writes a site: prerendered pages and data files. With `cli` the only place that touches the disk.

mod error;
mod head;
mod next_reads;
mod pictures;
mod plan;
mod prerender;
mod single_file;
mod staging;
mod template;
mod viewer;

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::archive::Archive;
use crate::site::{OVERVIEW_PATH, Page, PageData, Route, VERSION};

pub use error::PublishError;
use head::Head;
use plan::Plan;
use prerender::Prerenderer;
pub use single_file::{PictureLimits, SingleFile, SingleFileSummary, publish_single_file};
use staging::Staging;
pub use viewer::Viewer;

/// Where a site comes from and goes to.
#[derive(Debug, Clone)]
pub struct Publication<'a> {
    /// The folder that the archive's pictures are relative to.
    pub beside: PathBuf,
    /// The folder that is made or replaced.
    pub site: &'a Path,
    /// The path at which the host will show the site, `/` at both ends; only the page for unknown addresses needs it.
    pub base_path: String,
    /// Scripts for the pages that are not the viewer's: absolute paths on the host.
    pub scripts: Vec<String>,
}

/// What was written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// Articles.
    pub articles: usize,
    /// Pages, articles included.
    pub pages: usize,
    /// Files, pages included.
    pub files: usize,
    /// Bytes in all files.
    pub bytes: u64,
    /// Pictures that the archive names beside itself and that are not there.
    pub missing_pictures: usize,
}

/// Writes the site of an archive.
///
/// # Errors
/// A file can't be read or written, or the site's folder was made by something else.
pub fn publish(
    archive: &Archive,
    viewer: &Viewer,
    publication: &Publication<'_>,
) -> Result<Summary, PublishError> {
    let plan = Plan::of(archive);
    let mut site = Site {
        staging: Staging::open(publication.site)?,
        prerenderer: Prerenderer::new(),
        viewer,
        publication,
        plan: &plan,
        summary: Summary { articles: archive.entries().len(), ..Summary::default() },
    };
    for (path, bytes) in viewer.files() {
        site.staging.write(path, bytes)?;
    }
    site.write_data()?;
    for number in 1..=plan.pages() {
        site.write_page(&Route::List(number), Page::List(Box::new(plan.list_page(number))))?;
    }
    for number in 0..plan.articles() {
        let page = plan.article_page(archive, number);
        site.write_page(&Route::Article(page.link.clone()), Page::Article(Box::new(page)))?;
    }
    site.write_page(&Route::NotFound("/404.html".to_owned()), Page::Lost)?;
    site.summary.missing_pictures = pictures::copy(archive, &publication.beside, &mut site.staging)?;
    let mut summary = site.summary;
    (summary.files, summary.bytes) = site.staging.close()?;
    Ok(summary)
}

struct Site<'a> {
    staging: Staging,
    prerenderer: Prerenderer,
    viewer: &'a Viewer,
    publication: &'a Publication<'a>,
    plan: &'a Plan,
    summary: Summary,
}

impl Site<'_> {
    fn write_data(&mut self) -> Result<(), PublishError> {
        for (path, chunk) in self.plan.chunks() {
            self.staging.write(path, chunk)?;
        }
        let (path, index) = self.plan.index();
        self.staging.write(path, index)?;
        self.staging.write(OVERVIEW_PATH, json(&self.plan.overview).as_bytes())
    }

    fn write_page(&mut self, route: &Route, page: Page) -> Result<(), PublishError> {
        let lost = matches!(route, Route::NotFound(_));
        let base = self.publication.base_path.as_str();
        let data = PageData { backissue: VERSION, site: self.plan.site.clone(), page };
        let head = Head::of(&data);
        let json = json(&data).replace('<', "\\u003c");
        let app = self.prerenderer.render(route, base, data);
        let root = if lost { base.to_owned() } else { crate::site::relative(&route.path()) };
        let html = self.viewer.template().fill(&template::Filling {
            root: &root,
            head: &head,
            app: &app,
            json: &json,
            scripts: &self.publication.scripts,
        });
        let file = if lost { "404.html".to_owned() } else { format!("{}index.html", route.path()) };
        self.summary.pages += 1;
        self.staging.write(file.trim_start_matches('/'), html.as_bytes())
    }
}

/// The shapes of a site hold nothing that JSON can't.
fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("maps have text keys and numbers are finite")
}
