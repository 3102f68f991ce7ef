//! The configuration: its document against the code, and its way from the command line into a site.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use backissue::publish::Config;

fn document() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/configuration.md")).unwrap()
}

/// The example of the document.
fn example() -> String {
    let text = document();
    let (_, rest) = text.split_once("```toml\n").unwrap();
    rest.split_once("```").unwrap().0.to_owned()
}

/// The keys that the code takes, as its own error names them.
fn keys_of_code(table: &str, prefix: &str) -> BTreeSet<String> {
    let said = Config::parse("a", &format!("{table}\nnone_of_them = 1")).unwrap_err().to_string();
    let (_, listed) = said.split_once("expected ").unwrap();
    let names = listed.split('`').skip(1).step_by(2);
    names.map(|name| format!("{prefix}{name}")).collect()
}

fn all_keys() -> BTreeSet<String> {
    let mut keys = keys_of_code("", "");
    assert!(keys.len() > 8, "{keys:?}");
    keys.extend(keys_of_code("[[menu]]", "menu."));
    keys.extend(keys_of_code("[tags]", "tags."));
    keys
}

#[test]
fn the_document_names_every_key_and_no_other() {
    let text = document();
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    let named: BTreeSet<String> = rows.map(|(key, _)| key.to_owned()).collect();
    assert_eq!(named, all_keys());
}

#[test]
fn the_example_shows_every_key_and_is_read() {
    let example = example();
    Config::parse("docs/configuration.md", &example).unwrap();
    let table: toml::Table = example.parse().unwrap();
    let mut shown: BTreeSet<String> = table.keys().cloned().collect();
    for item in table["menu"].as_array().unwrap() {
        shown.extend(item.as_table().unwrap().keys().map(|key| format!("menu.{key}")));
    }
    shown.extend(table["tags"].as_table().unwrap().keys().map(|key| format!("tags.{key}")));
    assert_eq!(shown, all_keys());
}
