//! From Markdown to HTML, for the reader of HTML to make blocks of: CommonMark with tables, footnotes, strikethrough,
//! task lists, definition lists and attributes of headings.

use std::collections::HashMap;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd, TextMergeStream, html};

use crate::article::html::escape::push_value;

/// More parts of a text than this keep no markup: they are elements, and runs of text between them.
const MAX_PARTS: usize = 500_000;

/// A text with more marks and lines than this is taken for plain text: reading Markdown takes some 60 bytes for each.
const MAX_MARKS: usize = 3_000_000;

/// A text as HTML.
pub(super) struct Written {
    pub(super) html: String,
    /// It has more than [`MAX_PARTS`] or [`MAX_MARKS`], so of the rest, or of all, only the text was kept.
    pub(super) is_bounded: bool,
}

/// The text as HTML. Footnotes become numbers in brackets, and a list at the end.
pub(super) fn to_html(text: &str) -> Written {
    if text.bytes().filter(|byte| is_mark(*byte)).count() > MAX_MARKS {
        return Written { html: plain_paragraphs(text), is_bounded: true };
    }
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM;
    let (events, is_bounded) = parts(TextMergeStream::new(Parser::new_ext(text, options)));
    let mut notes = Notes::default();
    let events: Vec<Event<'_>> = events.into_iter().filter_map(|event| notes.take(event)).collect();
    let mut html = String::with_capacity(text.len() * 5 / 4);
    html::push_html(&mut html, events.into_iter().chain(notes.into_list()));
    Written { html, is_bounded }
}

fn is_mark(byte: u8) -> bool {
    const MARKS: [bool; 256] = {
        let mut marks = [false; 256];
        let mut rest: &[u8] = b"*_`[]<>&\\~|!\n";
        while let [mark, others @ ..] = rest {
            marks[*mark as usize] = true;
            rest = others;
        }
        marks
    };
    MARKS[usize::from(byte)]
}

fn plain_paragraphs(text: &str) -> String {
    let mut html = String::with_capacity(text.len() * 5 / 4);
    for paragraph in text.split("\n\n") {
        html.push_str("<p>");
        push_value(paragraph, &mut html);
        html.push_str("</p>\n");
    }
    html
}

/// All parts, without code that is nothing but end tags: they stand at the beginning of an indented line of HTML.
fn parts<'t>(events: impl Iterator<Item = Event<'t>>) -> (Vec<Event<'t>>, bool) {
    let mut out: Vec<Event<'_>> = Vec::new();
    let mut rest = String::new();
    let mut is_left_over = false;
    for event in events {
        if out.len() >= MAX_PARTS {
            if let Event::Text(text) | Event::Code(text) = &event {
                rest.push_str(text);
                rest.push(' ');
            }
            continue;
        }
        is_left_over |= matches!(event, Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)));
        match &event {
            Event::Text(text) if is_left_over => is_left_over = is_end_tags(text),
            Event::End(TagEnd::CodeBlock) if std::mem::take(&mut is_left_over) => {
                let start = |event: &Event<'_>| matches!(event, Event::Start(Tag::CodeBlock(_)));
                out.truncate(out.iter().rposition(start).unwrap_or(out.len()));
                continue;
            }
            _ => {}
        }
        out.push(event);
    }
    let is_bounded = out.len() >= MAX_PARTS;
    if !rest.is_empty() {
        out.push(Event::Text(rest.into()));
    }
    (out, is_bounded)
}

fn is_end_tags(text: &str) -> bool {
    text.split_whitespace().all(|word| {
        let name = word.strip_prefix("</").and_then(|rest| rest.strip_suffix('>'));
        name.is_some_and(|name| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric()))
    })
}

/// Footnotes: their numbers in the order of the text, and what they say.
#[derive(Default)]
struct Notes<'t> {
    numbers: HashMap<CowStr<'t>, usize>,
    said: Vec<(CowStr<'t>, Vec<Event<'t>>)>,
    is_open: bool,
}

impl<'t> Notes<'t> {
    /// Takes footnotes out, and passes on what is left.
    fn take(&mut self, event: Event<'t>) -> Option<Event<'t>> {
        match event {
            Event::FootnoteReference(name) => {
                let next = self.numbers.len() + 1;
                let number = *self.numbers.entry(name).or_insert(next);
                self.pass(Event::Text(format!("[{number}]").into()))
            }
            Event::TaskListMarker(is_done) => {
                self.pass(Event::Text(if is_done { "☑ " } else { "☐ " }.into()))
            }
            Event::Start(Tag::FootnoteDefinition(name)) => {
                self.said.push((name, Vec::new()));
                self.is_open = true;
                None
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                self.is_open = false;
                None
            }
            other => self.pass(other),
        }
    }

    fn pass(&mut self, event: Event<'t>) -> Option<Event<'t>> {
        match self.said.last_mut().filter(|_| self.is_open) {
            Some((_, events)) => {
                events.push(event);
                None
            }
            None => Some(event),
        }
    }

    /// The notes that are referred to, in the order of their numbers, then the others.
    fn into_list(mut self) -> Vec<Event<'t>> {
        let last = usize::MAX;
        self.said.sort_by_key(|(name, _)| self.numbers.get(name).copied().unwrap_or(last));
        if self.said.is_empty() {
            return Vec::new();
        }
        let mut events = vec![Event::Start(Tag::List(Some(1)))];
        for (_, said) in self.said {
            events.push(Event::Start(Tag::Item));
            events.extend(said);
            events.push(Event::End(TagEnd::Item));
        }
        events.push(Event::End(TagEnd::List(true)));
        events
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn footnotes_stand_at_the_end_in_their_order() {
        let html = to_html("A[^b] and[^a].\n\n[^a]: First *a*.\n[^b]: Then b.\n").html;
        let expected = "<p>A[1] and[2].</p>\n<ol>\n<li>\n<p>Then b.</p>\n</li>\n<li>\n<p>First <em>a</em>.</p>\n</li>\n</ol>\n";
        assert_eq!(html, expected);
    }

    #[test]
    fn left_over_end_tags_are_no_code() {
        let html = to_html("1. One\n\n        </p>\n\n2. Two\n\n        </p>\n        let a;\n").html;
        assert!(html.matches("<pre>").count() == 1 && html.contains("let a;"), "{html}");
    }

    #[test]
    fn what_has_too_many_parts_keeps_its_text() {
        let text = format!("{}the end", "**a** ".repeat(MAX_PARTS / 3));
        let Written { html, is_bounded } = to_html(&text);
        assert!(is_bounded && html.trim_end().ends_with("the end"));
        assert!(!to_html("**a** b").is_bounded);
        let Written { html, is_bounded } = to_html(&format!("{}<i>end", "*a ".repeat(MAX_MARKS)));
        assert!(is_bounded && html.ends_with("*a &lt;i&gt;end</p>\n"));
    }
}
