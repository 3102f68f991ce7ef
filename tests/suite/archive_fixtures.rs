//! Feeds of every kind, and what is read of them. `UPDATE_FIXTURES=1` writes the expected files anew.

use std::path::Path;

use backissue::archive::feed::{read, write};
use backissue::archive::ledger::{Fate, Line};
use backissue::archive::{Change, Outcome};
use serde_json::{Value, json};

#[test]
fn feeds_are_read_as_expected() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/archive");
    let update = std::env::var_os("UPDATE_FIXTURES").is_some();
    let mut differing = Vec::new();
    let mut count = 0;
    for case in std::fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().path()) {
        for file in std::fs::read_dir(&case).unwrap().map(|entry| entry.unwrap().file_name()) {
            assert!(
                file == "input.json" || file == "expected.json",
                "{}: no fixture {file:?}",
                case.display()
            );
        }
        let found = outcome(&std::fs::read(case.join("input.json")).unwrap());
        let found = format!("{found:#}\n");
        let expected = case.join("expected.json");
        if update {
            std::fs::write(&expected, &found).unwrap();
        } else if std::fs::read_to_string(&expected).unwrap_or_default() != found {
            differing.push(format!("{}:\n{found}", case.display()));
        }
        count += 1;
    }
    assert!(
        differing.is_empty(),
        "{}\nhint: UPDATE_FIXTURES=1, then review the difference",
        differing.join("\n")
    );
    assert!(count >= 10);
}

/// The archive as it would be written, and the ledger.
fn outcome(bytes: &[u8]) -> Value {
    let reading = read("input.json", bytes).unwrap();
    assert!(reading.ledger.adds_up());
    let file = write(&reading.archive);
    assert_eq!(
        read("input.json", file.as_bytes()).unwrap().archive,
        reading.archive,
        "not read as it was written"
    );
    json!({
        "archive": serde_json::from_str::<Value>(&file).unwrap(),
        "ledger": reading.ledger.lines().iter().map(line).collect::<Vec<_>>(),
        "problems": reading.problems.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}

fn line(line: &Line) -> Value {
    let names = |fields: &[Change]| fields.iter().map(|change| change.field).collect::<Vec<_>>().join(", ");
    let fate = match &line.fate {
        Fate::Kept(Outcome::Imported(slug)) => format!("imported as {slug}"),
        Fate::Kept(Outcome::Updated { slug, fields }) => format!("updated {slug}: {}", names(fields)),
        Fate::Kept(Outcome::Merged { slug, fields, .. }) => format!("merged into {slug}: {}", names(fields)),
        Fate::Kept(Outcome::Unchanged(slug)) => format!("unchanged {slug}"),
        Fate::Rejected(rejection) => format!("rejected: {}", rejection.reason),
    };
    let problems: Vec<String> = line.problems.iter().map(ToString::to_string).collect();
    json!({"place": line.place, "fate": fate, "problems": problems})
}
