//! Builds the sites of generated archives with the program as users get it.

use super::generate::{LETTERS, Size};
use super::{Error, sites};
use crate::budget::{Limit, Row};
use crate::place::Project;
use std::fs;
use std::path::Path;
use std::time::Duration;

const SMALL: usize = 10_000;
const LARGE: usize = 100_000;

/// Of the small archive the best of these runs counts: the others say what else the machine did.
const RUNS: usize = 3;

/// Twice what the best of other generators makes of the same archive, on two cores.
const PAGES_A_SECOND: u64 = 8_000;

/// One run of the program, reading included.
struct Run {
    pages: u64,
    time: Duration,
    /// Bytes.
    peak: u64,
}

pub(super) fn figures(project: &Project) -> Result<Vec<Row>, Error> {
    let folder = sites::cleared(project, "sites")?;
    fs::create_dir_all(&folder).map_err(sites::failed(&folder))?;
    let runs = (0..RUNS).map(|nth| run(project, SMALL, &folder.join(nth.to_string())));
    let mut runs = runs.collect::<Result<Vec<_>, _>>()?;
    runs.sort_by_key(|run| run.time);
    let small = runs.swap_remove(0);
    let large = run(project, LARGE, &folder.join("large"))?;
    let _ = fs::remove_dir_all(&folder);
    let growth = large.peak_of(LARGE) * 100 / small.peak_of(SMALL).max(1);
    let row = |what: &str, figure, limit| Row { what: what.to_owned(), figure, limit };
    Ok(vec![
        row("10,000 articles, pages", small.pages, None),
        row("10,000 articles, ms", small.time.as_millis() as u64, None),
        row("10,000 articles, pages a second", small.rate(), Some(Limit::AtLeast(PAGES_A_SECOND))),
        row("10,000 articles, peak bytes an article", small.peak_of(SMALL), None),
        row("100,000 articles, pages", large.pages, None),
        row("100,000 articles, ms", large.time.as_millis() as u64, None),
        row("100,000 articles, pages a second", large.rate(), None),
        row("100,000 articles, peak bytes an article", large.peak_of(LARGE), None),
        row("100,000 articles, memory an article, % of 10,000", growth, Some(Limit::AtMost(100))),
    ])
}

impl Run {
    fn rate(&self) -> u64 {
        (self.pages as f64 / self.time.as_secs_f64()) as u64
    }

    fn peak_of(&self, articles: usize) -> u64 {
        self.peak / articles as u64
    }
}

/// Each into a folder of its own: file systems are slow to give out again what was just deleted.
fn run(project: &Project, articles: usize, site: &Path) -> Result<Run, Error> {
    let archive = sites::archive(project, Size { articles, letters: LETTERS })?;
    let ended = sites::build(project, &archive, site, &[])?;
    match pages(&ended.said) {
        Some(pages) => Ok(Run { pages, time: ended.time, peak: ended.peak }),
        None => Err(Error::Site { archive, said: ended.said }),
    }
}

/// How many the program's summary names.
fn pages(said: &str) -> Option<u64> {
    let (before, _) = said.split_once(" pages,")?;
    before.rsplit(' ').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_read_from_the_summary() {
        let said =
            "a.json: 2 imported\nsite: 2 articles, 14500 pages, 9 files (9 written, 0 kept), 0.1 MB in 0.1 s";
        assert_eq!(pages(said), Some(14_500));
        assert_eq!(pages("error: no"), None);
    }
}
