//! The rules that the folders stand for, checked over the source text.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::shared::files;

/// What each stage may use; `article` is used by all.
const ALLOWED: [(&str, &[&str]); 6] = [
    ("article", &[]),
    ("archive", &["article"]),
    ("import", &["article", "archive"]),
    ("find", &["article", "archive"]),
    ("site", &["article", "archive", "find"]),
    ("view", &["article", "archive", "find", "site", "import"]),
];

const STAGES: [&str; 8] = ["article", "import", "archive", "find", "site", "view", "publish", "cli"];

/// The lines of a file that break a rule.
fn faults(path: &str, text: &str) -> Vec<String> {
    let stage = path.split('/').next().unwrap_or_default();
    // Only tests that stand at the end of the file are left out, not what follows the name of a file of tests.
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let lines = code.lines().map(str::trim).filter(|line| !line.starts_with("//"));
    let mut faults = Vec::new();
    for line in lines {
        let mut say = |what: &str| faults.push(format!("{path}: {what}: {line}"));
        if let Some((_, allowed)) = ALLOWED.iter().find(|(name, _)| *name == stage) {
            let foreign = STAGES.iter().filter(|other| **other != stage && !allowed.contains(other));
            for other in foreign {
                let ways = [format!("crate::{other}"), format!("super::super::{other}")];
                if ways.iter().any(|way| line.contains(way)) {
                    say("may not use a later stage");
                }
            }
        }
        if line.contains("crate::{") || line.contains("crate as ") {
            say("names stages where this test does not look");
        }
        let browser = path.starts_with("view/browser/");
        if !browser && (names(line, "web_sys") || names(line, "gloo")) {
            say("names the browser outside view/browser");
        }
        if !["publish", "cli", "bin"].contains(&stage)
            && (line.contains("std::fs") || line.contains("std::env"))
        {
            say("touches the disk");
        }
        let pure = ["article", "import", "archive", "find", "site"].contains(&stage);
        if pure && ["SystemTime", "Instant", "rand::", "RandomState"].iter().any(|word| line.contains(word)) {
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

/// Whether `name` stands in the line as a word of its own.
fn names(line: &str, name: &str) -> bool {
    line.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == name)
}

/// Where machines keep homes, work and what is passing.
const ROOTS: [&str; 6] = ["home", "Users", "work", "tmp", "root", "mnt"];

/// The lines that name a place on somebody's machine. Invented homes, as tests of paths need them, are `/home/me`.
fn places(path: &str, text: &str) -> Vec<String> {
    let roots = ROOTS.map(|root| format!("/{root}/"));
    let lines = text.lines().filter(|line| {
        let line = line.replace("/home/me/", "");
        roots.iter().any(|root| {
            let starts =
                |at: usize| !line[..at].ends_with(|c: char| c.is_alphanumeric() || "./~_-".contains(c));
            line.match_indices(root.as_str()).any(|(at, _)| starts(at))
        })
    });
    lines.map(|line| format!("{path}: names a place on a machine: {line}")).collect()
}

#[test]
fn every_file_keeps_to_the_rules() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = files(&root, "rs");
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
fn no_file_names_a_machine() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let Ok(listed) = Command::new("git").arg("-C").arg(root).args(["ls-files", "-z"]).output() else {
        eprintln!("skipped: there is no git");
        return;
    };
    let listed = String::from_utf8(listed.stdout).unwrap();
    let this = file!().replace('\\', "/");
    let paths = listed.split('\0').filter(|path| !path.is_empty() && *path != this);
    let texts = paths.filter_map(|path| Some((path, fs::read_to_string(root.join(path)).ok()?)));
    let faults: Vec<String> = texts.flat_map(|(path, text)| places(path, &text)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn places_on_machines_are_told_from_addresses() {
    for root in ROOTS {
        for before in ["cd ", "\"", "(", "C="] {
            let bad = format!("{before}/{root}/ann/x");
            assert_eq!(places("a", &bad).len(), 1, "{bad}");
        }
    }
    for good in ["https://example.org/work/a", "../tmp/x", "/home/me/.cargo", "home/ann", "/homes/"] {
        assert_eq!(places("a", good), Vec::<String>::new(), "{good}");
    }
}

#[test]
fn each_rule_can_be_broken() {
    for (path, line) in [
        ("article/a.rs", "use crate::archive::Archive;"),
        ("import/a.rs", "use crate::find::Query;"),
        ("find/a.rs", "use crate::site::Route;"),
        ("site/a.rs", "use crate::view::App;"),
        ("view/pages/a.rs", "let w = web_sys::window();"),
        ("archive/a.rs", "use std::fs;"),
        ("site/a.rs", "let now = Instant::now();"),
        ("view/a.rs", "Html::from_html_unchecked(x)"),
        ("view/a.rs", "use gloo;"),
        ("view/a.rs", "use crate::publish::Viewer;"),
        ("archive/a.rs", "use crate::import::read;"),
        ("find/a.rs", "use super::super::site::Route;"),
        ("find/a.rs", "use crate::{article::Tag, site::Route};"),
        ("import/a.rs", "#[cfg(test)]\nmod tests;\nuse std::fs;"),
    ] {
        assert_eq!(faults(path, &format!("//! A.\n{line}\n")).len(), 1, "{line}");
    }
    assert_eq!(faults("cli/a.rs", "use std::fs;").len(), 1);
    assert_eq!(faults("cli/a.rs", &"//! A.\n".repeat(301)).len(), 1);
    assert_eq!(
        faults("find/a.rs", "//! A.\n#[cfg(test)]\nmod tests {\nuse std::fs;\n}\n"),
        Vec::<String>::new()
    );
    assert_eq!(faults("cli/a.rs", "//! A.\nuse std::fs;\nuse crate::view::App;\n"), Vec::<String>::new());
}
