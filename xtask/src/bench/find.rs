//! What finding costs, natively and in Chromium, by test programs that measure: they have the index and the harness.

use super::generate::{Size, common_words};
use super::{Error, sites};
use crate::budget::{Limit, Row};
use crate::place::{Profile, Project};
use crate::setup::Session;
use crate::task::Task;
use std::path::Path;

/// Words that are looked for: neither the commonest nor rare.
const WORDS: std::ops::Range<usize> = 40..60;

/// Of archives that are larger, articles lie in packs.
const PACKED: usize = 20_000;

/// A figure as the programs call it, and its budgets at 10,000 and at 100,000 articles.
type Budget = (&'static str, [Limit; 2]);

/// What building the site takes, the archive counted in.
const MEMORY: &str = "memory of the build at the most, MB";

const BUDGETS: [Budget; 10] = [
    ("list, bytes", [Limit::AtMost(30_000); 2]),
    ("tag, bytes", [Limit::AtMost(40_000), Limit::AtMost(80_000)]),
    ("word, bytes", [Limit::AtMost(60_000), Limit::AtMost(100_000)]),
    ("two tags and dates, µs", [Limit::AtMost(100), Limit::AtMost(500)]),
    ("commonest tag, µs", [Limit::AtMost(200), Limit::AtMost(1_000)]),
    ("first letter to ten titles, ms", [Limit::AtMost(600), Limit::AtMost(700)]),
    ("word, µs", [Limit::AtMost(2_000), Limit::AtMost(5_000)]),
    ("index, % of the text", [Limit::AtMost(35), Limit::AtMost(30)]),
    (MEMORY, [Limit::AtMost(1_500); 2]),
    ("articles indexed a second", [Limit::AtLeast(5_000); 2]),
];

pub(super) fn figures(session: &Session<'_>) -> Result<Vec<Row>, Error> {
    let mut rows = Vec::new();
    for (place, articles) in [10_000, 100_000].into_iter().enumerate() {
        let archive = sites::archive(session.project, Size { articles, letters: super::generate::LETTERS })?;
        let (site, built) = if articles > PACKED {
            sites::packed(session.project, &archive)?
        } else {
            sites::plain(session.project, &archive)?
        };
        sites::compress_found(&site)?;
        let said = natively(session.project, &archive)? + &in_chromium(session, &site)?;
        let figures = figures_of(&said).into_iter().chain([(MEMORY, built.peak / 1_000_000)]);
        for (what, figure) in figures {
            let budget = BUDGETS.iter().find(|(name, _)| *name == what);
            let limit = budget.map(|(_, limits)| limits[place]);
            rows.push(Row { what: format!("{articles} articles: {what}"), figure, limit });
        }
    }
    Ok(rows)
}

/// The lines `figure: what: 12`.
fn figures_of(said: &str) -> Vec<(&str, u64)> {
    let lines = said.lines().filter_map(|line| line.split_once("figure: ")?.1.rsplit_once(": "));
    lines.filter_map(|(what, figure)| Some((what, figure.parse().ok()?))).collect()
}

fn natively(project: &Project, archive: &Path) -> Result<String, Error> {
    let test = tests(project, "suite", "find_figures::figures").with("BACKISSUE_ARCHIVE", archive);
    said(&test)
}

fn in_chromium(session: &Session<'_>, site: &Path) -> Result<String, Error> {
    let test = tests(session.project, "browser", "chromium::figures").with("BACKISSUE_SITE", site);
    said(&crate::test::in_chromium(session.tools, test).ok_or(Error::NoChromium)?)
}

fn tests(project: &Project, name: &str, test: &str) -> Task {
    let kinds = ["test", "--quiet", "--profile", Profile::Quick.name(), "--test", name, "--"];
    Task::new("cargo")
        .args(kinds)
        .args(["--ignored", "--exact", "--nocapture", test])
        .within(project.root())
        .with("BACKISSUE_WORDS", common_words(WORDS).join(" "))
}

fn said(test: &Task) -> Result<String, Error> {
    let failed = |source| Error::Built { source };
    let output = test.output().map_err(failed)?;
    test.ended(output.status).map_err(failed)?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[cfg(test)]
mod tests {
    use super::figures_of;

    #[test]
    fn figures_are_told_from_what_else_is_said() {
        let said = "running 1 test\nfigure: word, µs: 120\ntest x ... figure: list, bytes: 7\nok";
        assert_eq!(figures_of(said), [("word, µs", 120), ("list, bytes", 7)]);
    }
}
