//! Has Lighthouse judge pages: how soon they are painted on a slow phone, and what search engines and readers make of them.

use super::Error;
use super::host::Host;
use super::sites;
use crate::budget::{Limit, Row};
use crate::setup::{NpmPackage, Session};
use crate::task::Task;
use crate::test;
use serde_json::Value;
use std::fs;
use std::path::PathBuf;

/// Of several runs the middle one counts.
const RUNS: usize = 3;

/// What the configuration names before the site is served.
const PORT: u16 = 8767;

const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];

const CHROMIUM: &str = "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync";

/// Lighthouse with a browser.
pub(super) struct Lighthouse {
    program: PathBuf,
    chromium: PathBuf,
    report: PathBuf,
}

impl Lighthouse {
    pub(super) fn provide(session: &Session<'_>) -> Result<Self, Error> {
        let program = NpmPackage::lighthouse(session.tools).provide(session);
        Ok(Self {
            program: program.map_err(|source| Error::Setup { source: Box::new(source) })?,
            chromium: test::chromium(session.tools).ok_or(Error::NoChromium)?,
            report: session.project.bench().join("lighthouse.json"),
        })
    }

    /// The report on a page.
    pub(super) fn judge(&self, url: &str, options: &[&str]) -> Result<Value, Error> {
        let task =
            Task::new(&self.program).arg(url).args(["--quiet", "--output=json", CHROMIUM]).args(options);
        let task = task.arg(format!("--output-path={}", self.report.display()));
        let task = task.with("CHROME_PATH", &self.chromium);
        task.output()
            .and_then(|output| task.ended(output.status))
            .map_err(|source| Error::Lighthouse { source })?;
        let text = fs::read_to_string(&self.report).map_err(sites::failed(&self.report))?;
        serde_json::from_str(&text).map_err(|source| Error::Report { url: url.to_owned(), source })
    }
}

/// List and article of the sample, as a phone shows them.
pub(super) fn figures(session: &Session<'_>) -> Result<Vec<Row>, Error> {
    let lighthouse = Lighthouse::provide(session)?;
    let config = format!("base_url = \"http://127.0.0.1:{PORT}/\"\ntext_owner = \"site\"\n");
    let site = sites::compressed(session.project, &session.project.sample(), &config)?;
    let host = Host::start(session.project, &site, PORT)?;
    let article = first_article(&fs::read_to_string(site.join("index.html")).map_err(sites::failed(&site))?);
    let mut rows = Vec::new();
    for (name, path) in [("list", String::new()), ("article", article)] {
        let url = format!("{}{path}", host.url);
        let reports = (0..RUNS).map(|_| lighthouse.judge(&url, &[])).collect::<Result<Vec<_>, _>>()?;
        for category in CATEGORIES {
            let score = |report: &Value| report["categories"][category]["score"].as_f64().unwrap_or_default();
            let figure = (median(reports.iter().map(score).collect()) * 100.0).round() as u64;
            let what = format!("Lighthouse, {name}, {category}");
            rows.push(Row { what, figure, limit: Some(Limit::AtLeast(100)) });
        }
    }
    Ok(rows)
}

/// The address of the first article that a list names.
fn first_article(list: &str) -> String {
    let before = list.split("class=\"card-link\"").next().unwrap_or_default();
    let href = before.rsplit("href=\"./").next().unwrap_or_default();
    href.split('"').next().unwrap_or_default().to_owned()
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_article_is_that_of_the_first_card() {
        let list = "<a href=\"./about/\">A</a><a href=\"./2023/06/06/x/\" class=\"card-link\">x</a>";
        assert_eq!(first_article(list), "2023/06/06/x/");
    }

    #[test]
    fn the_middle_figure_counts() {
        assert_eq!(median(vec![3.0, 1.0, 2.0]), 2.0);
    }
}
