//! The fixtures of feed-rs: feeds, each with what is in it as JSON.

use std::fs;
use std::path::{Path, PathBuf};

use backissue::article::Article;
use serde_json::Value;

use super::score::{Score, equal};
use crate::import::read;
use crate::shared;

pub(super) fn run(score: &mut Score) -> Option<()> {
    let folder = shared::folder("suites/feed-rs.tar.xz")?;
    let mut paths = Vec::new();
    feeds(folder.path(), &mut paths);
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let reading = read(&name, &fs::read(&path).unwrap());
        let Ok(expected) = fs::read(path.with_extension("serde.json")) else { continue };
        let expected: Value = serde_json::from_slice(&expected).unwrap();
        let articles: Vec<Article> = reading
            .records
            .into_iter()
            .filter_map(|record| record.outcome.ok())
            .map(|article| *article)
            .collect();
        score.case(&name, feed(&articles, &expected));
    }
    Some(())
}

fn feeds(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.to_string_lossy().into_owned();
        if path.is_dir() {
            feeds(&path, found);
        } else if name.contains("/fixture/") && !name.ends_with(".serde.json") {
            found.push(path);
        }
    }
}

fn feed(articles: &[Article], expected: &Value) -> Result<(), String> {
    let entries = expected["entries"].as_array().cloned().unwrap_or_default();
    if articles.len() != entries.len() {
        return Err(format!("{} articles, not {}", articles.len(), entries.len()));
    }
    articles.iter().zip(&entries).try_for_each(|(article, entry)| one(article, entry))
}

fn one(article: &Article, entry: &Value) -> Result<(), String> {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(title) = entry["title"]["content"].as_str().filter(|title| !title.contains(['<', '&'])) {
        equal("title", &article.title, &words(title))?;
    }
    if let Some(link) = entry["links"][0]["href"].as_str().filter(|link| is_own(link)) {
        let rel = entry["links"][0]["rel"].as_str();
        let found = article.url.clone().unwrap_or_default();
        if rel.is_none_or(|rel| rel == "alternate") && !found.eq_ignore_ascii_case(link) {
            let same = url::Url::parse(link).is_ok_and(|link| link.as_str() == found);
            if !same {
                equal("link", &found, link)?;
            }
        }
    }
    if let Some(at) =
        entry["published"].as_str().and_then(|at| at.parse::<backissue::article::Timestamp>().ok())
    {
        let found = article.published.map(|at| at.order_key());
        if found != Some(at.order_key()) {
            return Err(format!("published {:?}, not {at}", article.published));
        }
    }
    let names: Vec<String> = entry["authors"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|author| author["name"].as_str())
        .map(words)
        .filter(|name| !name.is_empty() && name != "author")
        .collect();
    let missing = names.iter().find(|name| {
        let known = |part: &str| article.authors.iter().any(|author| author.name == part.trim());
        // A byline with several names gives several authors.
        !known(name) && !name.split(" and ").flat_map(|part| part.split(',')).all(known)
    });
    if let Some(missing) = missing {
        return Err(format!("no author {missing:?} in {:?}", article.authors));
    }
    for category in entry["categories"].as_array().into_iter().flatten() {
        let term = category["label"].as_str().or(category["term"].as_str()).map(words).unwrap_or_default();
        if !term.is_empty() && !term.contains('&') && !article.tags.iter().any(|tag| tag.as_str() == term) {
            return Err(format!("no tag {term:?} in {:?}", article.tags));
        }
    }
    Ok(())
}

/// Where a feed was passed on by a service, the article has its original address.
fn is_own(link: &str) -> bool {
    link.starts_with("http") && !link.contains("//feedproxy.")
}
