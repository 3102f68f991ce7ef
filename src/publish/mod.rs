//! Writes a site: prerendered pages and data files. With `cli` the only place that touches the disk.

pub mod check;
mod compress;
pub mod config;
mod draft;
mod embedded;
mod error;
mod feeds;
mod gallery;
mod head;
mod inside;
mod integrity;
mod job;
mod json;
mod limits;
mod moved;
mod next_reads;
mod offline;
mod pack;
mod pictures;
mod place;
mod plan;
mod prerender;
mod press;
mod progress;
mod room;
mod share_picture;
mod single_file;
mod staging;
mod start;
mod style;
mod summary;
mod tag_table;
mod template;
mod topic;
mod viewer;

use std::path::{Path, PathBuf};

use crate::archive::{Archive, Entry};
use crate::site::{OVERVIEW_PATH, Overview};

pub use compress::Precompress;
pub use config::Config;
pub(crate) use draft::draft;
pub use error::PublishError;
use feeds::Feeds;
use gallery::Gallery;
use head::{Letterhead, Origin, Policy, Sources};
use json::json;
pub use limits::{Excess, HOSTS, HostLimits, SiteSize, Unit};
use moved::moved_page;
use offline::Kit;
pub use offline::Offline;
pub use pack::Articles;
pub(crate) use pictures::file as picture_file;
use plan::Plan;
use press::Press;
pub use progress::{Progress, Silent};
pub use share_picture::{
    Fonts, MissingLetters, Palette, Rgb, SHARE_PICTURE_SIZE, SharePictures, ShareText, share_picture_path,
    wants_share_picture,
};
pub use single_file::{PictureLimits, SingleFile, SingleFileSummary, publish_single_file};
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
    /// What the site's owner decides.
    pub config: &'a Config,
    /// Scripts for the pages that are not the viewer's: absolute paths on the host.
    pub scripts: Vec<String>,
    /// Whether compressed files are put beside the others.
    pub precompress: Precompress,
    /// How articles are kept.
    pub articles: Articles,
    /// Whether the site can be kept in a browser.
    pub offline: Offline,
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
            config: Config::unset(),
            scripts: Vec::new(),
            precompress: Precompress::No,
            articles: Articles::Pages,
            offline: Offline::Yes,
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
    let Publication { config, .. } = publication;
    let plan = Plan::of(archive, config, publication.precompress, publication.articles);
    let staging = Staging::open(publication.site, publication.precompress, publication.offline)?;
    for (path, bytes) in viewer.files() {
        staging.write(path, bytes)?;
    }
    let (packs, packs_in_all) = match publication.articles {
        Articles::Packs => {
            let (list, packs) = pack::write(&plan, archive, &staging)?;
            (Some(list), packs)
        }
        Articles::Pages => (None, 0),
    };
    write_data(&plan, packs, &staging)?;
    let jobs = plan.jobs();
    let gallery = Gallery::of(&plan.site, config);
    let scripts = viewer.template().inline_scripts();
    let policy = scripts.fold(Policy::of(Sources::Site), Policy::with_script);
    let kit = (publication.offline == Offline::Yes).then(|| Kit::of(&plan.site, config));
    let letterhead = Letterhead::new(config, &policy, viewer.style(), kit.as_ref());
    let press = Press {
        archive,
        plan: &plan,
        viewer,
        publication,
        letterhead: &letterhead,
        gallery: gallery.as_ref(),
        kit: kit.as_ref(),
        staging: &staging,
    };
    press.print(&jobs)?;
    for (from, number) in plan.moved(archive).filter(|_| !plan.is_packed()) {
        let entry = &archive.entries()[number];
        let page = moved_page(&from, plan.link(number), &entry.article.title);
        staging.write(&format!("{from}/index.html"), page.as_bytes())?;
    }
    write_feeds(archive, &plan, config, &staging)?;
    write_logo(config, &staging)?;
    let missing_pictures = pictures::copy(archive, &publication.beside, &staging)?;
    match &kit {
        Some(kit) => {
            kit.write(&staging)?;
            press.print_offline()?;
            kit.write_worker(viewer, plan.index().0, publication.articles, &staging)?;
        }
        None => offline::write_farewell(&staging)?,
    }
    let is_elsewhere = |entry: &&Entry| Origin::of(&entry.article, config) != Origin::Own;
    Ok(Summary {
        articles: plan.articles(),
        pages: jobs.len(),
        packs: packs_in_all,
        missing_pictures,
        unwritable: gallery.as_ref().map_or(0, Gallery::unwritable),
        lacks_base_url: config.base_url.is_none(),
        elsewhere: archive.entries().iter().filter(is_elsewhere).count(),
        tally: staging.close()?,
    })
}

fn write_feeds(
    archive: &Archive,
    plan: &Plan,
    config: &Config,
    staging: &Staging,
) -> Result<(), PublishError> {
    let topics = &plan.topics.with_pages;
    let articles = if plan.is_packed() { Articles::Packs } else { Articles::Pages };
    let feeds = Feeds {
        archive,
        site: &plan.site,
        inside: &plan.inside,
        config,
        topics,
        list_pages: plan.pages(),
        tag_pages: plan.tags.pages(),
        articles,
    };
    feeds.files().try_for_each(|(path, bytes)| staging.write(&path, &bytes))
}

fn write_logo(config: &Config, staging: &Staging) -> Result<(), PublishError> {
    let Some(logo) = &config.logo else { return Ok(()) };
    let file = config.folder.join(logo.as_str());
    let bytes = std::fs::read(&file).map_err(PublishError::read(&file))?;
    staging.write(logo.as_str(), &bytes)
}

fn write_data(plan: &Plan, packs: Option<String>, staging: &Staging) -> Result<(), PublishError> {
    for (path, chunk) in plan.chunks() {
        staging.write(&path, chunk.as_bytes())?;
    }
    let (path, index) = plan.index();
    staging.write(path, index)?;
    plan.index_parts().try_for_each(|(path, part)| staging.write(&path, &part))?;
    let overview = Overview { packs, ..plan.overview.clone() };
    staging.write(OVERVIEW_PATH, json(&overview).as_bytes())
}
