//! How soon a list is painted on an emulated slow phone, beside the same HTML without any script.

use super::generate::Size;
use super::host::Host;
use super::lighthouse::Lighthouse;
use super::{Error, sites};
use crate::budget::{Limit, Row};
use crate::setup::Session;
use std::fs;
use std::path::Path;

/// Of several runs the best counts: what else runs on the machine only makes them slower.
const RUNS: usize = 5;

/// A processor four times slower, and what Chromium's developer tools call Fast 4G.
const PHONE: [&str; 6] = [
    "--throttling-method=devtools",
    "--throttling.cpuSlowdownMultiplier=4",
    "--throttling.requestLatencyMs=165",
    "--throttling.downloadThroughputKbps=8100",
    "--throttling.uploadThroughputKbps=1350",
    "--only-audits=first-contentful-paint,largest-contentful-paint",
];

const AUDITS: [(&str, &str); 2] =
    [("first paint", "first-contentful-paint"), ("largest paint", "largest-contentful-paint")];

/// The page without scripts, beside the list.
const PLAIN: &str = "plain.html";

pub(super) fn figures(session: &Session<'_>) -> Result<Vec<Row>, Error> {
    let lighthouse = Lighthouse::provide(session)?;
    let mut rows = Vec::new();
    for articles in [100, 10_000] {
        let archive = sites::archive(session.project, Size { articles, letters: 3_500 })?;
        let (site, _) = sites::plain(session.project, &archive)?;
        write_plain(&site)?;
        sites::compress_top(&site)?;
        let host = Host::start(session.project, &site, 0)?;
        let mut times = [const { [const { Vec::new() }; 2] }; 2];
        for _ in 0..RUNS {
            for (page, path) in ["", PLAIN].into_iter().enumerate() {
                let report = lighthouse.judge(&format!("{}{path}", host.url), &PHONE)?;
                for (audit, (_, name)) in AUDITS.iter().enumerate() {
                    let time = report["audits"][name]["numericValue"].as_f64().unwrap_or(f64::NAN);
                    times[audit][page].push(time);
                }
            }
        }
        for ((what, _), [whole, plain]) in AUDITS.iter().zip(times) {
            let (whole, plain) = (best(&whole), best(&plain));
            let row = |what: String, figure: f64, limit| Row { what, figure: figure.round() as u64, limit };
            rows.push(row(format!("list of {articles}, {what}, ms"), whole, None));
            let ratio = Some(Limit::AtMost(110));
            rows.push(row(
                format!("list of {articles}, {what}, % of no script"),
                whole * 100.0 / plain,
                ratio,
            ));
        }
    }
    Ok(rows)
}

fn best(times: &[f64]) -> f64 {
    times.iter().copied().fold(f64::INFINITY, f64::min)
}

/// Nothing runs and nothing is fetched that only runs.
fn write_plain(site: &Path) -> Result<(), Error> {
    let list = site.join("index.html");
    let text = plain(&fs::read_to_string(&list).map_err(sites::failed(&list))?);
    let file = site.join(PLAIN);
    fs::write(&file, text).map_err(sites::failed(&file))
}

fn plain(page: &str) -> String {
    let mut parts = page.split("<script");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once("</script>").map_or("", |(_, after)| after));
    }
    let mut parts = out.split("<link rel=\"");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.strip_prefix("modulepreload").or_else(|| part.strip_prefix("preload")) {
            Some(rest) => kept.push_str(rest.split_once('>').map_or("", |(_, after)| after)),
            None => kept.extend(["<link rel=\"", part]),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::{best, plain};

    #[test]
    fn the_best_of_all_runs_counts() {
        assert_eq!(best(&[3.0, f64::NAN, 1.0, 2.0]), 1.0);
    }

    #[test]
    fn no_script_is_left() {
        let page = "<head><script>a</script><link rel=\"preload\" href=\"x\"><link rel=\"icon\"></head><p><script src=\"b\"></script>";
        assert_eq!(plain(page), "<head><link rel=\"icon\"></head><p>");
    }
}
