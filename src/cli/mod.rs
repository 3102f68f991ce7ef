//! The command line: what to read, what to write, and what to say about it.

mod build;
mod gather;
mod import;
mod report;
mod serve;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// Publish an archive of articles as static files that anyone can open, filter, read and share.
#[derive(Debug, Parser)]
#[command(name = "backissue", version, about)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Read articles and add them to an archive.
    Import(ImportArgs),
    /// Write the site of an archive.
    Build(BuildArgs),
    /// Show the site of an archive on this machine, and again whenever it changes.
    Serve(ServeArgs),
}

/// `backissue import`.
#[derive(Debug, clap::Args)]
struct ImportArgs {
    /// Files and folders: the text of web pages as a crawl leaves it, and JSON Feeds.
    #[arg(required = true)]
    sources: Vec<PathBuf>,
    /// The archive, a JSON Feed. One that exists is added to.
    #[arg(short, long, value_name = "ARCHIVE")]
    output: PathBuf,
    /// Name each thing that was guessed, missing or left out.
    #[arg(short, long)]
    verbose: bool,
}

/// `backissue build`.
#[derive(Debug, clap::Args)]
struct BuildArgs {
    /// An archive, or anything that `import` takes.
    #[arg(required = true)]
    sources: Vec<PathBuf>,
    /// The folder that is made or replaced.
    #[arg(short, long, value_name = "FOLDER", required_unless_present = "single_file")]
    output: Option<PathBuf>,
    /// The file that is made or replaced: an archive in one file, which opens without a host.
    #[arg(long, value_name = "FILE")]
    single_file: Option<PathBuf>,
    /// Put pictures up to so many kB into the single file, 20 MB in all.
    #[arg(long, value_name = "KB", default_value_t = 200, requires = "single_file")]
    inline_pictures: u64,
    /// The folder of the built viewer.
    #[arg(long, value_name = "FOLDER", default_value = "target/viewer")]
    viewer: PathBuf,
    /// The path at which the host will show the site.
    #[arg(long, value_name = "PATH", default_value = "/")]
    base: String,
}

/// `backissue serve`.
#[derive(Debug, clap::Args)]
struct ServeArgs {
    /// An archive, or anything that `import` takes.
    #[arg(required = true)]
    sources: Vec<PathBuf>,
    /// The folder of the built viewer.
    #[arg(long, value_name = "FOLDER", default_value = "target/viewer")]
    viewer: PathBuf,
    /// The path at which the site is shown.
    #[arg(long, value_name = "PATH", default_value = "/")]
    base: String,
    /// The port; 0 takes a free one.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Open the browser.
    #[arg(long)]
    open: bool,
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// All that was asked for is done.
    Done = 0,
    /// Some records were rejected; the others are done.
    SomeRejected = 1,
    /// Nothing was done.
    NothingDone = 2,
}

/// Runs the command that the program was called with.
#[must_use]
pub fn run() -> Exit {
    let result = match CommandLine::parse().command {
        Command::Import(args) => import::run(&args),
        Command::Build(args) => build::run(&args),
        Command::Serve(args) => serve::run(args),
    };
    result.unwrap_or_else(|failure| {
        report::failure(&failure);
        Exit::NothingDone
    })
}

/// Why a command did nothing: what happened, and what to do about it.
#[derive(Debug, thiserror::Error)]
#[error("{what}")]
struct Failure {
    what: String,
    hint: String,
}

impl Failure {
    fn new(what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { what: what.into(), hint: hint.into() }
    }
}

impl From<crate::publish::PublishError> for Failure {
    fn from(error: crate::publish::PublishError) -> Self {
        let cause = std::error::Error::source(&error).map(|cause| format!(": {cause}"));
        Self::new(format!("{error}{}", cause.unwrap_or_default()), error.hint())
    }
}

/// `/a/b/` of `a/b`, `/a/b` and `/a/b/`.
fn base_path(text: &str) -> String {
    match text.trim_matches('/') {
        "" => "/".to_owned(),
        inner => format!("/{inner}/"),
    }
}
