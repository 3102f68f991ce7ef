//! Measures: what a reader has to load, how fast and with how much memory articles are imported and sites are built, how
//! soon they are painted, and what Lighthouse says of them.

mod article;
mod find;
mod generate;
mod host;
mod import;
mod lighthouse;
mod paint;
mod publish;
mod run;
mod sites;
mod sources;
mod zipf;

use crate::budget::{self, Table};
use crate::build;
use crate::failure::Failure;
use crate::setup::Session;
use std::io;
use std::path::PathBuf;

/// What can be measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Bench {
    /// The size of the viewer, and of an article's page
    Size,
    /// The speed and the memory of `backissue import`
    Import,
    /// The speed and the memory of `backissue build`
    Publish,
    /// What filtering and searching costs, in bytes and time
    Find,
    /// How soon a list is painted, beside the same without scripts
    Paint,
    /// What Lighthouse says of a list and an article
    Lighthouse,
}

#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error("`{}` could not be written: {source}\nhint: see that there is space, and that it may be written to", path.display())]
    File { path: PathBuf, source: io::Error },
    #[error("the site of {} was not built: {said}\nhint: `cargo xtask build` first", archive.display())]
    Site { archive: PathBuf, said: String },
    #[error("the articles in {format} were not imported: {said}\nhint: `cargo xtask build` first")]
    Import { format: &'static str, said: String },
    #[error("the site was not built: {source}\nhint: see what it says, started by hand")]
    Built { source: crate::task::Error },
    #[error("the site was not served: {said}\nhint: see that the port is free")]
    Host { said: String },
    #[error("there is no Chromium to measure in\nhint: install it, or measure `size` and `publish` alone")]
    NoChromium,
    #[error("Lighthouse failed: {source}\nhint: see what it says, started by hand")]
    Lighthouse { source: crate::task::Error },
    #[error(
        "Lighthouse's report on {url} can't be read: {source}\nhint: see whether its version is the one that set-up names"
    )]
    Report { url: String, source: serde_json::Error },
    #[error(transparent)]
    Setup { source: Box<crate::setup::Error> },
}

/// Prints a table of all that was asked for, or of everything; fails where a budget is passed.
#[expect(clippy::print_stdout, reason = "the table is what the command was asked for")]
pub(crate) fn run(session: &Session<'_>, asked: &[Bench]) -> Result<(), Failure> {
    let project = session.project;
    build::release(session)?;
    let mut table = Table { rows: Vec::new() };
    for bench in [Bench::Size, Bench::Import, Bench::Publish, Bench::Find, Bench::Paint, Bench::Lighthouse] {
        if asked.is_empty() || asked.contains(&bench) {
            table.rows.extend(match bench {
                Bench::Size => {
                    let mut rows = budget::figures(project)?.rows;
                    rows.push(article::figure(project)?);
                    rows
                }
                Bench::Import => import::figures(project)?,
                Bench::Publish => publish::figures(project)?,
                Bench::Find => find::figures(session)?,
                Bench::Paint => paint::figures(session)?,
                Bench::Lighthouse => lighthouse::figures(session)?,
            });
        }
    }
    print!("{table}");
    Ok(table.verdict()?)
}
