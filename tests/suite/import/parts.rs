//! What is too large to be held as a whole is read in parts, and says the same.

use std::io::{self, Cursor};

use backissue::article::{Problem, Record};
use backissue::import::{self, Limits, Reading, Settings, Source, Store};
use proptest::prelude::*;
use serde_json::{Value, json};

pub(super) fn memory() -> io::Result<Box<dyn Store>> {
    Ok(Box::new(Cursor::new(Vec::new())))
}

fn readings(path: &str, bytes: &[u8], whole_bytes: u64, record_bytes: u64) -> Vec<Reading> {
    let limits = Limits { whole_bytes, record_bytes, ..Limits::default() };
    let settings = Settings { limits, scratch: Some(memory), ..Settings::default() };
    let mut readings = Vec::new();
    import::read_stream(&Source::new(path, &settings), bytes, &mut |reading| readings.push(reading));
    readings
}

/// All that is said, however it is parted.
fn told(path: &str, bytes: &[u8], whole_bytes: u64) -> (Vec<Record>, Vec<Problem>, String) {
    let readings = readings(path, bytes, whole_bytes, Limits::DEFAULT.record_bytes);
    let titles = readings.iter().map(|reading| reading.about.title.clone()).collect();
    let (records, problems): (Vec<_>, Vec<_>) =
        readings.into_iter().map(|reading| (reading.records, reading.problems)).unzip();
    (records.concat(), problems.concat(), titles)
}

fn same(path: &str, text: &str) {
    let whole = told(path, text.as_bytes(), u64::MAX);
    assert_eq!(told(path, text.as_bytes(), 0), whole, "{text}");
}

fn posts(count: usize) -> Vec<Value> {
    let post = |nth: usize| {
        json!({
            "id": nth, "title": format!("Post \"{nth}\" [, {{"), "text": "One\\ two. ] }",
            "more": {"list": [1, 2, {"a": []}]}, "tags": ["a", "b"]
        })
    };
    (0..count).map(post).collect()
}

#[test]
fn documents_say_the_same_in_parts() {
    for posts in [posts(1), posts(3), posts(50)] {
        for document in [
            json!(posts),
            json!({"status": "ok", "articles": posts, "total": 3}),
            json!({"a": {"b/~.": [{"posts": posts}]}, "others": [{"title": "x", "text": "y"}]}),
            json!({"headings": vec![json!({"title": "x"}); 90], "list": posts}),
            json!({"version": "https://jsonfeed.org/version/1.1", "title": "F &amp; G", "authors": [{"name": "Ann"}],
                "items": posts, "next_url": "https://a.example/"}),
            json!({"items": posts, "title": "Late", "z": "_", "zz_version": 1,
                "version": "https://jsonfeed.org/version/1"}),
            json!({"db": [{"data": {
                "posts": posts, "users": [{"id": 7, "name": "Ann"}], "tags": [{"id": "t", "name": "Rain"}],
                "posts_authors": [{"post_id": 0, "author_id": 7}], "posts_tags": [{"post_id": 0, "tag_id": "t"}]
            }}]}),
            json!({"data": {"posts": posts, "tags": []}}),
            posts[0].clone(),
            json!({"a": {"b": 1}, "c": [1, 2, 3]}),
            json!([]),
        ] {
            same("a.json", &document.to_string());
            same("a.json", &format!("\u{feff} {document:#}\n"));
        }
    }
    same("a.json", "{\"title\": \"a\"} {\"title\": \"b\"}");
}

#[test]
fn documents_that_are_no_json_are_rejected_before_anything_is_imported() {
    for text in [
        "[{\"title\": \"a\", \"text\": \"b\"}, {\"title\": 1e999}]",
        "[{\"title\": \"a\", \"text\": \"b\"}",
        "[1 2]",
    ] {
        let reason = |whole_bytes| {
            let records = told("a.json", text.as_bytes(), whole_bytes).0;
            assert_eq!(records.len(), 1);
            let reason = records[0].outcome.as_ref().unwrap_err().reason.clone();
            reason.split(", at line").next().unwrap().to_owned()
        };
        assert_eq!(reason(0), reason(u64::MAX));
    }
}

#[test]
fn tables_say_the_same_in_parts() {
    for text in [
        "title,text\nOne,1\nTwo,2\n",
        "title;text;date\r\n\r\nOne;\"a\n\nb;\"\"c\";2020-01-02\r\n\r\n\r\nTwo;x\r\nThree;x;2020-01-02;more",
        "\u{feff}title\ttext\nOne\t\"two\"\tthree\n\n\nx\ty \" z\n",
        "title,text\nOne,\"never closed\nTwo,2\n",
    ] {
        same("a.csv", text);
    }
    let many: String = (0..5_000).map(|nth| format!("Title {nth},\"text\r\n{nth}\"\r\n\n")).collect();
    same("a.csv", &format!("title,text\n{many}"));
}

#[test]
fn a_record_that_is_too_long_is_rejected_and_the_rest_is_read() {
    let long = "x".repeat(3_000);
    let mut posts: Vec<Value> = (0..30).map(|nth| json!({"title": nth.to_string(), "text": "y"})).collect();
    posts.insert(25, json!({"title": "long", "text": long}));
    let document = json!({ "articles": posts }).to_string();
    let readings = readings("a.json", document.as_bytes(), 0, 2_500);
    let records: Vec<Record> = readings.into_iter().flat_map(|reading| reading.records).collect();
    assert_eq!(records.len(), 31, "{records:?}");
    let rejected: Vec<&Record> = records.iter().filter(|record| record.outcome.is_err()).collect();
    assert_eq!(rejected.len(), 1);
    assert_eq!(rejected[0].place, "articles[25]");
    assert_eq!(rejected[0].outcome.as_ref().unwrap_err().reason, "the item is larger than 2500 bytes");
}

#[test]
fn what_can_not_be_told_in_little_memory_is_rejected() {
    let reason = |text: String| {
        let records: Vec<Record> =
            readings("a.json", text.as_bytes(), 0, 2_500).into_iter().flat_map(|one| one.records).collect();
        records.last().unwrap().outcome.as_ref().unwrap_err().reason.clone()
    };
    let large = "it holds too much beside lists of articles to be told from them";
    assert_eq!(reason(json!({"text": "x".repeat(20_000)}).to_string()), large);
    let keys: String = (0..300).map(|nth| format!("\"k{nth}\":{{}},")).collect();
    assert_eq!(reason(format!("{{{keys}\"x\":1}}")), large);
    let quote = format!("title,text\nOne,1\nTwo,\"{}", "x\n".repeat(20 << 20));
    assert_eq!(reason(quote), "the row is larger than 2500 bytes");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_borne(bytes in proptest::collection::vec(any::<u8>(), 0..200), start in 0..3_usize) {
        let start = ["[{\"title\": \"a\", ", "title,text\n\"", "{\"a\":["][start];
        let bytes = [start.as_bytes(), bytes.as_slice()].concat();
        super::whole::check("a", readings("a", &bytes, 0, 64));
    }

    #[test]
    fn any_list_says_the_same(texts in proptest::collection::vec(".{0,40}", 1..40)) {
        let posts: Vec<Value> = texts.iter().map(|text| json!({"title": text, "text": text})).collect();
        let document = json!({ "articles": posts }).to_string();
        prop_assert_eq!(told("a", document.as_bytes(), 0), told("a", document.as_bytes(), u64::MAX));
    }
}
