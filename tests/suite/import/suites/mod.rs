//! Test suites of other projects, as a table of scores that may rise and never fall. They lie beside the repository
//! on some machines.

mod commonmark;
mod corpora;
mod feed_rs;
mod feedparser;
mod json;
mod readability;
mod score;
mod warcio;

use score::Score;

/// A suite: what it is called, how many of its cases must pass, and how it is run.
type Suite = (&'static str, usize, fn(&mut Score) -> Option<()>);

const SUITES: &[Suite] = &[
    ("feedparser: read", 1749, feedparser::read),
    ("feedparser: fields", 1051, feedparser::fields),
    ("CommonMark through blocks", 642, commonmark::run),
    ("JSONTestSuite", 340, json::parsing),
    ("JSON Feed's examples", 6, json::feeds),
    ("Readability: text", 61, readability::text),
    ("Readability: fields", 163, readability::fields),
    ("feed-rs", 62, feed_rs::run),
    ("warcio", 15, warcio::run),
];

#[test]
fn every_suite_keeps_its_score() {
    let mut rows = Vec::new();
    let mut fallen = Vec::new();
    for (name, floor, run) in SUITES {
        let mut score = Score::default();
        if run(&mut score).is_none() {
            rows.push(format!("{name:<28} skipped"));
            continue;
        }
        rows.push(format!("{name:<28} {score}"));
        if score.passed < *floor {
            fallen.push(format!(
                "{name}: {} passed, there were {floor}\n{}",
                score.passed,
                score.reasons(20)
            ));
        }
        if std::env::var_os("BACKISSUE_REASONS").is_some() {
            eprintln!("{name}\n{}", score.reasons(usize::MAX));
        }
    }
    eprintln!("{:<28} {:>6} {:>6} {:>6}\n{}", "suite", "cases", "passed", "failed", rows.join("\n"));
    assert!(fallen.is_empty(), "{}", fallen.join("\n"));
}
