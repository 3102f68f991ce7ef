//! Writes an archive as one HTML file that opens without a host: the first page of the list with the viewer and all data
//! inside. Its addresses stand in the fragment.

mod file;
mod left_out;
mod pictures;
mod shell;

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::archive::Archive;
use crate::site::{
    CARDS_A_CHUNK, CARDS_A_PAGE, FRAGMENT, OVERVIEW_PATH, Page, PageData, Route, SiteName, VERSION,
};

use super::head::escape;
use super::json::json;
use super::plan::Plan;
use super::prerender::render;
use super::{Articles, Config, Precompress, PublishError, Viewer};
use file::Place;
use pictures::Pictures;
use shell::Shell;

/// Where a single file comes from and goes to.
#[derive(Debug, Clone)]
pub struct SingleFile<'a> {
    /// The folder that the archive's pictures are relative to.
    pub beside: PathBuf,
    /// The file that is made or replaced.
    pub file: &'a Path,
    /// What the site's owner decides.
    pub config: &'a Config,
    /// Which pictures are put into it.
    pub limits: PictureLimits,
}

/// How large the pictures inside a single file may be, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PictureLimits {
    /// A picture.
    pub each: u64,
    /// All of them.
    pub all: u64,
}

/// What was written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SingleFileSummary {
    /// Articles.
    pub articles: usize,
    /// The file's size.
    pub bytes: u64,
    /// Pictures inside it.
    pub pictures: usize,
    /// Pictures that lie beside the archive and are not inside: beyond the limits, or of no kind that browsers show.
    pub left_out: usize,
    /// Pictures that the archive names beside itself and that are not there.
    pub missing_pictures: usize,
}

/// Writes an archive as one file.
///
/// # Errors
/// A file can't be read or written, or the file that is there was made by something else.
pub fn publish_single_file(
    archive: &Archive,
    viewer: &Viewer,
    single: &SingleFile<'_>,
) -> Result<SingleFileSummary, PublishError> {
    let mut place = Place::open(single.file)?;
    let shell = Shell::of(viewer)?;
    let mut pictures = Pictures::gather(archive, &single.beside, single.limits)?;
    pictures.take_logo(single.config, single.limits.each)?;
    let archive = left_out::told(archive, &pictures);
    let mut plan = Plan::of(&archive, single.config, Precompress::No, Articles::Pages);
    plan.site.logo = plan.site.logo.take().filter(|logo| pictures.has(logo));
    // The pages about the archive and of all tags are none of those that the viewer draws.
    let is_drawn = |url: &str| !matches!(Route::parse(url), Route::About | Route::Tags(..));
    plan.site.menu.retain(|link| link.url.contains("://") || is_drawn(&link.url));
    let whole = Whole { archive: &archive, plan: &plan, pictures: &pictures, shell: &shell };
    whole.write(&mut place).map_err(PublishError::write(single.file))?;
    Ok(SingleFileSummary {
        articles: plan.articles(),
        bytes: place.close()?,
        pictures: pictures.len(),
        left_out: pictures.left_out.len(),
        missing_pictures: pictures.missing.len(),
    })
}

/// All that goes into the file.
struct Whole<'a> {
    archive: &'a Archive,
    plan: &'a Plan,
    pictures: &'a Pictures,
    shell: &'a Shell,
}

impl Whole<'_> {
    /// What is seen first comes first.
    fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let page = Page::List(Box::new(self.plan.list_page(1)));
        let data = PageData { backissue: VERSION, site: self.plan.site.clone(), page };
        let page_data = json(&data);
        let mut app = String::new();
        render(&Route::List(1), &format!("{FRAGMENT}/"), data, &mut app);
        out.write_all(self.shell.until_app(&self.plan.site).as_bytes())?;
        out.write_all(self.pictures.put_into(&app).as_bytes())?;
        out.write_all(self.shell.after_app.as_bytes())?;
        held(out, "application/json", crate::site::PAGE_DATA_ID, &page_data)?;
        self.shell.write_viewer(out)?;
        self.write_data(out)?;
        self.write_articles(out)?;
        self.pictures.entries().try_for_each(|(src, url)| held(out, "text/plain", src, url))?;
        out.write_all(self.shell.end.as_bytes())
    }

    /// The first cards are in the page's own data.
    fn write_data(&self, out: &mut impl Write) -> io::Result<()> {
        let file = |out: &mut _, path: &str, text: &str| held(out, "application/json", path, text);
        for (path, text) in self.plan.chunks().skip(CARDS_A_PAGE / CARDS_A_CHUNK) {
            file(out, &path, &text)?;
        }
        let (path, index) = self.plan.index();
        file(out, path, &String::from_utf8_lossy(index))?;
        for (path, part) in self.plan.index_parts() {
            held(out, "application/octet-stream", &path, &STANDARD.encode(part))?;
        }
        file(out, OVERVIEW_PATH, &json(&self.plan.overview))
    }

    /// Each in an element of its own: only those that are read are ever parsed.
    fn write_articles(&self, out: &mut impl Write) -> io::Result<()> {
        for number in 0..self.plan.articles() {
            let article = self.plan.article_page(self.archive, number);
            let name = format!("{}/", article.link);
            let page = Page::Article(Box::new(article));
            let data = PageData { backissue: VERSION, site: SiteName::default(), page };
            held(out, "application/json", &name, &json(&data))?;
        }
        Ok(())
    }
}

/// An element that holds a file's text and that the viewer finds by the file's name.
fn held(out: &mut impl Write, kind: &str, name: &str, text: &str) -> io::Result<()> {
    let text = text.replace('<', "\\u003c");
    writeln!(out, "<script type=\"{kind}\" id=\"{}\">{text}</script>", escape(name))
}
