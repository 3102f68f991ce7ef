//! `backissue import --dry-run`: shows what an import would make of its sources, and writes nothing.

use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::article::{Article, Origin, Rejection, plain_text};
use crate::import::{Field, Reading};

/// How many articles are shown as examples.
const EXAMPLES: usize = 3;

/// How many characters of a field are shown.
const WIDTH: usize = 70;

/// What was found in one source, whose parts come one after the other.
#[derive(Debug, Default)]
pub(super) struct Sight {
    source: String,
    format: &'static str,
    articles: usize,
    rejected: usize,
    /// By field, what the source calls it, and how often.
    origins: BTreeMap<&'static str, BTreeMap<String, usize>>,
    examples: BTreeMap<&'static str, Vec<String>>,
    rejections: Vec<String>,
}

impl Sight {
    pub(super) fn of(source: &str) -> Self {
        Self { source: source.to_owned(), ..Self::default() }
    }

    pub(super) fn is_of(&self, source: &str) -> bool {
        self.source == source
    }

    /// Takes up the next part.
    pub(super) fn take(&mut self, reading: &Reading) {
        if self.format.is_empty() {
            self.format = reading.format;
        }
        for record in &reading.records {
            match &record.outcome {
                Ok(article) => self.article(article, &record.origins),
                Err(rejection) => {
                    self.rejected += 1;
                    if self.rejections.len() < EXAMPLES {
                        let Rejection { reason, hint } = rejection;
                        self.rejections.push(format!("{}: {reason}\n    hint: {hint}", record.place));
                    }
                }
            }
        }
    }

    fn article(&mut self, article: &Article, origins: &[Origin]) {
        self.articles += 1;
        for Origin { field, from } in origins {
            *self.origins.entry(field).or_default().entry(from.to_string()).or_default() += 1;
        }
        for field in Field::ALL {
            let examples = self.examples.entry(field.name()).or_default();
            if examples.len() < EXAMPLES {
                examples.extend(value(article, field).map(|text| cut(&text)));
            }
        }
    }

    /// Prints it; nothing if there was no part.
    pub(super) fn show(&self, out: &mut impl Write) -> io::Result<()> {
        if self.source.is_empty() {
            return Ok(());
        }
        let Self { source, format, articles, rejected, .. } = self;
        writeln!(out, "{source}: {format}, {articles} articles, {rejected} rejected")?;
        for name in Field::ALL.map(Field::name) {
            let examples = self.examples.get(name).map_or(&[][..], Vec::as_slice);
            match self.origins.get(name) {
                None if examples.is_empty() => continue,
                None => writeln!(out, "  {name}")?,
                Some(counts) => {
                    let counts: Vec<String> =
                        counts.iter().map(|(name, count)| format!("{name} ({count})")).collect();
                    writeln!(out, "  {name} <- {}", counts.join(", "))?;
                }
            }
            examples.iter().try_for_each(|example| writeln!(out, "      {example}"))?;
        }
        self.rejections.iter().try_for_each(|rejection| writeln!(out, "  rejected {rejection}"))
    }
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
