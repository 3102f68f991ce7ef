//! Imports generated articles with the program as users get it.

use super::generate::{LETTERS, Size};
use super::run::{Ended, measured};
use super::sources::{self, Format};
use super::{Error, sites};
use crate::budget::{Limit, Row};
use crate::place::{Profile, Project};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

const SMALL: usize = 10_000;
const LARGE: usize = 50_000;
const PAGES: usize = 1_000;

/// The best of these runs counts: the others say what else the machine did.
const RUNS: usize = 3;

/// On two cores.
const ARTICLES_A_SECOND: u64 = 10_000;
const PAGES_A_SECOND: u64 = 300;

/// What five times the articles may take for each, % of what it was: tables that double at their limits are not even.
const GROWTH: u64 = 110;

pub(super) fn figures(project: &Project) -> Result<Vec<Row>, Error> {
    let mut rows = Vec::new();
    for format in Format::ALL {
        rows.extend(of(project, format)?);
    }
    Ok(rows)
}

fn of(project: &Project, format: Format) -> Result<Vec<Row>, Error> {
    let articles = if format == Format::Html { PAGES } else { SMALL };
    let limit = match format {
        Format::Crawl | Format::JsonLines | Format::Markdown => Some(ARTICLES_A_SECOND),
        Format::Html => Some(PAGES_A_SECOND),
        Format::Json | Format::WordPress | Format::Rss => None,
    };
    let small = best(project, format, articles)?;
    let name = format.name();
    let row = |what: &str, figure, limit| Row { what: format!("{name}, {what}"), figure, limit };
    let rate = (articles as f64 / small.time.as_secs_f64()) as u64;
    let mut rows = vec![
        row("articles a second", rate, limit.map(Limit::AtLeast)),
        row("peak bytes an article", small.peak / articles as u64, None),
    ];
    if format.is_one_file() {
        let large = run(project, format, LARGE)?;
        let growth = large.peak * SMALL as u64 * 100 / (small.peak * LARGE as u64).max(1);
        rows.push(row("memory an article of 50,000, % of 10,000", growth, Some(Limit::AtMost(GROWTH))));
    }
    Ok(rows)
}

fn best(project: &Project, format: Format, articles: usize) -> Result<Ended, Error> {
    let mut best = run(project, format, articles)?;
    for _ in 1..RUNS {
        let next = run(project, format, articles)?;
        best = Ended { time: best.time.min(next.time), peak: best.peak.min(next.peak), ..next };
    }
    Ok(best)
}

fn run(project: &Project, format: Format, articles: usize) -> Result<Ended, Error> {
    let source = source(project, format, articles)?;
    let archive = project.bench().join("imported.json");
    let _ = fs::remove_file(&archive);
    let mut program = Command::new(project.program(Profile::Release));
    program.arg("import").arg(&source).arg("-o").arg(&archive);
    let broken = |said| Error::Import { format: format.name(), said };
    let ended = measured(program).map_err(|error| broken(error.to_string()))?;
    let _ = fs::remove_file(&archive);
    match ended.is_success && ended.said.contains(&format!(" {articles} articles;")) {
        true => Ok(ended),
        false => Err(broken(ended.said)),
    }
}

/// The articles, generated once.
fn source(project: &Project, format: Format, articles: usize) -> Result<PathBuf, Error> {
    let folder = project.bench();
    let source = folder.join(format!("{}-{articles}x{LETTERS}", format.name().replace(' ', "-")));
    fs::create_dir_all(&folder).map_err(sites::failed(&folder))?;
    if !source.exists() {
        let part = source.with_extension("part");
        let size = Size { articles, letters: LETTERS };
        let written = sources::write(&part, format, size).and_then(|()| fs::rename(&part, &source));
        written.map_err(sites::failed(&source))?;
    }
    Ok(source)
}
