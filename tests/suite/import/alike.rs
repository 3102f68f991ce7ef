//! Articles whose texts are nearly the same: copies become one and lose nothing, and what only looks alike stays apart.

use backissue::archive::ledger::{Fate, Ledger};
use backissue::archive::{Alike, Archive, Entry, Outcome, Sameness};
use backissue::article::{Article, Block, ProblemCode, Record, Span, Tag};
use backissue::import::{self, Settings, Source};

use crate::shared;

const PLACES: [&str; 12] = [
    "pier", "mill", "ferry", "lock", "crane", "quay", "sluice", "chapel", "market", "signal", "bridge",
    "wharf",
];

/// So many words without numbers and names.
fn words(count: usize) -> String {
    let word = |n: usize| format!("{} {}", PLACES[n * 7 % 12], PLACES[(n * n + 5 * n / 12) % 12]);
    let words: Vec<String> = (0..count / 2).map(word).collect();
    words.join(" ")
}

fn article(id: &str, title: &str, text: &str) -> Article {
    Article {
        id: id.to_owned(),
        title: title.to_owned(),
        body: vec![Block::Paragraph(vec![Span::text(text)])],
        published: "2023-06-06".parse().ok(),
        ..Article::default()
    }
}

fn import(alike: Alike, articles: impl IntoIterator<Item = Article>) -> (Archive, Ledger) {
    let (mut archive, mut ledger) = (Archive::default(), Ledger::default());
    let mut intake = archive.open(alike);
    let record = |article| ("a.json".to_owned(), Record::new("items[0]", article, Vec::new()));
    intake.records(articles.into_iter().map(record).collect(), &mut ledger);
    archive.close(intake);
    assert!(ledger.adds_up());
    (archive, ledger)
}

/// The two, if they are two, the first first.
fn both(alike: Alike, a: Article, b: Article) -> Vec<Entry> {
    let mut entries = import(alike, [a, b]).0.entries().to_vec();
    entries.sort_by(|a, b| a.article.id.cmp(&b.article.id));
    entries
}

fn are_one(a: Article, b: Article) -> bool {
    both(Alike::Merged, a, b).len() == 1
}

#[test]
fn a_copy_is_merged_and_what_it_brought_is_kept() {
    let tags = |tags: &[&str]| tags.iter().filter_map(|tag| Tag::new(tag)).collect::<Vec<_>>();
    let first = Article {
        url: Some("https://a.example/1".into()),
        tags: tags(&["sea", "trade"]),
        ..article("1", "The ferry sails again", &words(120))
    };
    let copy = Article {
        url: Some("https://b.example/2".into()),
        tags: tags(&["trade", "north"]),
        section: Some("Wires".into()),
        published: "2023-06-07".parse().ok(),
        ..article("2", "Ferry sails again", &format!("{} and so to bed", words(120)))
    };
    let (archive, ledger) = import(Alike::Merged, [first, copy]);
    let [entry] = archive.entries() else { panic!("{:?}", archive.entries().len()) };
    let article = &entry.article;
    assert_eq!((article.id.as_str(), article.title.as_str()), ("1", "The ferry sails again"));
    assert_eq!(
        (&article.tags, article.section.as_deref()),
        (&tags(&["sea", "trade", "north"]), Some("Wires"))
    );
    assert!(article.body_text().ends_with("and so to bed\n"), "the longer text is kept");
    let record = &entry.kin.duplicates[1];
    assert_eq!(
        (record.id.as_str(), record.url.as_deref(), record.title.as_deref(), record.published.as_deref()),
        ("2", Some("https://b.example/2"), Some("Ferry sails again"), Some("2023-06-07"))
    );
    let line = &ledger.lines()[1];
    assert!(
        matches!(line.fate, Fate::Kept(Outcome::Merged { by: Sameness::Text(share), .. }) if share > 90),
        "{line:?}"
    );
    assert_eq!(line.problems[0].code, ProblemCode::NearCopy);
    let written: serde_json::Value =
        serde_json::from_str(ledger.to_json_lines().lines().nth(1).unwrap()).unwrap();
    assert_eq!(written["outcome"], "merged into");
    assert!(written["reason"].as_str().unwrap().ends_with("% of its text is the same"), "{written}");
}

#[test]
fn versions_stay_and_name_each_other() {
    let (first, second) =
        (article("1", "Ferry sails", &words(120)), article("2", "Ferry sails", &words(122)));
    let entries = both(Alike::Versions, first.clone(), second.clone());
    let versions: Vec<&[String]> = entries.iter().map(|entry| entry.kin.versions.as_slice()).collect();
    assert_eq!(versions, [["2".to_owned()], ["1".to_owned()]]);
    let apart = both(Alike::Ignored, first, second);
    assert!(apart.iter().all(|entry| entry.kin.versions.is_empty()) && apart.len() == 2);
}

#[test]
fn articles_of_one_template_stay_apart() {
    let text = |more: &str| format!("{} {more} {}", words(200), words(60));
    let title = "The week at the harbour";
    let plain = article("1", title, &text("with little wind"));
    assert!(are_one(plain.clone(), article("2", title, &text("with no wind"))), "the test looks at copies");
    assert!(!are_one(article("1", title, &text("at 7 ships")), article("2", title, &text("at 8 ships"))));
    assert!(!are_one(article("1", title, &text("by Ada")), article("2", title, &text("by Bo"))));
    assert!(!are_one(
        article("1", "Week 7 at the harbour", &text("")),
        article("2", "Week 8 at the harbour", &text(""))
    ));
    assert!(!are_one(plain.clone(), article("2", "Mill turns", &text("with little wind"))), "a notice");
    let later = Article { published: "2023-06-13".parse().ok(), ..plain.clone() };
    assert!(!are_one(plain.clone(), Article { id: "2".into(), ..later }));
    let undated = Article { published: None, id: "2".into(), ..plain.clone() };
    assert!(are_one(plain, undated));
}

#[test]
fn short_texts_stay_apart_and_scripts_without_spaces_are_compared() {
    assert!(!are_one(article("1", "A ferry", &words(48)), article("2", "A ferry", &words(48))));
    let text = |end: &str| {
        "昨日、港の古い橋が修理を終えて再び開通し、多くの市民が渡り初めに集まった。朝から続いた雨も昼には上がり、町長は挨拶の中で長年の工事を支えた職人たちに感謝の言葉を述べた。橋は百年前に石で造られ、洪水で二度流されたのちも同じ場所に架け直されてきたという。".to_owned() + end
    };
    assert!(are_one(
        article("1", "橋が開通", &text("")),
        article("2", "橋が開通", &text("式は夕方に終わる。"))
    ));
    let other: String = text("").chars().rev().collect();
    assert!(!are_one(article("1", "橋が開通", &text("")), article("2", "橋が開通", &other)));
}

#[test]
fn many_articles_of_one_template_cost_what_they_are() {
    let text = words(300);
    let notice = |n: usize| article(&n.to_string(), "Notice", &format!("{text} {n}"));
    let (archive, _) = import(Alike::Merged, (0..3_000).map(notice));
    assert_eq!(archive.entries().len(), 3_000);
}

#[test]
fn of_reuters_copies_alone_are_merged() {
    let Some(path) = shared::path("corpora/reuters-21578.jsonl.xz") else { return };
    let mut records = Vec::new();
    let file = std::fs::File::open(path).unwrap();
    import::read_stream(&Source::new("reuters.jsonl.xz", &Settings::default()), file, &mut |reading| {
        records.extend(reading.records.into_iter().map(|record| ("reuters".to_owned(), record)));
    });
    let (mut archive, mut ledger) = (Archive::default(), Ledger::default());
    let mut intake = archive.open(Alike::Merged);
    intake.records(records, &mut ledger);
    archive.close(intake);
    let sum = ledger.summary();
    assert!(ledger.adds_up());
    assert_eq!((sum.records, sum.rejected), (21_578, 1));
    assert_eq!(sum.problems[&ProblemCode::NearCopy], 366);
}
