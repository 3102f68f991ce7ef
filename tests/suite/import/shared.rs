//! The real pages that lie beside the repository, where they do: `BACKISSUE_SHARED`, else `../shared`.

use std::fs;
use std::path::{Path, PathBuf};

use backissue::article::{Article, Block, Problem};

use super::article;

fn read(name: &str) -> Option<(Article, Vec<Problem>)> {
    let shared = std::env::var_os("BACKISSUE_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let path = shared.join("seeds").join(name);
    match fs::read(&path) {
        Ok(bytes) => Some(article(path.file_name()?.to_str()?, &bytes)),
        Err(_) => {
            eprintln!("skipped: {} is not here", path.display());
            None
        }
    }
}

fn count(article: &Article) -> (usize, usize) {
    let headings = article.body.iter().filter(|block| matches!(block, Block::Heading { .. })).count();
    let paragraphs = article.body.iter().filter(|block| matches!(block, Block::Paragraph(_))).count();
    (headings, paragraphs)
}

#[test]
fn every_field_of_the_seed_is_recovered() {
    let name = "000_38896626c9d17785.txt";
    let Some((article, problems)) = read(name) else { return };
    assert_eq!(problems, []);
    assert!(article.title.starts_with("Russia’s Lavrov Urges"));
    assert!(article.standfirst.as_ref().is_some_and(|text| text.ends_with("control over region.")));
    let time = Some("2023-06-06T11:43:00Z".to_owned());
    assert_eq!(
        (article.published.map(|at| at.to_string()), article.modified.map(|at| at.to_string())),
        (time.clone(), time)
    );
    assert_eq!(article.section.as_deref(), Some("world"));
    assert_eq!((article.tags.len(), article.keywords.len(), article.related.len()), (8, 7, 2));
    assert_eq!(count(&article), (0, 14));
    let picture = article.picture.as_ref().unwrap();
    assert!(picture.src.ends_with(".jpg"));
    assert_eq!((picture.width, picture.height), (Some(1920), Some(1080)));
    let publisher = article.publisher.as_ref().unwrap();
    assert_eq!(publisher.name, "Sputnik International");
    assert_eq!(publisher.email.as_deref(), Some("feedback@sputniknews.com"));
    assert_eq!(publisher.telephone.as_deref(), Some("+74956456601"));
    assert_eq!(publisher.organisation.as_deref(), Some("MIA „Rosiya Segodnya“"));
    assert_eq!(article.language.as_ref().map(|language| language.as_str()), Some("en"));
    assert!(article.url.as_ref().is_some_and(|url| url.ends_with("-1110946133.html")));
    assert_eq!(Some(&article.id), article.url.as_ref());
    let provenance = article.provenance.unwrap();
    assert_eq!((provenance.source.as_str(), provenance.importer.as_str()), (name, "crawl-text"));
}

#[test]
fn headings_of_the_spanish_excerpts_stand_apart() {
    let Some((article, _)) = read("same-shape/es-lat-20230206.txt") else { return };
    assert_eq!(article.published.map(|at| at.to_string()).as_deref(), Some("2023-02-06"));
    assert_eq!(count(&article), (2, 5));
    let Some((article, _)) = read("same-shape/es-mundo-20220411.txt") else { return };
    assert_eq!((article.title.as_str(), count(&article)), ("EEUU: se acerca el fin del imperio", (2, 3)));
    let Some((article, _)) = read("same-shape/es-lat-20240113.txt") else { return };
    assert_eq!(count(&article), (1, 3));
    assert!(article.standfirst.is_some() && article.title.starts_with("\"Goleada\""));
}

#[test]
fn a_page_without_an_address_keeps_its_text_only() {
    let Some((article, problems)) = read("same-shape/ru-ria-20260227.txt") else { return };
    assert!(article.title.starts_with("Захарова назвала") && !problems.is_empty());
    assert_eq!(article.published.map(|at| at.to_string()).as_deref(), Some("2026-02-27T15:39:00"));
    assert_eq!((count(&article), article.standfirst), ((0, 2), None));
    let Some((article, _)) = read("same-shape/en-globe-20220325-visible.txt") else { return };
    assert!(count(&article).1 >= 3);
}
