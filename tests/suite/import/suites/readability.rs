//! Readability's pages: what a page says of itself, and its text, word by word.

use std::collections::HashMap;
use std::fs;
use std::sync::OnceLock;

use backissue::article::{Article, html, plain_text};
use rayon::prelude::*;
use serde_json::Value;

use super::score::{Score, equal};
use crate::import::read;
use crate::shared;

/// What the words of the text must agree to on average: the harmonic mean of precision and recall.
const LEAST_F1: f64 = 0.95;

struct Page {
    name: String,
    article: Option<Article>,
    expected: Value,
    f1: f64,
}

/// Read once.
fn pages() -> Option<&'static [Page]> {
    static PAGES: OnceLock<Option<Vec<Page>>> = OnceLock::new();
    PAGES.get_or_init(read_pages).as_deref()
}

fn read_pages() -> Option<Vec<Page>> {
    let folder = shared::folder("suites/readability-pages.tar.xz")?;
    let root = folder.path().join("readability/test-pages");
    let mut cases: Vec<_> = fs::read_dir(&root).unwrap().map(|case| case.unwrap().path()).collect();
    cases.sort();
    let page = |case: std::path::PathBuf| {
        let mut records = read("page.html", &fs::read(case.join("source.html")).unwrap()).records;
        let article = records.pop().and_then(|record| record.outcome.ok()).map(|article| *article);
        let text = fs::read_to_string(case.join("expected.html")).unwrap();
        let expected = plain_text(&html::read(&text, None).0);
        let found = article.as_ref().map(Article::body_text).unwrap_or_default();
        Page {
            name: case.file_name().unwrap().to_string_lossy().into_owned(),
            expected: serde_json::from_slice(&fs::read(case.join("expected-metadata.json")).unwrap())
                .unwrap(),
            f1: f1(&found, &expected),
            article,
        }
    };
    Some(cases.into_par_iter().map(page).collect())
}

/// A page passes if its words agree to 0.9.
pub(super) fn text(score: &mut Score) -> Option<()> {
    let pages = pages()?;
    let mean = pages.iter().map(|page| page.f1).sum::<f64>() / pages.len() as f64;
    eprintln!("Readability: the words agree to {mean:.3} on average");
    for page in pages {
        let outcome = if page.f1 >= 0.9 { Ok(()) } else { Err(format!("the words agree to {:.3}", page.f1)) };
        score.case(&page.name, outcome);
    }
    assert!(mean >= LEAST_F1, "the words agree to {mean:.3} on average, not {LEAST_F1}");
    Some(())
}

/// Title, byline, language, direction, site and time, a case each.
pub(super) fn fields(score: &mut Score) -> Option<()> {
    for Page { name, article, expected, .. } in pages()? {
        let nothing = Article::default();
        let article = article.as_ref().unwrap_or(&nothing);
        let names: Vec<&str> = article.authors.iter().map(|author| author.name.as_str()).collect();
        let language = article.language.as_ref();
        let published = article.published.map(|at| at.order_key());
        for (field, found) in [
            ("title", article.title.clone()),
            ("byline", names.join(" ")),
            ("lang", language.map(|language| language.as_str().to_lowercase()).unwrap_or_default()),
            ("dir", language.map(|language| language.direction().as_str().to_owned()).unwrap_or_default()),
            ("siteName", article.publisher.as_ref().map(|site| site.name.clone()).unwrap_or_default()),
            ("publishedTime", published.map(|at| at.to_string()).unwrap_or_default()),
        ] {
            let Some(text) = expected[field].as_str() else { continue };
            let text = words(text).collect::<Vec<_>>().join(" ");
            let case = format!("{name} {field}");
            score.case(
                &case,
                match field {
                    "byline" => byline(&found, &text),
                    "lang" => equal(field, &found, &text.to_lowercase().replace('_', "-")),
                    "publishedTime" => when(published, &text),
                    _ => equal(field, &words(&found).collect::<Vec<_>>().join(" "), &text),
                },
            );
        }
    }
    Some(())
}

/// Several names make several authors; what joins and introduces them doesn't count.
fn byline(found: &str, expected: &str) -> Result<(), String> {
    let names = |text: &str| {
        let joins = ["by", "written", "and", "&", "|"];
        let text = text.to_lowercase().replace([',', ';'], " ");
        words(&text).filter(|word| !joins.contains(word)).map(str::to_owned).collect::<Vec<_>>().join(" ")
    };
    equal("byline", &names(found), &names(expected))
}

fn when(found: Option<i64>, expected: &str) -> Result<(), String> {
    let at = backissue::article::loose_date::read(expected).map(|loose| loose.at.order_key());
    if at.is_some() && at == found { Ok(()) } else { Err(format!("published {found:?}, not {expected}")) }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
}

fn f1(found: &str, expected: &str) -> f64 {
    let mut counts: HashMap<&str, i64> = HashMap::new();
    words(expected).for_each(|word| *counts.entry(word).or_default() += 1);
    let mut shared = 0_usize;
    for word in words(found) {
        let left = counts.entry(word).or_default();
        shared += usize::from(*left > 0);
        *left -= 1;
    }
    let all = words(found).count() + words(expected).count();
    if all == 0 { 1.0 } else { 2.0 * shared as f64 / all as f64 }
}
