//! CommonMark's examples through blocks: the text must be preserved.

use backissue::import::{self, Settings, Source};
use serde_json::Value;

use super::score::{Score, equal};
use crate::shared;

pub(super) fn run(score: &mut Score) -> Option<()> {
    let folder = shared::folder("suites/commonmark.tar.xz")?;
    let spec = std::fs::read(folder.path().join("commonmark/spec.json")).unwrap();
    let examples: Vec<Value> = serde_json::from_slice(&spec).unwrap();
    let settings = Settings { format: Some("markdown".parse().unwrap()), ..Settings::default() };
    for example in examples {
        let [markdown, html] = ["markdown", "html"].map(|key| example[key].as_str().unwrap());
        let name = format!("{} {}", example["example"], example["section"]);
        // A name without an ending or a word leaves the title to the text.
        let reading = import::read(&Source::new("", &settings), markdown.as_bytes());
        let articles = reading.records.iter().filter_map(|record| record.outcome.as_ref().ok());
        let found: String = articles.map(|article| text_of(article, &reading)).collect();
        score.case(&name, equal("the text", &letters(&found), &letters(&seen(html))));
    }
    Some(())
}

/// The title is part of the text where it was taken from it.
fn text_of(article: &backissue::article::Article, reading: &import::Reading) -> String {
    let is_made_up = reading
        .records
        .iter()
        .flat_map(|record| &record.problems)
        .any(|problem| problem.place.ends_with("title"));
    let title = if is_made_up { "" } else { article.title.as_str() };
    format!("{title}\n{}", article.body_text())
}

/// What a browser would show, as text.
fn seen(html: &str) -> String {
    let document = scraper::Html::parse_fragment(html);
    let is_hidden = |name: &str| matches!(name, "script" | "style" | "textarea");
    let nodes = document.tree.nodes().filter(|node| {
        !node.ancestors().any(|above| above.value().as_element().is_some_and(|above| is_hidden(above.name())))
    });
    nodes.filter_map(|node| node.value().as_text().map(|text| text.to_string())).collect()
}

/// White space apart, which HTML folds.
fn letters(text: &str) -> String {
    text.split_whitespace().collect()
}
