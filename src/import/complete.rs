//! Fills in what an importer may leave to the front door: provenance, title, language and id. Changes nothing that is
//! there but levels of headings, and leaves out a standfirst that only repeats the headline.

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
    if article.standfirst.as_deref().is_some_and(|text| same(text, &article.title)) {
        article.standfirst = None;
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

/// Whether two texts have the same words, whatever their case, spaces and last sign.
fn same(a: &str, b: &str) -> bool {
    let words = |text: &str| {
        let text = text.trim_end().trim_end_matches(['.', '!', '?', '…']).to_lowercase();
        text.split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    words(a) == words(b)
}

#[cfg(test)]
mod tests {
    use crate::import::{Settings, Source, read};

    #[test]
    fn a_standfirst_that_repeats_the_headline_is_left_out() {
        let standfirst = |text: &str| {
            let page =
                format!("---\ntitle: Ferry sails again\ndescription: \"{text}\"\n---\nIt left at noon.\n");
            let settings = Settings::default();
            let reading = read(&Source::new("a.md", &settings), page.as_bytes());
            reading.records[0].outcome.as_deref().unwrap().standfirst.clone()
        };
        assert_eq!(standfirst("Ferry Sails  again."), None);
        assert_eq!(standfirst("Ferry sails again at last"), Some("Ferry sails again at last".to_owned()));
    }
}
