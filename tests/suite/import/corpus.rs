//! The seeds and findings of the fuzz targets, as they are and damaged in every way that is easily thought of: each
//! record leaves again, and nothing panics.

use std::fs;
use std::path::Path;

use backissue::import::{self, Format, Limits, Settings, Source};
use proptest::prelude::*;
use proptest::sample::Index;

use super::parts::memory;
use super::whole::check;
use crate::shared;

const LIMITS: Limits =
    Limits { file_bytes: 1 << 20, unpacked_bytes: 4 << 20, depth: 3, files: 100, ..Limits::DEFAULT };

/// What the target of that name is given. It is in the repository.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(target);
    let seeds: Vec<Vec<u8>> =
        shared::files(&folder, "").into_iter().map(|path| fs::read(path).unwrap()).collect();
    assert!(!seeds.is_empty(), "{target}");
    seeds
}

/// As the target does: by the format of that name, or as the front door does.
fn import(target: &str, bytes: &[u8]) {
    let format: Option<Format> = target.replace('_', "-").parse().ok();
    let settings = Settings { format, limits: LIMITS, ..Settings::default() };
    let source = Source::new("_posts/2020-01-02-a.md", &settings);
    if format.is_some() {
        check("a", vec![import::read(&source, bytes)]);
    }
    let limits = Limits { whole_bytes: 0, ..settings.limits };
    for settings in [&settings, &Settings { limits, scratch: Some(memory), ..settings.clone() }] {
        let mut readings = Vec::new();
        import::read_stream(&Source { settings, ..source }, bytes, &mut |reading| readings.push(reading));
        check("a", readings);
    }
    import::read_pictures(&source, bytes, 1 << 20, &mut |_| ());
}

#[test]
fn each_format_has_a_target_and_each_seed_is_imported() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus");
    let mut targets: Vec<String> = fs::read_dir(corpus)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let mut expected: Vec<String> =
        Format::all().iter().map(|format| format.name().replace('-', "_")).collect();
    expected.push("packed".to_owned());
    targets.sort();
    expected.sort();
    assert_eq!(targets, expected);
    for target in targets {
        seeds(&target).iter().for_each(|seed| import(&target, seed));
    }
}

/// What is put into the middle of a source.
const SPLICES: [&str; 24] = [
    "\0",
    "\\ud800",
    "\u{feff}",
    "\u{2028}",
    "<div>",
    "</i>",
    "<b a=1></i>",
    "<zz ",
    "[[[[",
    "> > > > ",
    "{{<",
    ">}}",
    "{% raw %}",
    "```\n",
    "---\n",
    "\"",
    "]]>",
    "<![CDATA[",
    "&#x110000;",
    "&lol9;",
    "{\"a\":",
    "- - - ",
    "\r\n\r\n",
    "99999999999999999999",
];

/// One way to damage bytes.
#[derive(Debug, Clone)]
enum Damage {
    Cut(Index),
    Remove(Index, Index),
    Double(Index, Index),
    Splice(Index, &'static str, usize),
    Bytes(Index, Vec<u8>),
}

fn damage() -> impl Strategy<Value = Damage> {
    // Overlong forms, halves of surrogates, and what no UTF-8 has.
    let wrong =
        [b"\xc0\x80".as_slice(), b"\xe0\x80\xaf", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80", b"\xff\xfe"];
    prop_oneof![
        any::<Index>().prop_map(Damage::Cut),
        any::<(Index, Index)>().prop_map(|(from, to)| Damage::Remove(from, to)),
        any::<(Index, Index)>().prop_map(|(from, to)| Damage::Double(from, to)),
        (any::<Index>(), prop::sample::select(SPLICES.to_vec()), 1_usize..40)
            .prop_map(|(at, text, times)| Damage::Splice(at, text, times)),
        (any::<Index>(), prop::sample::select(wrong.map(<[u8]>::to_vec).to_vec()))
            .prop_map(|(at, bytes)| Damage::Bytes(at, bytes)),
        (any::<Index>(), prop::collection::vec(any::<u8>(), 1..8))
            .prop_map(|(at, bytes)| Damage::Bytes(at, bytes)),
    ]
}

fn damaged(mut bytes: Vec<u8>, all: &[Damage]) -> Vec<u8> {
    for one in all {
        let at = |index: &Index| index.index(bytes.len() + 1);
        let range = |one: &Index, other: &Index| at(one).min(at(other))..at(one).max(at(other));
        match one {
            Damage::Cut(index) => bytes.truncate(at(index)),
            Damage::Remove(from, to) => drop(bytes.drain(range(from, to))),
            Damage::Double(from, to) => {
                let range = range(from, to);
                let part = bytes[range.clone()].to_vec();
                drop(bytes.splice(range.end..range.end, part));
            }
            Damage::Splice(index, text, times) => {
                let at = at(index);
                drop(bytes.splice(at..at, text.repeat(*times).into_bytes()));
            }
            Damage::Bytes(index, wrong) => {
                let at = at(index);
                drop(bytes.splice(at..at, wrong.iter().copied()));
            }
        }
    }
    bytes
}

/// A property for each importer: what its seeds come to when they are damaged.
macro_rules! damaged_sources_are_accounted_for {
    ($($target:ident),*) => { proptest! { $(
        #[test]
        fn $target(seed: Index, all in prop::collection::vec(damage(), 0..6)) {
            let target = stringify!($target);
            import(target, &damaged(seed.get(&seeds(target)).clone(), &all));
        }
    )* } };
}

damaged_sources_are_accounted_for!(
    json_feed, wordpress, feed, html, markdown, json_lines, json, csv, crawl_text, packed
);

proptest! {
    #[test]
    fn any_bytes_are_accounted_for_by_each_importer(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for format in Format::all() {
            import(format.name(), &bytes);
        }
        import("packed", &bytes);
    }
}
