//! Markdown with YAML or TOML front matter, as Jekyll, Hugo, Zola and Eleventy have it.

mod authors;
mod fields;
mod front;
mod marks_of_others;
mod path;
mod template;
mod text;
mod value;
mod yaml;

pub use authors::AuthorNames;

use super::draft::{Draft, plain};
use super::{Content, Format, Head, Reading, Source};
use crate::article::{Block, ProblemCode, Record, Rejection, plain_text};

/// Takes what begins with front matter or a heading of Markdown.
pub(super) const FORMAT: Format = Format::new("markdown", recognises, read).one_record();

fn recognises(head: &Head) -> bool {
    let text = head.text();
    front::begins(text)
        || (text.starts_with("# ") && text.lines().nth(1).is_none_or(|line| line.trim().is_empty()))
}

fn read(source: &Source<'_>, content: &Content<'_>) -> Reading {
    let text = match content.text() {
        Ok(text) => text.replace("\r\n", "\n"),
        Err(rejection) => return Reading::rejected("the file", rejection),
    };
    let front = front::read(text.trim_start_matches(['\n', '\u{feff}']));
    let named = path::read(source.path);
    if let Some(rejection) = left_out(&front, &named) {
        return Reading::rejected("front matter", rejection);
    }
    Reading::of(vec![record(source, &front, &named)])
}

/// Pages that a site would not show as articles.
fn left_out(front: &front::Front<'_>, named: &path::Named) -> Option<Rejection> {
    let says = |key: &str| front.fields.get(key);
    let is_draft = named.is_draft
        || says("draft").is_some_and(value::Value::is_true)
        || says("published").is_some_and(value::Value::is_false);
    if is_draft {
        let hint = "set `draft: false` in its front matter if it is to be published";
        return Some(Rejection::new("it is a draft", hint));
    }
    if named.is_list {
        let hint = "nothing is lost: the articles that it lists are files of their own";
        return Some(Rejection::new("it is the page of a section, and lists others", hint));
    }
    None
}

fn record(source: &Source<'_>, front: &front::Front<'_>, named: &path::Named) -> Record {
    let mut draft = Draft::new(format!("line {}", front.lines_above + 1));
    if let Some(error) = &front.error {
        let message = format!("its front matter is not as it should be: {error}; read line by line");
        draft.note(ProblemCode::Unreadable, "front matter", message);
    }
    body(&mut draft, front.text, source);
    let (slug, former_slugs) = fields::fill(&mut draft, &front.fields, named, &source.settings.authors);
    if let Some(published) = draft.article.published
        && let Some(today) = source.settings.today
        && published.date.day_number() > today.day_number() + 1
    {
        let reason = format!("it is dated {}, in the future", published.date);
        return Record::rejected(
            "front matter",
            Rejection::new(reason, "import it again when it is published"),
        );
    }
    take_title(&mut draft);
    draft.drop_repetition();
    if draft.article.id.is_empty() && (source.path.contains('/') || named.date.is_some()) {
        draft.article.id = source.path.to_owned();
    }
    if draft.article.title.is_empty() && !named.words.is_empty() && !draft.article.body.is_empty() {
        draft.article.title = fields::words_of(&named.words);
        draft.note(ProblemCode::Guessed, "title", "no title; the name of the file stands for it");
    }
    if draft.article.title.is_empty() && draft.article.body.is_empty() {
        let reason = "there is neither title nor text in it";
        return Record::rejected("the file", Rejection::new(reason, "write one, or leave the file out"));
    }
    Record { slug, former_slugs, ..draft.record() }
}

fn body(draft: &mut Draft, text: &str, source: &Source<'_>) {
    let reduced = template::reduce(text);
    if !reduced.calls.is_empty() {
        let calls = reduced.calls.iter().map(|(call, times)| match times {
            1 => call.clone(),
            _ => format!("{call} ({times} times)"),
        });
        let calls: Vec<String> = calls.collect();
        let message = format!(
            "what only the site's generator can fill in was reduced to its text: {}",
            calls.join(", ")
        );
        draft.note(ProblemCode::Simplified, "body", message);
    }
    let text::Written { html, is_bounded } = text::to_html(&marks_of_others::reduce(&reduced.text));
    if is_bounded {
        let message =
            "it has more marks than a text can have; of the rest, or of all, only the text was kept";
        draft.note(ProblemCode::Simplified, "body", message);
    }
    draft.article.body = draft.blocks(&html, source.base().as_ref());
}

/// A heading at the top is the title, if there is none; if it says the same, it isn't said twice.
fn take_title(draft: &mut Draft) {
    let Some(Block::Heading { text, .. }) = draft.article.body.first() else { return };
    let heading = plain(&plain_text(&[Block::Paragraph(text.clone())]));
    if draft.article.title.is_empty() {
        draft.article.title = heading;
    } else if draft.article.title != heading {
        return;
    }
    draft.article.body.remove(0);
}
