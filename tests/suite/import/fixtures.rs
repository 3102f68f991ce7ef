//! Each folder of `tests/fixtures/import` holds an `input.txt` and what must come of it.
//! `UPDATE_FIXTURES=1` writes the latter anew.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::article;

fn cases() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import");
    let entries = fs::read_dir(&root).unwrap_or_else(|error| panic!("{}: {error}", root.display()));
    let mut cases: Vec<PathBuf> =
        entries.map(|entry| entry.expect("the folder can be listed").path()).collect();
    cases.sort();
    cases
}

#[test]
fn every_case_gives_what_it_must() {
    let update = std::env::var_os("UPDATE_FIXTURES").is_some();
    let mut stale = Vec::new();
    for case in cases() {
        let input = case.join("input.txt");
        let bytes = fs::read(&input).unwrap_or_else(|error| panic!("{}: {error}", input.display()));
        let (article, problems) = article("input.txt", &bytes);
        let found =
            serde_json::to_string_pretty(&json!({"article": article, "problems": problems})).unwrap() + "\n";
        let expected = case.join("expected.json");
        if update {
            fs::write(&expected, found).unwrap();
        } else if fs::read_to_string(&expected).ok().as_deref() != Some(&found) {
            stale.push(format!("{}: now it gives\n{found}", expected.display()));
        }
    }
    assert!(
        stale.is_empty(),
        "{}\nhint: review, then UPDATE_FIXTURES=1 cargo test --test suite",
        stale.join("\n")
    );
}

#[test]
fn every_case_has_both_files_and_no_other() {
    let cases = cases();
    assert!(cases.len() >= 10);
    for case in cases {
        let mut names: Vec<_> = fs::read_dir(&case)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        assert_eq!(names, ["expected.json", "input.txt"], "{}", case.display());
    }
}
