//! What is offered in archives whose right answers are evident, and in any archive what comparing all pairs finds.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::article::{Article, Block, Span, Tag};

/// An article by its title, its text and its tags.
type Told<'a> = (&'a str, &'a str, &'a [&'a str]);

const NAMES: [Told<'_>; 9] = [
    (
        "The cable is laid",
        "The steamer Niagara paid out the Atlantic telegraph cable from Ireland to the bay.",
        &[],
    ),
    ("A bad year for wheat", "Drought took the wheat; bakers in Vienna ask more for a loaf.", &[]),
    (
        "Pigeons before the wire",
        "Pigeons carried prices of shares from Aachen to Brussels before the line was built.",
        &[],
    ),
    ("What a loaf costs", "Bakers weigh the loaf anew, as wheat is dear since the drought.", &[]),
    (
        "First words below the sea",
        "The Atlantic telegraph spoke: the cable that the Niagara laid is whole. Clerks counted ninety letters in sixteen hours, and a gun was fired in the harbour.",
        &[],
    ),
    (
        "Feathered couriers",
        "A loft of pigeons in Aachen is sold; they carried prices to Brussels for years.",
        &[],
    ),
    ("Silence", "The telegraph cable to Ireland is dumb; the Niagara will lift it from the Atlantic.", &[]),
    ("Bread riots", "In Vienna windows of bakers were broken, for want of wheat at any price.", &[]),
    ("Loft for sale", "Pigeons and loft for sale in Aachen, with papers of each bird from Brussels.", &[]),
];

/// What stands in all of them, as such words do.
const USUAL: &str = "It is said that a paper of the time had it from a man who was there, and for as long as the news \
     was new they read it with what care is needed at any hour and in every place to tell what it costs.";

fn archive(articles: &[Told<'_>]) -> Archive {
    let mut archive = Archive::new("Archive");
    archive.extend(articles.iter().enumerate().map(|(number, (title, text, tags))| Article {
        id: format!("{number:03}"),
        title: (*title).to_owned(),
        body: [*text, USUAL].map(|text| Block::Paragraph(vec![Span::Text(text.to_owned())])).to_vec(),
        tags: tags.iter().filter_map(|tag| Tag::new(tag)).collect(),
        ..Article::default()
    }));
    archive
}

/// For each article, in the order of the archive, those to read next.
fn next(archive: &Archive) -> Vec<Vec<u32>> {
    let postings = Postings::of(archive);
    let files = IndexFiles::of(archive, &postings);
    NextReads::of(archive, &postings, &files, &Inside::of(archive)).0
}

/// By title.
fn titles(articles: &[Told<'_>]) -> Vec<(String, Vec<String>)> {
    let archive = archive(articles);
    let title = |number: usize| archive.entries()[number].article.title.clone();
    let titles = |numbers: Vec<u32>| numbers.into_iter().map(|number| title(number as usize)).collect();
    next(&archive).into_iter().enumerate().map(|(number, next)| (title(number), titles(next))).collect()
}

fn after(articles: &[Told<'_>], title: &str) -> Vec<String> {
    let found = titles(articles).into_iter().find(|(found, _)| found == title);
    found.unwrap_or_else(|| panic!("there is no {title}")).1
}

#[test]
fn without_tags_words_tell_what_goes_together() {
    let themes = [[0, 4, 6], [1, 3, 7], [2, 5, 8]];
    for theme in themes {
        let theme = theme.map(|place| NAMES[place].0);
        for title in theme {
            let next = after(&NAMES, title);
            let others: BTreeSet<&str> = theme.into_iter().filter(|other| *other != title).collect();
            let first: BTreeSet<&str> = next.iter().take(2).map(String::as_str).collect();
            assert_eq!(first, others, "after {title}");
        }
    }
}

#[test]
fn without_words_the_rarest_tags_tell_it() {
    let articles: [Told<'_>; 6] = [
        ("One", "", &["news", "telegraph", "Ireland"]),
        ("Two", "", &["news"]),
        ("Three", "", &["news", "telegraph"]),
        ("Four", "", &["news", "telegraph", "Ireland"]),
        ("Five", "", &["news"]),
        ("Six", "", &["Ireland"]),
    ];
    assert_eq!(after(&articles, "One")[..2], ["Four", "Three"]);
    assert_eq!(after(&articles, "Six")[..2], ["Four", "One"]);
}

#[test]
fn a_tag_in_common_counts_beside_words() {
    let mut articles = NAMES;
    articles[0].2 = &["ships of the line"];
    articles[1].2 = &["ships of the line"];
    assert!(!after(&NAMES, NAMES[1].0).contains(&NAMES[0].0.to_owned()));
    assert!(after(&articles, NAMES[1].0).contains(&NAMES[0].0.to_owned()));
}

#[test]
fn copies_and_versions_do_not_fill_the_list() {
    let copy = |title| (title, NAMES[4].1, NAMES[4].2);
    let copies =
        ["First words below the seas", "First words from below the sea", "The first words below the sea"];
    let notices: Vec<String> = (0..12).map(|number| format!("notice{number} lot{number}")).collect();
    let notices = notices.iter().map(|notice| (notice.as_str(), "", &[][..]));
    let articles: Vec<Told<'_>> = NAMES.into_iter().chain(copies.map(copy)).chain(notices).collect();
    let others = |title: &str| {
        let next = after(&articles, title);
        next.iter().filter(|other| **other == NAMES[4].0 || copies.contains(&other.as_str())).count()
    };
    assert_eq!(others(NAMES[4].0), 0, "of itself");
    assert_eq!(others(NAMES[0].0), 1, "of another");
    assert!(after(&articles, NAMES[4].0).contains(&NAMES[0].0.to_owned()));
}

/// The words of each article by what they weigh, found one by one.
fn telling(files: &IndexFiles, articles: usize) -> Vec<Vec<(usize, f32)>> {
    let mut words = vec![Vec::new(); articles];
    let mut word = 0;
    files.each_term((articles as u32 / 3).min(20), |hits| {
        hits.iter().for_each(|(number, weight)| words[*number as usize].push((word, *weight)));
        word += 1;
    });
    for words in &mut words {
        words.sort_by(|one: &(usize, f32), other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        words.truncate(24);
        words.sort_by_key(|(word, _)| *word);
    }
    words
}

/// The same, each pair by itself.
fn pair_by_pair(archive: &Archive) -> Vec<Vec<u32>> {
    let entries = archive.entries();
    let postings = Postings::of(archive);
    let words = telling(&IndexFiles::of(archive, &postings), entries.len());
    let score = |one: usize, other: usize| {
        let mut score = 0.0;
        for (word, weight) in &words[one] {
            let in_other = words[other].iter().find(|(found, _)| found == word);
            score += in_other.map_or(0.0, |(_, weighs)| weight * weighs);
        }
        for tag in postings.tags_of[one].iter().filter(|tag| postings.tags_of[other].contains(tag)) {
            let rarity =
                (1.0 + entries.len() as f32 / postings.tags[*tag as usize].articles.len() as f32).ln();
            score += 2.0 * rarity * rarity;
        }
        score
    };
    let alike = |one: usize, other: usize| {
        let [one, other] =
            [one, other].map(|number| words[number].iter().map(|(word, _)| *word).collect::<BTreeSet<_>>());
        let shared = one.intersection(&other).count() as f64;
        one.len().min(other.len()) >= 8 && shared / one.union(&other).count() as f64 > 0.6
    };
    let of_article = |number: usize| {
        let mut others: Vec<(f32, usize)> = (0..entries.len())
            .filter(|other| *other != number)
            .map(|other| (score(number, other), other))
            .filter(|(score, _)| *score > 0.0)
            .collect();
        others.sort_by(|(score, one), (rival, other)| {
            rival
                .total_cmp(score)
                .then(one.abs_diff(number).cmp(&other.abs_diff(number)))
                .then(one.cmp(other))
        });
        let mut next: Vec<usize> = Vec::new();
        for (_, other) in others {
            if next.len() < 3 && !alike(number, other) && !next.iter().any(|chosen| alike(*chosen, other)) {
                next.push(other);
            }
        }
        next.into_iter().map(|other| other as u32).collect()
    };
    (0..entries.len()).map(of_article).collect()
}

/// Words that mean nothing: the rarer, the later.
fn text() -> impl Strategy<Value = String> {
    vec((0_usize..60, 0_usize..60), 0..40)
        .prop_map(|words| words.iter().map(|(one, other)| format!("word{} ", one.min(other))).collect())
}

proptest! {
    #[test]
    fn what_is_offered_is_what_a_comparison_of_all_pairs_finds(
        articles in vec((text(), text(), vec(0_usize..6, 0..4)), 1..30)
    ) {
        let mut archive = Archive::new("Archive");
        archive.extend(articles.into_iter().enumerate().map(|(number, (title, text, tags))| Article {
            id: format!("{number:03}"),
            title,
            body: vec![Block::Paragraph(vec![Span::Text(text)])],
            tags: tags.iter().filter_map(|tag| Tag::new(["a", "b", "c", "d", "e", "f"][*tag])).collect(),
            ..Article::default()
        }));
        prop_assert_eq!(next(&archive), pair_by_pair(&archive));
    }
}
