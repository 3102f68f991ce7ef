//! Fills in what an importer may leave to the front door: provenance, title, language and id. Changes nothing that is
//! there but levels of headings.

use super::{Format, Source, headings, tongue};
use crate::archive::{stand_in_id, stand_in_title};
use crate::article::{Article, Problem, ProblemCode, Provenance, Record};

/// Completes the article of a record, if it has one, and says what was made up.
pub(super) fn complete(record: &mut Record, source: &Source<'_>, format: Format) {
    let Record { place, outcome: Ok(article), problems, .. } = record else { return };
    headings::level(&mut article.body);
    if article.provenance.is_none() {
        let importer = format.name().to_owned();
        article.provenance = Some(Provenance { source: source.name().to_owned(), importer });
    }
    if article.title.is_empty() {
        article.title = title(article, source);
        let message = format!("no title; it is now '{}'", article.title);
        problems.push(Problem::new(ProblemCode::Missing, format!("{place}: title"), message));
    }
    tongue::detect(article, problems);
    if article.id.is_empty() {
        article.id = stand_in_id(article);
    }
}

fn title(article: &Article, source: &Source<'_>) -> String {
    let words = stand_in_title(article);
    if words.is_empty() { source.name().to_owned() } else { words }
}
