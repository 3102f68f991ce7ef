//! Writes a site: prerendered pages and data files. With `cli` the only place that touches the disk.

mod compress;
mod embedded;
mod error;
mod head;
mod job;
mod json;
mod moved;
mod limits;
mod next_reads;
mod pictures;
mod place;
mod plan;
mod prerender;
mod press;
mod progress;
mod staging;
mod summary;
mod template;
mod topic;
mod viewer;

use std::path::{Path, PathBuf};

use crate::archive::Archive;
use crate::site::OVERVIEW_PATH;

pub use compress::Precompress;
pub use error::PublishError;
use json::json;
use moved::moved_page;
pub use limits::{Excess, HOSTS, HostLimits, SiteSize, Unit};
use plan::Plan;
use press::Press;
pub use progress::{Progress, Silent};
use staging::Staging;
pub use summary::{Summary, Tally};
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
    /// Whether compressed files are put beside the others.
    pub precompress: Precompress,
    /// Is told how it goes on.
    pub progress: &'a dyn Progress,
}

impl<'a> Publication<'a> {
    /// A site at the root of its host, with the pictures of this folder, written in silence.
    #[must_use]
    pub fn to(site: &'a Path) -> Self {
        Self {
            beside: PathBuf::new(),
            site,
            base_path: "/".to_owned(),
            scripts: Vec::new(),
            precompress: Precompress::No,
            progress: &Silent,
        }
    }
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
    let staging = Staging::open(publication.site, publication.precompress)?;
    for (path, bytes) in viewer.files() {
        staging.write(path, bytes)?;
    }
    write_data(&plan, &staging)?;
    let jobs = plan.jobs();
    Press { archive, plan: &plan, viewer, publication, staging: &staging }.print(&jobs)?;
    for (from, number) in plan.moved(archive) {
        let entry = &archive.entries()[number];
        let page = moved_page(&from, plan.link(number), &entry.article.title);
        staging.write(&format!("{from}/index.html"), page.as_bytes())?;
    }
    let missing_pictures = pictures::copy(archive, &publication.beside, &staging)?;
    let tally = staging.close()?;
    Ok(Summary { articles: plan.articles(), pages: jobs.len(), missing_pictures, tally })
}

fn write_data(plan: &Plan, staging: &Staging) -> Result<(), PublishError> {
    for (path, chunk) in plan.chunks() {
        staging.write(&path, chunk.as_bytes())?;
    }
    let (path, index) = plan.index();
    staging.write(path, index)?;
    staging.write(OVERVIEW_PATH, json(&plan.overview).as_bytes())
}
