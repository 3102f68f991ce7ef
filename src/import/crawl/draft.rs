//! What the readers of lines hand on: an article whose date, body and identity are still to be made.

mod identity;
mod when;

use super::header::Header;
use super::outline::Part;
use super::paragraphs::{self, Names};
use super::stamp::Stamp;
use super::{address, language, prose};
use crate::article::html::fold;
use crate::article::{Article, Block, Date, Picture, Problem, ProblemCode, Provenance, Span};

/// An article in the making.
#[derive(Debug, Default)]
pub(super) struct Draft<'a> {
    pub(super) article: Article,
    pub(super) body: Vec<Part<'a>>,
    pub(super) stamps: Vec<Stamp>,
    /// A day that some other line named.
    pub(super) day: Option<Date>,
    pub(super) problems: Vec<Problem>,
}

impl Draft<'_> {
    /// Notes a field that was worked out.
    pub(super) fn guess(&mut self, place: impl Into<String>, message: impl Into<String>) {
        self.problems.push(Problem::new(ProblemCode::Guessed, place, message));
    }

    /// Makes the article whole.
    pub(super) fn finish(mut self, header: &Header, provenance: Provenance) -> (Article, Vec<Problem>) {
        if !header.found {
            let what = "the first line is not like ' date 2023-06-06 https://…'; it was read as text";
            self.problems.insert(0, Problem::new(ProblemCode::Missing, "line 1", what));
        }
        self.article.url = header.address.map(str::to_owned);
        self.article.body = self.blocks();
        if self.article.body.is_empty() {
            self.problems.push(Problem::new(
                ProblemCode::Missing,
                "body",
                "the page has no text below its headline",
            ));
        }
        self.cut_standfirst();
        self.date(header);
        self.headline(&provenance.source);
        self.language();
        self.article.provenance = Some(provenance);
        self.article.id = self.article.url.clone().unwrap_or_else(|| identity::of_content(&self.article));
        (self.article, self.problems)
    }

    fn blocks(&self) -> Vec<Block> {
        let article = &self.article;
        let context = [article.title.as_str(), article.standfirst.as_deref().unwrap_or("")];
        let context = context.into_iter().chain(article.tags.iter().map(crate::article::Tag::as_str));
        let context = context.chain(article.keywords.iter().map(String::as_str));
        let texts = self.body.iter().filter_map(|part| match part {
            Part::Text(text) => Some(*text),
            Part::Heading(_) | Part::Picture(_) => None,
        });
        let names = Names::new(context, texts);
        self.body.iter().flat_map(|part| blocks_of(*part, &names)).collect()
    }

    /// A standfirst that a machine cut short says nothing that the body doesn't begin with.
    fn cut_standfirst(&mut self) {
        let Some(standfirst) = self.article.standfirst.as_deref().filter(|text| prose::is_cut(text)) else {
            return;
        };
        let text = self.article.body_text();
        let stem = standfirst.trim_end_matches(['.', '…']).trim_end();
        if begins_with(&text, stem) {
            self.article.standfirst = None;
        } else {
            self.guess("standfirst", "it was cut short by the publisher and kept as it is");
        }
    }

    fn date(&mut self, header: &Header) {
        let dates = when::resolve(header, &self.stamps, self.day);
        self.article.published = dates.published;
        self.article.modified = dates.modified;
        self.problems.extend(dates.problem);
    }

    fn headline(&mut self, source: &str) {
        if !self.article.title.is_empty() {
            return;
        }
        let text = self.article.body_text();
        let (title, from) = match self.article.url.as_deref().and_then(address::headline) {
            Some(title) => (title, "the address"),
            None if text.trim().is_empty() => (source.to_owned(), "the name of the file"),
            None => (first_words(&text), "the first words of the text"),
        };
        self.guess("title", format!("the page has no headline; '{title}' is from {from}"));
        self.article.title = title;
    }

    fn language(&mut self) {
        if self.article.language.is_some() {
            return;
        }
        let text = format!("{}\n{}", self.article.title, self.article.body_text());
        if let Some(language) = language::guess(&text) {
            self.guess("language", format!("'{}', from the script of the text", language.as_str()));
            self.article.language = Some(language);
        }
    }
}

fn blocks_of(part: Part, names: &Names) -> Vec<Block> {
    match part {
        Part::Text(text) => {
            let block = |piece: paragraphs::Piece| match piece.heading {
                true => Block::Heading { level: 2, text: vec![Span::text(fold(piece.text))] },
                false => Block::Paragraph(vec![Span::text(fold(piece.text))]),
            };
            paragraphs::split(text, names).into_iter().map(block).collect()
        }
        Part::Heading(text) => vec![Block::Heading { level: 2, text: vec![Span::text(fold(text))] }],
        Part::Picture(src) => vec![Block::Figure(Picture { src: src.to_owned(), ..Picture::default() })],
    }
}

/// Whether `text` begins with `stem`, white space and a dateline of a few words aside.
fn begins_with(text: &str, stem: &str) -> bool {
    let flat: String = text.chars().take(stem.chars().count() + 200).collect();
    let flat = flat.split_whitespace().collect::<Vec<_>>().join(" ");
    let stem = stem.split_whitespace().collect::<Vec<_>>().join(" ");
    !stem.is_empty() && flat.find(&stem).is_some_and(|at| flat[..at].chars().count() <= 60)
}

fn first_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(12).collect();
    let line: String = words.join(" ").chars().take(100).collect();
    if words.len() == 12 { line + " …" } else { line }
}
