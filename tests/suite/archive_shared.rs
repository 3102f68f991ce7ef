//! Feeds of others: a large one, the standard's own examples, and a test suite of bad JSON.

use std::collections::BTreeSet;

use backissue::archive::Archive;
use backissue::archive::feed::{parse, read, write};
use backissue::article::{ProblemCode, Tag};

use crate::shared::{self, files};

#[test]
fn a_feed_of_two_thousand_items_is_read_whole() {
    let Some(bytes) = shared::bytes("corpora/digitalgov.feed.json.xz") else { return };
    let reading = read("digitalgov.feed.json", &bytes).unwrap();
    let summary = reading.ledger.summary();
    assert!(reading.ledger.adds_up());
    // Three pairs of items share id and address.
    assert_eq!((summary.records, summary.imported, summary.updated), (2078, 2078, 0));
    let articles: Vec<_> = reading.archive.entries().iter().map(|entry| &entry.article).collect();
    let tags: BTreeSet<&Tag> = articles.iter().flat_map(|article| &article.tags).collect();
    assert_eq!(tags.len(), 52);
    assert_eq!(articles.iter().filter(|article| article.published.is_some()).count(), 41);
    let again = read("archive.json", write(&reading.archive).as_bytes()).unwrap();
    let same = again.archive.entries().iter().zip(reading.archive.entries()).find(|(a, b)| a != b);
    assert_eq!(same, None);
    assert_eq!(again.archive, reading.archive);
}

#[test]
fn importing_a_feed_again_changes_nothing() {
    let Some(bytes) = shared::bytes("corpora/digitalgov.feed.json.xz") else { return };
    let mut items = parse("digitalgov.feed.json", &bytes).unwrap().items;
    let mut seen = BTreeSet::new();
    items.retain(|item| item.outcome.as_ref().is_ok_and(|article| seen.insert(article.id.clone())));
    let mut archive = Archive::new("Digital.gov");
    archive.collect("digitalgov.feed.json", items.clone());
    let before = archive.clone();
    assert_eq!(archive.collect("digitalgov.feed.json", items).summary().unchanged, 2078);
    assert_eq!(archive, before);
}

/// JSON objects that stand indented in a page of Markdown.
fn examples(markdown: &str) -> Vec<String> {
    let indented: Vec<&str> =
        markdown.lines().map(|line| line.strip_prefix('\t').unwrap_or("\u{0}")).collect();
    let groups = indented.split(|line| *line == "\u{0}").map(|lines| lines.join("\n"));
    groups.filter(|text| text.starts_with('{') && text.contains("\"items\"")).collect()
}

#[test]
fn the_standards_own_examples_are_read() {
    let Some(folder) = shared::folder("suites/jsonfeed-spec.tar.xz") else { return };
    let mut read_examples = 0;
    for version in ["1", "1.1"] {
        let page = folder.path().join(format!("jsonfeed-spec/pages/version/{version}.markdown"));
        for example in examples(&std::fs::read_to_string(page).unwrap()) {
            let reading =
                read(version, example.as_bytes()).unwrap_or_else(|error| panic!("{error}: {example}"));
            let summary = reading.ledger.summary();
            assert_eq!(summary.imported, summary.records, "{example}");
            assert!(summary.records > 0 && !summary.problems.contains_key(&ProblemCode::Unreadable));
            read_examples += 1;
        }
    }
    assert!(read_examples >= 6, "{read_examples}");
}

#[test]
fn the_schemas_own_examples_are_read() {
    let Some(folder) = shared::folder("suites/jsonfeed-schema.tar.xz") else { return };
    for file in files(&folder.path().join("jsonfeed-schema/src/test"), "json") {
        let reading = read("x", &std::fs::read(&file).unwrap()).unwrap();
        assert!(!reading.archive.entries().is_empty(), "{}", file.display());
    }
}

#[test]
fn bad_json_is_an_error_and_good_json_is_not_one_of_json() {
    let Some(folder) = shared::folder("suites/json-test-suite.tar.xz") else { return };
    let mut count = 0;
    for file in files(folder.path(), "json") {
        let bytes = std::fs::read(&file).unwrap();
        let error = parse("x", &bytes).expect_err("none of them is a feed");
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let is_json = error.to_string().contains("not a JSON Feed");
        assert!(!name.starts_with("n_") || !is_json, "{name}: {error}");
        assert!(!name.starts_with("y_") || is_json, "{name}: {error}");
        // The same as an item, and as a field of one.
        let head = b"{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [";
        let _ = parse("x", &[head, bytes.as_slice(), b"]}"].concat());
        let _ = parse("x", &[head, b"{\"id\": 1, \"title\": ".as_slice(), &bytes, b"}]}"].concat());
        count += 1;
    }
    assert!(count > 300, "{count}");
}
