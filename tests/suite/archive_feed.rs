//! An archive that was written is read as it was.

use backissue::archive::feed::{FeedError, parse, read, write};
use proptest::prelude::*;

use crate::archive_strategies::archive;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn what_is_written_is_read(archive in archive()) {
        let file = write(&archive);
        let reading = read("archive.json", file.as_bytes()).unwrap();
        prop_assert_eq!(&reading.archive, &archive);
        prop_assert!(reading.problems.is_empty() && reading.ledger.adds_up());
        let summary = reading.ledger.summary();
        prop_assert_eq!((summary.imported, summary.problems.len()), (archive.entries().len(), 0));
        prop_assert_eq!(write(&reading.archive), file);
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        let _ = parse("x", &bytes);
    }

    #[test]
    fn a_file_that_was_cut_says_so(archive in archive(), at in 0.01..0.99_f64) {
        let file = write(&archive);
        let end = (1..file.trim_end().len()).rev().map(|end| (end as f64 * at) as usize).find(|end| file.is_char_boundary(*end));
        let cut = &file[..end.unwrap().max(1)];
        let is_cut = matches!(read("x", cut.as_bytes()), Err(FeedError::CutOff { .. }));
        prop_assert!(is_cut);
    }
}

#[test]
fn a_file_that_is_no_feed_says_why() {
    let error = |text: &str| parse("x", text.as_bytes()).unwrap_err();
    let version = "\"version\": \"https://jsonfeed.org/version/1.1\"";
    assert_eq!(error(" \n"), FeedError::Empty);
    assert_eq!(parse("x", b"\xff\xfe{\0").unwrap_err(), FeedError::NotUtf8);
    assert!(matches!(error("<rss>"), FeedError::NotJson { line: 1, column: 1, .. }));
    assert!(matches!(error("{\n \"a\": nope}"), FeedError::NotJson { line: 2, .. }));
    assert!(matches!(error("{\n \"a\": [1,"), FeedError::CutOff { line: 2, .. }));
    for text in [
        "[]",
        "3",
        "{}",
        "{\"items\": []}",
        &format!("{{{version}}}"),
        &format!("{{{version}, \"items\": {{}}}}"),
    ] {
        assert!(matches!(error(text), FeedError::NotAFeed { .. }), "{text}");
    }
    let newer = error(&format!("{{{version}, \"_backissue\": {{\"version\": 2}}, \"items\": []}}"));
    assert_eq!(newer, FeedError::NewerVersion { found: 2, newest: 1 });
    assert_eq!(newer.to_string(), "the archive is of version 2; this program reads versions up to 1");
    assert!(!newer.hint().is_empty());
}
