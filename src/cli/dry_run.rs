//! `backissue import --dry-run`: shows what an import would make of its sources, and writes nothing.

use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::article::{Article, Origin, Record, plain_text};
use crate::import::{Field, Reading};

/// How many articles are shown as examples.
const EXAMPLES: usize = 3;

/// How many characters of a field are shown.
const WIDTH: usize = 70;

/// Prints what was found in one source.
pub(super) fn show(out: &mut impl Write, source: &str, reading: &Reading) -> io::Result<()> {
    let articles: Vec<(&Record, &Article)> =
        reading.records.iter().filter_map(|record| Some((record, record.outcome.as_deref().ok()?))).collect();
    let rejected = reading.records.len() - articles.len();
    writeln!(out, "{source}: {}, {} articles, {rejected} rejected", reading.format, articles.len())?;
    let origins = origins(&articles);
    for field in Field::ALL {
        let name = field.name();
        let examples = articles.iter().filter_map(|(_, article)| value(article, field)).take(EXAMPLES);
        let examples: Vec<String> = examples.map(|text| cut(&text)).collect();
        match (origins.get(name), examples.as_slice()) {
            (None, []) => continue,
            (Some(from), _) => writeln!(out, "  {name} <- {from}")?,
            (None, _) => writeln!(out, "  {name}")?,
        }
        examples.iter().try_for_each(|example| writeln!(out, "      {example}"))?;
    }
    for (record, rejection) in reading
        .records
        .iter()
        .filter_map(|record| Some((record, record.outcome.as_ref().err()?)))
        .take(EXAMPLES)
    {
        writeln!(out, "  rejected {}: {}\n    hint: {}", record.place, rejection.reason, rejection.hint)?;
    }
    Ok(())
}

/// By field, what the source calls it, and how often: `headline (12), title (3)`.
fn origins(articles: &[(&Record, &Article)]) -> BTreeMap<&'static str, String> {
    let mut counts: BTreeMap<&'static str, BTreeMap<&str, usize>> = BTreeMap::new();
    for Origin { field, from } in articles.iter().flat_map(|(record, _)| &record.origins) {
        *counts.entry(field).or_default().entry(from).or_default() += 1;
    }
    let line = |counts: BTreeMap<&str, usize>| {
        let counts: Vec<String> = counts.iter().map(|(name, count)| format!("{name} ({count})")).collect();
        counts.join(", ")
    };
    counts.into_iter().map(|(field, counts)| (field, line(counts))).collect()
}

fn value(article: &Article, field: Field) -> Option<String> {
    let list = |texts: Vec<&str>| Some(texts.join(" | ")).filter(|text| !text.is_empty());
    match field {
        Field::Title => Some(article.title.clone()),
        Field::Body => Some(plain_text(&article.body)).filter(|text| !text.is_empty()),
        Field::Standfirst => article.standfirst.clone(),
        Field::Url => article.url.clone(),
        Field::Id => Some(article.id.clone()),
        Field::Published => article.published.map(|at| at.to_string()),
        Field::Modified => article.modified.map(|at| at.to_string()),
        Field::Authors => list(article.authors.iter().map(|person| person.name.as_str()).collect()),
        Field::Tags => list(article.tags.iter().map(crate::article::Tag::as_str).collect()),
        Field::Keywords => list(article.keywords.iter().map(String::as_str).collect()),
        Field::Section => article.section.clone(),
        Field::Picture => article.picture.as_ref().map(|picture| picture.src.clone()),
        Field::Language => article.language.as_ref().map(|language| language.as_str().to_owned()),
        Field::Publisher => article.publisher.as_ref().map(|publisher| publisher.name.clone()),
        Field::Rights => article.rights.clone(),
        Field::Slug | Field::Status => None,
    }
}

fn cut(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(WIDTH) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
