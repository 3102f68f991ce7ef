//! JSONTestSuite, whose files must never stop the program, and JSON Feed's own examples.

use std::fs;

use super::score::Score;
use crate::import::read;
use crate::shared;

/// Each file gives a reading, and each record that is rejected says why.
pub(super) fn parsing(score: &mut Score) -> Option<()> {
    each("suites/json-test-suite.tar.xz", |name, bytes| {
        let reading = read(name, bytes);
        let is_told = |record: &backissue::article::Record| {
            record.outcome.as_ref().err().is_none_or(|rejection| !rejection.reason.is_empty())
        };
        let told = reading.records.iter().all(is_told);
        score.case(name, if told { Ok(()) } else { Err("rejected without a reason".to_owned()) });
    })
}

/// Each feed gives as many articles as it has items.
pub(super) fn feeds(score: &mut Score) -> Option<()> {
    let mut feeds = |archive: &str| {
        each(archive, |name, bytes| {
            let Ok(feed) = serde_json::from_slice::<serde_json::Value>(bytes) else { return };
            let Some(items) = feed["items"].as_array().filter(|_| feed["version"].is_string()) else {
                return;
            };
            let records = read(name, bytes).records;
            let articles = records.iter().filter(|record| record.outcome.is_ok()).count();
            let is_whole = articles == items.len();
            score.case(name, if is_whole { Ok(()) } else { Err(format!("{articles} of {}", items.len())) });
        })
    };
    feeds("suites/jsonfeed-schema.tar.xz")?;
    feeds("suites/jsonfeed-spec.tar.xz")
}

fn each(archive: &str, mut visit: impl FnMut(&str, &[u8])) -> Option<()> {
    let folder = shared::folder(archive)?;
    let paths = shared::files(folder.path(), "json");
    for path in paths {
        let name = path.strip_prefix(folder.path()).unwrap().to_string_lossy().into_owned();
        visit(&name, &fs::read(&path).unwrap());
    }
    Some(())
}
