//! The command line: what to read, what to write, and what to say about it.

mod build;
mod check;
mod dry_run;
mod gather;
mod import;
mod pictures;
mod progress;
mod report;
mod search;
mod serve;

use std::path::{Path, PathBuf};

use clap::{Parser, Subcommand};

use crate::import::{AskedFields, Format};
use crate::publish::{Config, PublishError, Viewer};

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
    /// Say what chat apps, search engines, Zotero and reader modes show of a site, and what is broken in it.
    Check(CheckArgs),
    /// Look for articles in a built site, as its readers can.
    Search(SearchArgs),
    /// Show the site of an archive on this machine, and again whenever it changes; or a built site as a host would.
    Serve(ServeArgs),
}

/// `backissue import`.
#[derive(Debug, clap::Args)]
struct ImportArgs {
    /// Files and folders: the text of web pages as a crawl leaves it, and JSON Feeds; `-` is standard input.
    #[arg(required = true)]
    sources: Vec<PathBuf>,
    /// The archive, a JSON Feed. One that exists is added to.
    #[arg(short, long, value_name = "ARCHIVE", required_unless_present = "dry_run")]
    output: Option<PathBuf>,
    /// Show what would become of the sources, with three examples of each field, and write nothing.
    #[arg(long, conflicts_with_all = ["output", "ledger", "fetch_images"])]
    dry_run: bool,
    /// What the sources are, where that is not recognised by their content.
    #[arg(short, long, value_name = "NAME")]
    format: Option<Format>,
    /// Which fields of JSON, JSON Lines and CSV are what, as in title=headline,body=text; see --dry-run.
    #[arg(long, value_name = "FIELDS", default_value = "", hide_default_value = true)]
    map: AskedFields,
    /// The largest file that is read as a whole, unpacked, in MB.
    #[arg(long, value_name = "MB", default_value_t = 512)]
    limit_file: u64,
    /// The most that one source may become when it is unpacked, in MB.
    #[arg(long, value_name = "MB", default_value_t = 65_536)]
    limit_total: u64,
    /// How many layers of packing may lie in each other.
    #[arg(long, value_name = "LAYERS", default_value_t = 5)]
    limit_depth: u32,
    /// Fetch the pictures that lie on other hosts and store them in `pictures/` beside the archive.
    #[arg(long)]
    fetch_images: bool,
    /// The longest side of a picture that is stored; larger ones are made smaller.
    #[arg(long, value_name = "PIXELS", default_value_t = 1600, value_parser = clap::value_parser!(u32).range(1..))]
    image_size: u32,
    /// The largest picture that is fetched, or taken out of a packed source, in MB.
    #[arg(long, value_name = "MB", default_value_t = 20, value_parser = clap::value_parser!(u64).range(1..=1024))]
    limit_image: u64,
    /// How many times its size a source may become when it is unpacked, once that is more than 256 MB.
    #[arg(long, value_name = "TIMES", default_value_t = 500)]
    limit_ratio: u64,
    /// The largest page and the longest line of JSON Lines that is read, in MB.
    #[arg(long, value_name = "MB", default_value_t = 32)]
    limit_record: u64,
    /// How many tags, keywords, authors and related links an article may have, of each.
    #[arg(long, value_name = "NUMBER", default_value_t = 1_000)]
    limit_values: usize,
    /// Keep articles whose text is nearly that of another, each naming the other, instead of merging them.
    #[arg(long)]
    versions: bool,
    /// The configuration that names tags anew [default: backissue.toml beside the archive, if there is one].
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Write what became of each record, one line of JSON each.
    #[arg(long, value_name = "FILE")]
    ledger: Option<PathBuf>,
    /// End with status 0 even if some records were rejected.
    #[arg(long)]
    keep_going: bool,
    /// Name each thing that was guessed, missing or left out.
    #[arg(short, long)]
    verbose: bool,
}

/// How a site is made, whether it is written or shown.
#[derive(Debug, clap::Args)]
struct SiteArgs {
    /// The folder of a built viewer, to be taken instead of the program's own.
    #[arg(long, value_name = "FOLDER")]
    viewer: Option<PathBuf>,
    /// What the site's owner decides: title, address, colours and the like [default: backissue.toml beside the first
    /// source, if there is one].
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The path at which the host will show the site [default: the path of `base_url`, else /].
    #[arg(long, value_name = "PATH")]
    base: Option<String>,
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
    #[command(flatten)]
    site: SiteArgs,
    /// Put compressed files (.gz, .br) beside the others, for hosts that send them as they are.
    #[arg(long)]
    precompress: bool,
    /// Keep articles many in a file instead of a page each, for archives too large for hosts that limit the number of
    /// files. Links to articles show no preview then, and search engines don't find them.
    #[arg(long, requires = "output")]
    pack: bool,
}

/// `backissue check`.
#[derive(Debug, clap::Args)]
struct CheckArgs {
    /// The folder of a built site, or an archive, or anything that `import` takes.
    #[arg(required = true, value_name = "SITE|ARCHIVE")]
    sources: Vec<PathBuf>,
    /// The folder of a built viewer, for an archive, to be taken instead of the program's own.
    #[arg(long, value_name = "FOLDER")]
    viewer: Option<PathBuf>,
    /// The configuration of an archive [default: backissue.toml beside the first source, if there is one].
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Show how others show this page, by its path in the site.
    #[arg(long, value_name = "PATH")]
    page: Option<String>,
    /// Print one JSON document with everything, for machines.
    #[arg(long)]
    json: bool,
}

/// `backissue search`.
#[derive(Debug, clap::Args)]
struct SearchArgs {
    /// The folder of a built site.
    site: PathBuf,
    /// Words, "phrases", -without, tag:radio, section:World, after:1858, before:1900.
    #[arg(required = true)]
    query: Vec<String>,
    /// The most articles that are shown.
    #[arg(long, value_name = "COUNT", default_value_t = 10)]
    limit: usize,
    /// The order.
    #[arg(long, value_name = "ORDER", default_value = "best")]
    sort: search::Order,
    /// Print one JSON document, for machines.
    #[arg(long)]
    json: bool,
}

/// `backissue serve`.
#[derive(Debug, clap::Args)]
struct ServeArgs {
    /// An archive, or anything that `import` takes; or the folder of a built site.
    #[arg(required = true)]
    sources: Vec<PathBuf>,
    #[command(flatten)]
    site: SiteArgs,
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
    /// Some records were rejected and the others are done; or a site was checked and is broken.
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
        Command::Check(args) => check::run(&args),
        Command::Search(args) => search::run(&args),
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

impl From<PublishError> for Failure {
    fn from(error: PublishError) -> Self {
        let cause = std::error::Error::source(&error).map(|cause| format!(": {cause}"));
        Self::new(format!("{error}{}", cause.unwrap_or_default()), error.hint())
    }
}

/// The viewer that was named, or the program's own.
fn viewer(folder: Option<&Path>) -> Result<Viewer, PublishError> {
    match folder {
        Some(folder) => Viewer::load(folder),
        None => Viewer::embedded().ok_or(PublishError::NotEmbedded),
    }
}

impl From<crate::publish::config::ConfigError> for Failure {
    fn from(error: crate::publish::config::ConfigError) -> Self {
        let cause = std::error::Error::source(&error).map(|cause| format!(": {cause}"));
        Self::new(format!("{error}{}", cause.unwrap_or_default()), error.hint())
    }
}

/// The path that was asked for, else the one that the configuration tells.
fn base_path(asked: Option<&str>, config: &Config) -> String {
    slashed(asked.or(config.base_path()).unwrap_or_default())
}

/// `/a/b/` of `a/b`, `/a/b` and `/a/b/`.
fn slashed(text: &str) -> String {
    match text.trim_matches('/') {
        "" => "/".to_owned(),
        inner => format!("/{inner}/"),
    }
}
