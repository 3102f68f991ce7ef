//! The rules that the folders stand for, checked over the source text.

use std::fs;
use std::path::{Path, PathBuf};

/// What each stage may use; `article` is used by all.
const ALLOWED: [(&str, &[&str]); 6] = [
    ("article", &[]),
    ("import", &["article"]),
    ("archive", &["article"]),
    ("find", &["article", "archive"]),
    ("site", &["article", "archive", "find"]),
    ("view", &["article", "archive", "find", "site", "import"]),
];

const STAGES: [&str; 8] = ["article", "import", "archive", "find", "site", "view", "publish", "cli"];

/// The lines of a file that break a rule.
fn faults(path: &str, text: &str) -> Vec<String> {
    let stage = path.split('/').next().unwrap_or_default();
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().map(str::trim).filter(|line| !line.starts_with("//"));
    let mut faults = Vec::new();
    for line in lines {
        let mut say = |what: &str| faults.push(format!("{path}: {what}: {line}"));
        if let Some((_, allowed)) = ALLOWED.iter().find(|(name, _)| *name == stage) {
            let foreign = STAGES.iter().filter(|other| **other != stage && !allowed.contains(other));
            for other in foreign {
                if line.contains(&format!("crate::{other}")) {
                    say("may not use a later stage");
                }
            }
        }
        let browser = path.starts_with("view/browser/");
        if !browser && (line.contains("web_sys::") || line.contains("gloo::")) {
            say("names the browser outside view/browser");
        }
        if !["publish", "cli", "bin"].contains(&stage)
            && (line.contains("std::fs") || line.contains("std::env"))
        {
            say("touches the disk");
        }
        let pure = ["article", "import", "archive", "find", "site"].contains(&stage);
        if pure && ["SystemTime", "Instant", "rand::"].iter().any(|word| line.contains(word)) {
            say("has a clock or randomness");
        }
        if ["from_html_unchecked", "set_inner_html", "VRaw"].iter().any(|word| line.contains(word)) {
            say("sets inner HTML");
        }
    }
    if !text.starts_with("//!") && !path.contains("/tests") {
        faults.push(format!("{path}: does not say what it is for"));
    }
    if text.lines().count() > 300 {
        faults.push(format!("{path}: is longer than 300 lines"));
    }
    faults
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn every_file_keeps_to_the_rules() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    assert!(files.len() > 80);
    let faults: Vec<String> = files
        .iter()
        .flat_map(|file| {
            let path = file.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
            faults(&path, &fs::read_to_string(file).unwrap())
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn each_rule_can_be_broken() {
    for (path, line) in [
        ("article/a.rs", "use crate::archive::Archive;"),
        ("import/a.rs", "use crate::archive::Archive;"),
        ("find/a.rs", "use crate::site::Route;"),
        ("site/a.rs", "use crate::view::App;"),
        ("view/pages/a.rs", "let w = web_sys::window();"),
        ("archive/a.rs", "use std::fs;"),
        ("site/a.rs", "let now = Instant::now();"),
        ("view/a.rs", "Html::from_html_unchecked(x)"),
    ] {
        assert_eq!(faults(path, &format!("//! A.\n{line}\n")).len(), 1, "{line}");
    }
    assert_eq!(faults("cli/a.rs", "use std::fs;").len(), 1);
    assert_eq!(faults("cli/a.rs", "//! A.\nuse std::fs;\nuse crate::view::App;\n"), Vec::<String>::new());
}
