//! What a search should find first: queries as one types them, each with the articles that answer it. The score is the
//! mean reciprocal rank: 1 if the first article answers each query, 1/2 if the second does.

use std::fs;
use std::path::Path;

use backissue::archive::{Archive, feed};
use backissue::find::text::{Ask, Extent, decompose, search};
use backissue::find::{IndexFiles, Postings, Selection};
use backissue::import::{self, Settings, Source};

use crate::shared;

/// The least score of each archive.
const LEAST: f64 = 0.9;

/// What is typed, and pieces of the headlines that answer it, a bar between.
type Query = (&'static str, &'static str);

const SAMPLE: [Query; 25] = [
    ("submarine cable", "Sixteen hours to say hello"),
    ("balaklava", "Ten past eleven at Balaklava"),
    ("balaclava", "Ten past eleven at Balaklava"),
    ("carrier pigeons", "The gap at Aachen"),
    ("crossword", "A diamond-shaped hole|Ten days to learn"),
    ("martians", "The Martians and the morning papers"),
    ("titanic", "All saved"),
    ("dewey truman", "The edition that could not wait"),
    ("telstar", "A fly ball over the Atlantic"),
    ("ceefax", "Thirty pages in the gap|Nineteen seconds past"),
    ("linotype", "Page four, column two"),
    ("waterloo", "Three days from Waterloo"),
    ("nellie bly", "The reporter who was the story"),
    ("moon hoax", "Bat-men on the Moon"),
    ("weather forecast", "Moderate westerly wind"),
    ("申报", "八文钱的《申报》"),
    ("الأهرام", "هرمان وأبو الهول"),
    ("ラジオ", "「聞こえますか」"),
    ("ведомости", "Слон, поп и четыреста пушек"),
    ("halftone", "A scene in Shantytown"),
    ("paywall", "The twenty-first article"),
    ("google reader", "Mark all as read"),
    ("clare hollingworth", "The consul’s car"),
    ("lincoln assassination", "Twelve days behind"),
    ("coffee house", "Ten times more treason"),
];

const EIGHTEEN_F: [Query; 9] = [
    ("microsoft azure migration", "Microsoft environment to the Azure"),
    ("micro-purchase lessons", "micro-purchase"),
    ("agile contracting antipatterns", "Antipatterns in agile contracting"),
    ("fearless spreadsheet formulas", "fearless spreadsheet formulas"),
    ("protosketch", "protosketch"),
    ("analytics.usa.gov", "analytics.usa.gov"),
    ("compliance masonry", "Compliance Masonry"),
    ("mississippi child welfare", "Mississippi"),
    ("oracle databases open source", "Oracle databases"),
];

const REUTERS: [Query; 11] = [
    ("volcker brazil debt banks", "VOLCKER SAYS BRAZIL DEBT MOVE"),
    ("finnish taxation election", "FINNISH TAXATION MAJOR ISSUE"),
    ("superconductor research tokyo stocks", "SUPERCONDUCTOR RESEARCH MAY BOOST"),
    ("swiss banking secrecy", "CURBS ON BANKING SECRECY|SWISS"),
    ("acid rain clark shultz", "CLARK HOLDS TALKS WITH SHULTZ"),
    ("pennzoil texaco bankruptcy", "PENNZOIL|TEXACO"),
    ("norway offshore licence round", "NORWAY OFFERS 11TH LICENCE ROUND"),
    ("uganda coffee talks", "UGANDA DISAPPOINTED BY COFFEE"),
    ("warrants for gold", "WARRANTS FOR GOLD"),
    ("purolator bidder", "PUROLATOR"),
    ("danish credit downgrading", "DANISH CREDIT DOWNGRADING"),
];

/// The mean reciprocal rank; says which queries fall short.
fn score(archive: &Archive, queries: &[Query]) -> f64 {
    let files = IndexFiles::of(archive, &Postings::of(archive));
    let (index, shelf) = (files.index(), files.shelf());
    let mut sum = 0.0;
    for (typed, answers) in queries {
        let selection = Selection::default().asking(typed);
        let found = search(&shelf, &Ask::parse(typed, decompose), Extent::Whole).unwrap();
        let hits = index.hits(&shelf, &selection, Some(&found)).unwrap();
        let numbers = hits.ordered(index, selection.sort, Some(&found));
        let titles = numbers.iter().map(|number| archive.entries()[*number as usize].article.title.as_str());
        let titles: Vec<&str> = titles.take(10).collect();
        let answers: Vec<String> = answers.split('|').map(str::to_lowercase).collect();
        let fits = |title: &&str| answers.iter().any(|answer| title.to_lowercase().contains(answer));
        let rank = titles.iter().position(fits).map_or(0.0, |place| 1.0 / (place + 1) as f64);
        if rank < 1.0 {
            eprintln!("{rank:.2} “{typed}”: {titles:?}");
        }
        sum += rank;
    }
    sum / queries.len() as f64
}

fn check(name: &str, archive: &Archive, queries: &[Query]) {
    let score = score(archive, queries);
    eprintln!("{name}: {score:.3}");
    assert!(score >= LEAST, "{name}: {score:.3}");
}

#[test]
fn the_sample_answers_what_it_should() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/articles.json");
    let reading = feed::read("articles.json", &fs::read(path).unwrap()).unwrap();
    check("sample", &reading.archive, &SAMPLE);
}

#[test]
fn a_blog_answers_what_it_should() {
    let Some(folder) = shared::folder("corpora/18f.tar.xz") else { return };
    let mut archive = Archive::default();
    for path in shared::files(&folder.path().join("18f/content/posts"), "md") {
        let name = path.strip_prefix(folder.path()).unwrap().display().to_string();
        let reading = import::read(&Source::new(&name, &Settings::default()), &fs::read(&path).unwrap());
        archive.collect(&name, reading.records);
    }
    check("18F", &archive, &EIGHTEEN_F);
}

#[test]
fn a_news_wire_answers_what_it_should() {
    let Some(bytes) = shared::bytes("corpora/reuters-21578.jsonl.xz") else { return };
    let reading = import::read(&Source::new("reuters-21578.jsonl", &Settings::default()), &bytes);
    let mut archive = Archive::default();
    archive.collect("reuters-21578.jsonl", reading.records);
    check("Reuters", &archive, &REUTERS);
}
