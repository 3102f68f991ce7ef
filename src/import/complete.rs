//! Fills in what an importer may leave to the front door: provenance, title, language and id. Of what is there it levels
//! headings, folds spaces in single lines, writes addresses out, and tidies the standfirst.

use super::draft::repeats;
use super::{Format, Source, headings, marks, tongue};
use crate::archive::{stand_in_id, stand_in_title};
use crate::article::html::{address, fold};
use crate::article::{Article, Block, Problem, ProblemCode, Provenance, Record, plain_text};

/// Completes the article of a record, if it has one, and says what was made up.
pub(super) fn complete(record: &mut Record, source: &Source<'_>, format: Format) {
    let Record { place, outcome: Ok(article), problems, origins, .. } = record else { return };
    article.title = fold(&article.title);
    write_addresses_out(article);
    headings::level(&mut article.body);
    if article.provenance.is_none() {
        let importer = format.name().to_owned();
        let page = source.page().filter(|_| format.is_one_record());
        article.provenance = Some(Provenance { source: source.name().to_owned(), importer, page });
    }
    let is_untitled = article.title.is_empty();
    if is_untitled {
        article.title = title(article, source);
        let message = format!("no title; it is now '{}'", article.title);
        problems.push(Problem::new(ProblemCode::Missing, format!("{place}: title"), message));
    }
    tidy_standfirst(article);
    for text in [&mut article.section, &mut article.rights] {
        *text = text.take().map(|text| fold(&text)).filter(|text| !text.is_empty());
    }
    tongue::detect(article, problems);
    if article.id.is_empty() {
        article.id = stand_in_id(article);
    }
    // A page shows what it begins with; a record of fields may have its headline nowhere else.
    let is_of_fields = !origins.is_empty() && !format.is_one_record();
    if is_untitled && is_of_fields && begins_with_headline(article) {
        article.body.remove(0);
    }
}

/// Whether the text goes on after a first paragraph that stands above it as the headline.
fn begins_with_headline(article: &Article) -> bool {
    let [first @ Block::Paragraph(_), _, ..] = article.body.as_slice() else { return false };
    let bare = |text: &str| text.trim().trim_matches('*').to_owned();
    same(&bare(&plain_text(std::slice::from_ref(first))), &bare(&article.title))
}

/// Takes marks of Markdown off a standfirst, and leaves it out if it only repeats the headline or how the text begins.
pub(super) fn tidy_standfirst(article: &mut Article) {
    let Some(text) = article.standfirst.take() else { return };
    let words = fold(&marks::plain_words(&text));
    if !words.is_empty() && !same(&words, &article.title) && !repeats(&words, &article.body) {
        article.standfirst = Some(words);
    }
}

/// As archives have them: `https://example.org/a\\b` is percent-encoded. What can't be read as an address stays.
fn write_addresses_out(article: &mut Article) {
    let write_out = |text: &mut String| {
        if let Ok(whole) = address::picture(text, None) {
            *text = whole;
        }
    };
    article.url.iter_mut().for_each(write_out);
    article.related.iter_mut().for_each(|link| write_out(&mut link.url));
    article.each_picture(&mut |picture| write_out(&mut picture.src));
}

fn title(article: &Article, source: &Source<'_>) -> String {
    let words = stand_in_title(article);
    if words.is_empty() { source.name().to_owned() } else { words }
}

/// Whether two texts have the same words, whatever their case, spaces and last sign.
pub(super) fn same(a: &str, b: &str) -> bool {
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
    fn a_headline_made_of_the_first_line_does_not_stand_there_twice() {
        let told = |text: &str| {
            let settings = Settings::default();
            let json = serde_json::json!([{ "text": text }, { "text": "b" }]).to_string();
            let reading = read(&Source::new("a.json", &settings), json.as_bytes());
            let article = reading.records[0].outcome.as_deref().unwrap().clone();
            (article.title.clone(), article.body_text().trim_end().to_owned())
        };
        let pair = |title: &str, text: &str| (title.to_owned(), text.to_owned());
        assert_eq!(
            told("**Ferry sails again\n\nIt left at noon."),
            pair("**Ferry sails again", "It left at noon.")
        );
        assert_eq!(told("Ferry sails again"), pair("Ferry sails again", "Ferry sails again"));
    }

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
        assert_eq!(standfirst("It left at"), None);
        for text in ["Ferry sails again at last", "It left at **noon**, [they](b.html) say"] {
            assert_eq!(standfirst(text), Some(text.replace("**", "").replace("[they](b.html)", "they")));
        }
    }
}
