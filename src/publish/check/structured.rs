//! What a page's JSON-LD says, by schema.org and by Google's rules for articles.

use serde_json::Value;

use super::problem::{Kind, Problem};
use crate::article::Timestamp;

/// What is taken from JSON-LD.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Structured {
    /// The article's type, else the first.
    pub kind: Option<String>,
    pub headline: Option<String>,
    pub authors: Vec<String>,
    pub published: Option<String>,
    pub publisher: Option<String>,
}

/// Reads the texts of a page's JSON-LD scripts.
pub(super) fn read(page: &str, scripts: &[String], problems: &mut Vec<Problem>) -> Structured {
    let mut found = Structured::default();
    for script in scripts {
        match serde_json::from_str(script) {
            Ok(value) => each(page, &value, true, &mut found, problems),
            Err(error) => {
                problems.push(Problem::new(Kind::InvalidJsonLd, page, format!("it is no JSON: {error}")));
            }
        }
    }
    found
}

fn each(page: &str, value: &Value, with_context: bool, found: &mut Structured, problems: &mut Vec<Problem>) {
    let mut invalid = |message: &str| problems.push(Problem::new(Kind::InvalidJsonLd, page, message));
    match value {
        Value::Array(items) => {
            items.iter().for_each(|item| each(page, item, with_context, found, problems));
        }
        Value::Object(object) => {
            let context = object.get("@context").map(Value::to_string).unwrap_or_default();
            if with_context && !context.contains("schema.org") {
                invalid("it has no @context of schema.org");
            }
            if let Some(graph) = object.get("@graph") {
                return each(page, graph, false, found, problems);
            }
            match names(object.get("@type")).first() {
                None => invalid("it has no @type"),
                Some(kind) => node(page, kind, value, found, problems),
            }
        }
        _ => invalid("it is no object"),
    }
}

fn node(page: &str, kind: &str, value: &Value, found: &mut Structured, problems: &mut Vec<Problem>) {
    let is_article = kind.ends_with("Article") || kind.ends_with("Posting");
    if found.kind.is_none() || is_article {
        found.kind = Some(kind.to_owned());
    }
    if is_article {
        found.headline = text(&value["headline"]);
        found.authors = names(value.get("author"));
        found.published = text(&value["datePublished"]);
        found.publisher = names(value.get("publisher")).into_iter().next();
        article(page, value, found, problems);
    }
}

fn article(page: &str, value: &Value, found: &Structured, problems: &mut Vec<Problem>) {
    let mut say = |kind, message: String| problems.push(Problem::new(kind, page, message));
    if found.headline.is_none() {
        say(Kind::InvalidJsonLd, "the article has no headline".to_owned());
    }
    for date in ["datePublished", "dateModified"] {
        let wrong = |value: &&Value| text(value).is_none_or(|text| text.parse::<Timestamp>().is_err());
        if let Some(value) = value.get(date).filter(wrong) {
            say(Kind::InvalidJsonLd, format!("{date} is {value}, which is no date of ISO 8601"));
        }
    }
    let lacks = ["author", "datePublished", "image"].into_iter().filter(|name| value.get(name).is_none());
    let lacks: Vec<&str> = lacks.collect();
    if !lacks.is_empty() {
        say(Kind::IncompleteJsonLd, format!("the article has no {}", lacks.join(", no ")));
    }
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// The names of one or several, each a text or an object with a `name`.
fn names(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::Array(items)) => items.iter().flat_map(|item| names(Some(item))).collect(),
        Some(value) => text(value).or_else(|| text(&value["name"])).into_iter().collect(),
        None => Vec::new(),
    }
}
