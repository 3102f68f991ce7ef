//! The sample archive keeps its promises.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use backissue::archive::feed::{read, write};

#[test]
fn the_sample_is_whole() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("static");
    let bytes = fs::read(folder.join("articles.json")).unwrap();
    let reading = read("articles.json", &bytes).unwrap();
    assert!(
        reading.problems.is_empty() && reading.ledger.lines().iter().all(|line| line.problems.is_empty())
    );
    assert_eq!(write(&reading.archive).as_bytes(), bytes);
    let articles: Vec<_> = reading.archive.entries().iter().map(|entry| &entry.article).collect();
    assert!(articles.len() >= 40);
    let mut languages = BTreeSet::new();
    let mut pictures = 0;
    for article in &articles {
        let title = &article.title;
        let language = article.language.as_ref().unwrap().primary().to_owned();
        let text = article.body_text();
        let (length, least, most) = match language.as_str() {
            "zh" | "ja" => (text.chars().filter(|c| !c.is_ascii()).count(), 600, 1600),
            _ => (text.split_whitespace().count(), 250, 800),
        };
        assert!((least..=most).contains(&length), "{title}: {length}");
        assert!(
            article.standfirst.is_some() && article.published.is_some() && article.section.is_some(),
            "{title}"
        );
        assert!((3..=8).contains(&article.tags.len()) && !article.related.is_empty(), "{title}");
        if let Some(picture) = &article.picture {
            pictures += 1;
            let svg = fs::read_to_string(folder.join(&picture.src)).unwrap();
            assert!(picture.alt.is_some(), "{title}");
            let size = picture.width.zip(picture.height).unwrap();
            assert!(svg.contains(&format!("width=\"{}\" height=\"{}\"", size.0, size.1)), "{title}");
            let scripts = ["<script", "javascript:", " onload", " onclick", "<foreignObject", "href="];
            assert!(!scripts.iter().any(|active| svg.contains(active)), "{title}");
        }
        languages.insert(language);
    }
    assert!(pictures >= 12);
    assert!(["ar", "ja", "ru", "zh"].iter().all(|language| languages.contains(*language)));
}
