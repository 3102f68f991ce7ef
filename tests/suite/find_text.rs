//! The text index against a plain scan over the words of each article.

mod model;

use std::collections::{BTreeMap, BTreeSet};

use backissue::archive::Archive;
use backissue::article::{Article, Block, Span, Tag};
use backissue::find::text::{Ask, Extent, Found, decompose, search};
use backissue::find::{
    Catalog, Index, IndexFiles, IndexPart, Lack, Postings, Selection, Shelf, seal, unseal,
};
use proptest::prelude::*;
use proptest::sample::select;

use model::Model;

const NAME: &str = "0123456789ab";

/// Words that begin one another, differ by a slip, by case and marks, and words without spaces between.
const WORDS: [&str; 18] = [
    "ca",
    "cab",
    "cabin",
    "cabins",
    "Cable",
    "cables",
    "Câble",
    "cabling",
    "covid-19",
    "19",
    "night",
    "nihgt",
    "nights",
    "北京",
    "北京大学",
    "大",
    "東京タワー",
    "ไทย",
];

/// Words as one types them, some of which no article has.
const TYPED: [&str; 14] =
    ["ca", "cab", "cabl", "cabel", "CABLE", "nigth", "night", "c", "n", "zebra", "北京", "京", "京大", "1"];

fn line() -> impl Strategy<Value = String> {
    proptest::collection::vec(select(&WORDS), 1..6).prop_map(|words| words.join(" "))
}

/// Headline, standfirst, paragraphs and tags.
fn article() -> impl Strategy<Value = Article> {
    let lines = proptest::collection::vec(line(), 0..4);
    let tags = proptest::collection::btree_set(select(&["cab", "night", "北京"]), 0..3);
    (line(), proptest::option::of(line()), lines, tags).prop_map(|(title, standfirst, lines, tags)| Article {
        title,
        standfirst,
        body: lines.into_iter().map(|line| Block::Paragraph(vec![Span::Text(line)])).collect(),
        tags: tags.into_iter().map(|tag| Tag::new(tag).unwrap()).collect(),
        ..Article::default()
    })
}

fn archive() -> impl Strategy<Value = Archive> {
    proptest::collection::vec(article(), 0..30).prop_map(|articles| {
        let mut archive = Archive::default();
        let numbered = articles.into_iter().enumerate();
        archive.extend(numbered.map(|(number, article)| Article { id: format!("id{number:03}"), ..article }));
        archive
    })
}

fn typed() -> impl Strategy<Value = String> {
    let word =
        prop_oneof![4 => select(&TYPED).prop_map(str::to_owned), 2 => select(&WORDS).prop_map(str::to_owned)];
    let phrase =
        proptest::collection::vec(select(&WORDS), 1..4).prop_map(|words| format!("\"{}\"", words.join(" ")));
    let clause = (prop_oneof![3 => word, 1 => phrase], prop::bool::weighted(0.2))
        .prop_map(|(clause, is_without)| if is_without { format!("-{clause}") } else { clause });
    let end = select(&["", " "]);
    (proptest::collection::vec(clause, 1..4), end).prop_map(|(clauses, end)| clauses.join(" ") + end)
}

/// The files of an index, given out one by one.
struct Host {
    index: Index,
    catalog: Catalog,
    parts: BTreeMap<IndexPart, Vec<u8>>,
}

impl Host {
    fn of(archive: &Archive) -> Self {
        let files = IndexFiles::of(archive, &Postings::of(archive));
        Self {
            index: files.index().clone(),
            catalog: files.catalog(NAME.to_owned()),
            parts: files.sealed(NAME).collect(),
        }
    }

    /// Fetches what is lacking until there is an answer; nothing is asked for twice.
    fn ask<T>(&self, ask: impl Fn(&Shelf) -> Result<T, Lack>) -> Result<T, IndexPart> {
        let mut shelf = Shelf::new(self.catalog.clone(), self.index.articles);
        let mut come = BTreeSet::new();
        loop {
            let missing = match ask(&shelf) {
                Ok(answer) => return Ok(answer),
                Err(Lack::Damaged(part)) => return Err(part),
                Err(Lack::Missing(parts)) => parts,
            };
            assert!(!missing.is_empty());
            for part in missing {
                assert!(come.insert(part), "{part:?} was there");
                let content = self.parts.get(&part).and_then(|file| unseal(NAME, file).ok()).ok_or(part)?;
                shelf.put(part, content).map_err(|_| part)?;
            }
        }
    }

    fn search(&self, ask: &Ask, extent: Extent) -> Result<Found, IndexPart> {
        self.ask(|shelf| search(shelf, ask, extent))
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_is_found_is_what_a_scan_finds(archive in archive(), typed in typed()) {
        let (model, host) = (Model::of(&archive), Host::of(&archive));
        let ask = Ask::parse(&typed, decompose);
        let found = host.search(&ask, Extent::Whole).unwrap();
        prop_assert_eq!(&found.numbers, &model.scan(&ask), "{:?}", ask);
        prop_assert_eq!(found.total as usize, found.numbers.len());
        prop_assert_eq!(found.scores.len(), found.numbers.len());
        prop_assert!(found.scores.iter().all(|score| score.is_finite() && *score > 0.0));
        let best = host.search(&ask, Extent::Best).unwrap();
        prop_assert_eq!(best.total, found.total);
        prop_assert_eq!(&ranked(&best)[..], &ranked(&found)[..best.numbers.len()]);
        prop_assert!(best.numbers.len() >= found.numbers.len().min(10));
    }

    #[test]
    fn text_and_filters_hold_at_once(archive in archive(), typed in typed(), tag in select(&["cab", "night"])) {
        let (model, host) = (Model::of(&archive), Host::of(&archive));
        let index = &host.index;
        let ask = Ask::parse(&typed, decompose);
        let found = host.search(&ask, Extent::Whole).unwrap();
        let tag = Tag::new(tag).unwrap();
        let has = |tag: &Tag, number: &u32| archive.entries()[*number as usize].article.tags.contains(tag);
        let both: Vec<u32> = model.scan(&ask).into_iter().filter(|number| has(&tag, number)).collect();
        let selection = Selection { all: vec![tag], text: typed, ..Selection::default() };
        let hits = host.ask(|shelf| index.hits(shelf, &selection, Some(&found))).unwrap();
        prop_assert_eq!(&hits.ordered(index, selection.sort, None), &both);
        let counts = host.ask(|shelf| index.counts(shelf, &selection, Some(&found), &hits)).unwrap();
        for (tag, count) in index.tags.values.iter().zip(&counts.tags) {
            prop_assert_eq!(*count as usize, both.iter().filter(|number| has(tag, number)).count());
        }
        let relaxed = host.ask(|shelf| index.relaxations(shelf, &selection, Some(&found))).unwrap();
        prop_assert_eq!(relaxed.len(), 2);
        let with_tag = (0..index.articles).filter(|number| has(&selection.all[0], number)).count();
        prop_assert_eq!(relaxed[0].1, with_tag, "without the text");
        prop_assert_eq!(relaxed[1].1, model.scan(&ask).len(), "without the tag");
    }

    #[test]
    fn damaged_parts_are_named_and_never_panic(
        archive in archive(),
        typed in typed(),
        which in any::<prop::sample::Index>(),
        damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        cut in proptest::option::of(any::<prop::sample::Index>()),
        is_sealed in any::<bool>(),
    ) {
        let (mut host, undamaged) = (Host::of(&archive), Host::of(&archive));
        prop_assume!(!host.parts.is_empty());
        let part = *which.get(&host.parts.keys().copied().collect::<Vec<_>>());
        let is_sealed = is_sealed || host.parts[&part].is_empty();
        let mut bytes = match is_sealed {
            true => host.parts[&part].clone(),
            false => unseal(NAME, &host.parts[&part]).unwrap().to_vec(),
        };
        let whole = bytes.clone();
        for (place, byte) in damage.into_iter().filter(|_| !whole.is_empty()) {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len() + 1));
        }
        let is_whole = bytes == whole;
        host.parts.insert(part, if is_sealed { bytes } else { seal(NAME, &bytes) });
        let ask = Ask::parse(&typed, decompose);
        let selection = Selection { all: vec![Tag::new("cab").unwrap()], ..Selection::default() };
        let all = |shelf: &Shelf| {
            let found = search(shelf, &ask, Extent::Whole)?;
            let hits = host.index.hits(shelf, &selection, Some(&found))?;
            Ok((host.index.counts(shelf, &selection, Some(&found), &hits)?, found))
        };
        match (host.ask(all), undamaged.ask(all)) {
            (Ok(answer), Ok(right)) if is_sealed => prop_assert_eq!(answer, right),
            (Ok((_, found)), _) => prop_assert!(found.numbers.iter().all(|number| *number < host.index.articles)),
            (Err(named), _) => {
                prop_assert!(!is_whole);
                prop_assert!(named == part || !is_sealed, "{named:?}");
            }
        }
    }
}

/// The best first.
fn ranked(found: &Found) -> Vec<u32> {
    let mut numbers = found.numbers.clone();
    found.rank(&mut numbers);
    numbers
}

#[test]
fn the_best_are_the_first_of_all() {
    let mut archive = Archive::default();
    archive.extend((0..9_000).map(|number| Article {
        id: format!("id{number:05}"),
        title: if number % 41 == 0 { "The cable".to_owned() } else { format!("Article {number}") },
        body: vec![Block::Paragraph(vec![Span::Text("cable word ".repeat(1 + number % 7))])],
        ..Article::default()
    }));
    let host = Host::of(&archive);
    let ask = Ask::parse("cable ", decompose);
    let (best, whole) = (host.search(&ask, Extent::Best).unwrap(), host.search(&ask, Extent::Whole).unwrap());
    assert_eq!((best.total, whole.total, whole.numbers.len()), (9_000, 9_000, 9_000));
    assert_eq!(best.numbers.len(), 10);
    assert_eq!(ranked(&best), ranked(&whole)[..10]);
    assert!(archive.entries()[ranked(&best)[0] as usize].article.title == "The cable");
}
