//! warcio's crawls, whole, broken and cut off: which pages they hold, and how much is said to be damaged.

use std::fs;

use backissue::import::{self, Settings, Source};

use super::score::Score;
use crate::import::whole;
use crate::shared;

/// Files, the titles of their pages, and how many records are rejected.
const FILES: [(&str, &[&str], usize); 15] = [
    ("bad.arc", &[], 1),
    ("example-bad-non-chunked.warc.gz", &["Example Domain"], 0),
    ("example-bad.warc.gz.bad", &["Example Domain"], 0),
    ("example-digest.warc", &[], 0),
    ("example-iana.org-chunked.warc", &["Internet Assigned Numbers Authority"], 0),
    ("example-resource.warc.gz", &["Example Domain"], 0),
    ("example-space-in-target-uri.warc.gz", &[], 0),
    ("example-space-in-url.arc", &[], 1),
    ("example-trunc.warc", &[], 2),
    ("example-wget-bad-target-uri.warc.gz", &["Example Domain"], 0),
    ("example-wrong-chunks.warc.gz", &["Example Domain"], 0),
    ("example.arc", &["Example Domain"], 0),
    ("example.arc.gz", &["Example Domain"], 0),
    ("example.warc", &["Example Domain"], 0),
    ("example.warc.gz", &["Example Domain"], 0),
];

pub(super) fn run(score: &mut Score) -> Option<()> {
    let folder = shared::folder("suites/warcio.tar.xz")?;
    for (name, titles, rejected) in FILES {
        let file = fs::File::open(folder.path().join("warcio/test/data").join(name)).unwrap();
        let settings = Settings::default();
        let mut readings = Vec::new();
        import::read_stream(&Source::new(name, &settings), file, &mut |reading| readings.push(reading));
        let records: Vec<_> = readings.iter().flat_map(|reading| &reading.records).collect();
        let found: Vec<&str> =
            records.iter().filter_map(|one| Some(one.outcome.as_ref().ok()?.title.as_str())).collect();
        let bad = records.len() - found.len();
        let outcome = match found == titles && bad == rejected {
            true => Ok(()),
            false => Err(format!("{found:?} and {bad} rejected, not {titles:?} and {rejected}")),
        };
        score.case(name, outcome);
        whole::check(name, readings);
    }
    Some(())
}
