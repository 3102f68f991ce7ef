//! The program as its users call it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const GOOD: &str = " date 2023-06-06 https://example.org/20230606/a-harbour-opens.html\n\nA harbour opens\n\n\
    The harbour of the town was opened on Tuesday after nine years of work, and the first ship came in at noon with timber and salt.\n";

fn run(folder: &Path, args: &[&str]) -> (i32, String) {
    let program = Command::new(env!("CARGO_BIN_EXE_backissue"));
    let Output { status, stderr, .. } = { program }.current_dir(folder).args(args).output().unwrap();
    (status.code().unwrap(), String::from_utf8(stderr).unwrap())
}

#[test]
fn a_folder_is_imported_and_what_is_bad_is_named() {
    let temp = tempfile::tempdir().unwrap();
    let folder = temp.path().join("in");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("good.txt"), GOOD).unwrap();
    fs::write(folder.join("empty.txt"), "").unwrap();
    fs::write(folder.join("cut.json"), "{\"version\": \"https://jsonfeed.org/ver").unwrap();
    let (code, said) = run(temp.path(), &["import", "in", "-o", "a.json"]);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("empty.txt") && said.contains("cut off") && said.contains("hint:"), "{said}");
    let first = fs::read(temp.path().join("a.json")).unwrap();
    let (code, said) = run(temp.path(), &["import", "in/good.txt", "-o", "a.json"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("1 articles; of 1 records: 1 unchanged"), "{said}");
    assert_eq!(fs::read(temp.path().join("a.json")).unwrap(), first);
}

#[test]
fn the_ledger_has_a_line_for_each_record_and_the_status_can_be_told_to_ignore_it() {
    let temp = tempfile::tempdir().unwrap();
    fs::write(temp.path().join("a.txt"), GOOD).unwrap();
    fs::write(temp.path().join("b.txt"), GOOD).unwrap();
    fs::write(temp.path().join("c.json"), "{").unwrap();
    let args = ["import", "a.txt", "b.txt", "c.json", "-o", "a.json", "--ledger", "l.jsonl", "--keep-going"];
    let (code, said) = run(temp.path(), &args);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("of 3 records: 1 imported, 1 merged, 1 rejected"), "{said}");
    assert!(said.contains("ledger: l.jsonl"), "{said}");
    let ledger = fs::read_to_string(temp.path().join("l.jsonl")).unwrap();
    let outcomes: Vec<(String, String)> = ledger
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .map(|line| (line["source"].as_str().unwrap().into(), line["outcome"].as_str().unwrap().into()))
        .collect();
    let pair = |source: &str, outcome: &str| (source.to_owned(), outcome.to_owned());
    assert_eq!(
        outcomes,
        [pair("a.txt", "imported"), pair("b.txt", "merged into"), pair("c.json", "rejected")]
    );
    let (code, _) = run(temp.path(), &["import", "c.json", "-o", "a.json", "--keep-going"]);
    assert_eq!(code, 2);
}

#[test]
fn what_changed_is_shown_and_tags_get_the_names_that_the_owner_wants() {
    let temp = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(temp.path().join(name), text).unwrap();
    let feed = |title: &str| {
        let item = format!(
            "{{\"id\": \"1\", \"title\": \"{title}\", \"tags\": [\"Covid 19\"], \"content_text\": \"A\"}}"
        );
        format!(
            "{{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"F\", \"items\": [{item}]}}"
        )
    };
    write("feed.json", &feed("Old"));
    assert_eq!(run(temp.path(), &["import", "feed.json", "-o", "a.json"]).0, 0);
    write("feed.json", &feed("New"));
    write("backissue.toml", "[tags.aliases]\n\"covid 19\" = \"covid-19\"\n");
    let args = ["import", "feed.json", "-o", "a.json", "--verbose", "--ledger", "l.jsonl"];
    let (code, said) = run(temp.path(), &args);
    assert!(code == 0 && said.contains("    title: 'Old' -> 'New'"), "{said}");
    assert!(said.contains("'Covid 19' is called 'covid-19'"), "{said}");
    let ledger = fs::read_to_string(temp.path().join("l.jsonl")).unwrap();
    assert!(ledger.contains(r#""changed":[{"field":"title","old":"Old","new":"New"}]"#), "{ledger}");
    let archive = fs::read_to_string(temp.path().join("a.json")).unwrap();
    assert!(archive.contains("covid-19") && !archive.contains("Covid 19"), "{archive}");
    write("circle.toml", "[tags.aliases]\na = \"b\"\nb = \"a\"\n");
    let (code, said) = run(temp.path(), &["import", "feed.json", "-o", "a.json", "--config", "circle.toml"]);
    assert!(code == 2 && said.contains("circle.toml:2:5: `tags.aliases.a`"), "{said}");
}

#[cfg(unix)]
#[test]
fn an_archive_that_cannot_be_written_whole_stays_as_it_was() {
    let temp = tempfile::tempdir().unwrap();
    fs::write(temp.path().join("good.txt"), GOOD).unwrap();
    assert_eq!(run(temp.path(), &["import", "good.txt", "-o", "a.json"]).0, 0);
    let before = fs::read(temp.path().join("a.json")).unwrap();
    fs::write(temp.path().join("long.txt"), GOOD.replace("20230606/a-", "20230607/b-").repeat(90)).unwrap();
    // Files may have 8 blocks of 512 or 1024 bytes, which stands for a full disk.
    let program = env!("CARGO_BIN_EXE_backissue");
    let script = format!("ulimit -f 8; exec '{program}' import long.txt -o a.json");
    let output = Command::new("sh").args(["-c", &script]).current_dir(temp.path()).output().unwrap();
    assert!(!output.status.success(), "{output:?}");
    assert_eq!(fs::read(temp.path().join("a.json")).unwrap(), before);
}

#[test]
fn standard_input_is_read_and_a_format_can_be_asked_for() {
    let temp = tempfile::tempdir().unwrap();
    fs::write(temp.path().join("good.txt"), GOOD).unwrap();
    let import = |args: &[&str]| {
        let file = fs::File::open(temp.path().join("good.txt")).unwrap();
        let mut program = Command::new(env!("CARGO_BIN_EXE_backissue"));
        let Output { status, stderr, .. } =
            program.current_dir(temp.path()).arg("import").args(args).stdin(file).output().unwrap();
        (status.code().unwrap(), String::from_utf8(stderr).unwrap())
    };
    let (code, said) = import(&["-", "-o", "a.json"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("standard input: 1 imported"), "{said}");
    let (code, said) = import(&["-", "-o", "b.json", "--format", "json-feed"]);
    assert!(code == 2 && said.contains("not JSON"), "{said}");
    let (code, said) = import(&["-", "-o", "b.json", "--format", "docx"]);
    assert!(code == 2 && said.contains("crawl-text"), "{said}");
}

#[test]
fn an_address_is_refused_with_a_way_to_go_on() {
    let temp = tempfile::tempdir().unwrap();
    let (code, said) = run(temp.path(), &["import", "https://example.org/feed.json", "-o", "a.json"]);
    assert_eq!(code, 2, "{said}");
    assert!(said.contains("makes no requests") && said.contains("hint: download it first"), "{said}");
}

#[test]
fn nothing_to_import_writes_nothing() {
    let temp = tempfile::tempdir().unwrap();
    let (code, said) = run(temp.path(), &["import", "nowhere.txt", "-o", "a.json"]);
    assert_eq!(code, 2, "{said}");
    assert!(said.contains("nowhere.txt"), "{said}");
    assert!(!temp.path().join("a.json").exists());
}

#[test]
fn a_damaged_archive_is_not_written_over() {
    let temp = tempfile::tempdir().unwrap();
    fs::write(temp.path().join("good.txt"), GOOD).unwrap();
    fs::write(temp.path().join("a.json"), "{\"items\": [").unwrap();
    let (code, said) = run(temp.path(), &["import", "good.txt", "-o", "a.json"]);
    assert_eq!(code, 2, "{said}");
    assert!(said.contains("error: a.json") && said.contains("hint:"), "{said}");
    assert_eq!(fs::read_to_string(temp.path().join("a.json")).unwrap(), "{\"items\": [");
}

#[test]
fn a_viewer_that_is_not_there_is_named() {
    let temp = tempfile::tempdir().unwrap();
    fs::write(temp.path().join("good.txt"), GOOD).unwrap();
    let (code, said) = run(temp.path(), &["build", "good.txt", "-o", "site", "--viewer", "none"]);
    assert_eq!(code, 2, "{said}");
    assert!(said.contains("none is no viewer") && said.contains("cargo xtask build"), "{said}");
}

#[test]
fn pictures_are_fetched_only_when_asked_for_and_never_from_this_machine() {
    let temp = tempfile::tempdir().unwrap();
    let host = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    host.set_nonblocking(true).unwrap();
    let address = format!("http://{}/a.png", host.local_addr().unwrap());
    let feed = format!(
        r#"{{"version": "https://jsonfeed.org/version/1.1", "title": "Wire", "items": [
        {{"id": "1", "title": "One", "content_text": "A cable.", "image": "{address}"}}]}}"#
    );
    fs::write(temp.path().join("wire.json"), feed).unwrap();
    let import = ["import", "wire.json", "-o", "a.json", "--ledger", "l.jsonl"];
    let (code, said) = run(temp.path(), &import);
    assert!(code == 0 && !said.contains("pictures"), "{said}");
    let (code, said) = run(temp.path(), &[&import[..], &["--fetch-images"]].concat());
    assert_eq!(code, 0, "{said}");
    assert!(
        said.contains("pictures: 0 fetched, 1 not") && said.contains("not on the public internet"),
        "{said}"
    );
    let ledger = fs::read_to_string(temp.path().join("l.jsonl")).unwrap();
    assert!(ledger.contains("\"unfetched\"") && ledger.contains(&address), "{ledger}");
    assert!(fs::read_to_string(temp.path().join("a.json")).unwrap().contains(&address));
    assert_eq!(host.accept().unwrap_err().kind(), std::io::ErrorKind::WouldBlock);
    assert_eq!(run(temp.path(), &[&import[..], &["--image-size", "0"]].concat()).0, 2);
}

#[test]
fn a_dry_run_of_a_source_in_many_parts_says_it_once() {
    let temp = tempfile::tempdir().unwrap();
    let text = "The harbour opened. ".repeat(500);
    let lines: String =
        (0..1_000).map(|nth| format!("{{\"title\": \"Post {nth}\", \"text\": \"{text}\"}}\n")).collect();
    fs::write(temp.path().join("a.jsonl"), lines).unwrap();
    let program = Command::new(env!("CARGO_BIN_EXE_backissue"));
    let Output { stdout, .. } =
        { program }.current_dir(temp.path()).args(["import", "a.jsonl", "--dry-run"]).output().unwrap();
    let said = String::from_utf8(stdout).unwrap();
    assert_eq!(said.matches("a.jsonl: json-lines, 1000 articles, 0 rejected").count(), 1, "{said}");
    assert!(
        said.contains("title <- title (1000)\n      Post 0\n      Post 1\n      Post 2\n  body"),
        "{said}"
    );
}
