//! Each folder of `tests/fixtures/formats` holds a source, whose name may count, and `expected.json`: what must come
//! of it. `UPDATE_FIXTURES=1` writes the latter anew.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::read;

const EXPECTED: &str = "expected.json";

#[test]
fn every_source_gives_what_it_must() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/formats");
    let mut stale = Vec::new();
    let cases = fs::read_dir(&root).unwrap().map(|case| case.unwrap().path()).collect::<Vec<_>>();
    assert!(!cases.is_empty());
    for case in cases {
        let names = fs::read_dir(&case).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
        let sources: Vec<String> = names.filter(|name| name != EXPECTED).collect();
        let [source] = &sources[..] else { panic!("{}: one source a case", case.display()) };
        let found = serde_json::to_string_pretty(&outcome(source, &fs::read(case.join(source)).unwrap()));
        let found = found.unwrap() + "\n";
        let expected = case.join(EXPECTED);
        if std::env::var_os("UPDATE_FIXTURES").is_some() {
            fs::write(&expected, found).unwrap();
        } else if fs::read_to_string(&expected).ok().as_deref() != Some(&found) {
            stale.push(format!("{}: now it gives\n{found}", expected.display()));
        }
    }
    let hint = "hint: review, then UPDATE_FIXTURES=1 cargo test --test suite formats";
    assert!(stale.is_empty(), "{}\n{hint}", stale.join("\n"));
}

fn outcome(source: &str, bytes: &[u8]) -> Value {
    let reading = read(source, bytes);
    let record = |record: backissue::article::Record| match record.outcome {
        Ok(article) => {
            let origins: Vec<String> =
                record.origins.iter().map(|origin| format!("{}: {}", origin.field, origin.from)).collect();
            json!({
                "place": record.place, "slug": record.slug, "article": article,
                "problems": record.problems, "origins": origins,
            })
        }
        Err(rejection) => {
            json!({"place": record.place, "rejected": rejection.reason, "hint": rejection.hint})
        }
    };
    let records: Vec<Value> = reading.records.into_iter().map(record).collect();
    json!({
        "format": reading.format, "title": reading.about.title, "home": reading.about.home,
        "problems": reading.problems, "records": records,
    })
}
