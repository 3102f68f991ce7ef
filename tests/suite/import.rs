//! The importers, from bytes to records.

mod again;
mod alike;
mod bombs;
mod bytes;
mod corpus;
mod fixtures;
mod formats;
mod hostile;
mod named;
mod packed;
mod pages;
mod parts;
mod shared;
mod suites;
mod whole;

use backissue::article::{Article, Problem, Record};
use backissue::import::{self, Reading, Settings, Source};

/// What a file of that name holds.
fn read(path: &str, bytes: &[u8]) -> Reading {
    import::read(&Source::new(path, &Settings::default()), bytes)
}

/// The one record of a source that gives an article.
fn article(source: &str, bytes: &[u8]) -> (Article, Vec<Problem>) {
    let mut records = read(source, bytes).records;
    assert_eq!(records.len(), 1, "{source}");
    let Record { outcome, problems, .. } = records.remove(0);
    let article = outcome.unwrap_or_else(|rejection| panic!("{source}: {}", rejection.reason));
    (*article, problems)
}
