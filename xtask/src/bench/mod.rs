//! Measures: what a reader has to load, and how fast and with how much memory sites are built.

mod generate;
mod publish;
mod zipf;

use crate::budget::{self, Table};
use crate::failure::Failure;
use crate::place::Project;
use std::io;
use std::path::PathBuf;

/// What can be measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Bench {
    /// The size of the viewer
    Size,
    /// The speed and the memory of `backissue build`
    Publish,
}

#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error("`{}` could not be written: {source}\nhint: see that there is space, and that it may be written to", path.display())]
    File { path: PathBuf, source: io::Error },
    #[error("the site of {articles} articles was not built: {said}\nhint: `cargo xtask build` first")]
    Site { articles: usize, said: String },
    #[error("the program was not built: {source}\nhint: what is wrong stands above")]
    Program { source: crate::task::Error },
}

/// Prints a table of all that was asked for, or of everything; fails where a budget is passed.
#[expect(clippy::print_stdout, reason = "the table is what the command was asked for")]
pub(crate) fn run(project: &Project, asked: &[Bench]) -> Result<(), Failure> {
    let mut table = Table { rows: Vec::new() };
    for bench in [Bench::Size, Bench::Publish] {
        if asked.is_empty() || asked.contains(&bench) {
            table.rows.extend(match bench {
                Bench::Size => budget::figures(project)?.rows,
                Bench::Publish => publish::figures(project)?,
            });
        }
    }
    print!("{table}");
    Ok(table.verdict()?)
}
