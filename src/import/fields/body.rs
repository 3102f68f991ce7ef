//! The text of a record: HTML where it is, plain text where it is not.

use std::collections::HashSet;

use serde_json::Value;
use url::Url;

use super::found::Candidate;
use super::{value, wire};
use crate::article::{Block, Problem, ProblemCode, html, plain_text};
use crate::import::{entities, plain};

/// The blocks, what was lost on the way, and what the source calls the field.
pub(super) struct Body<'a> {
    pub(super) blocks: Vec<Block>,
    pub(super) problems: Vec<Problem>,
    pub(super) name: &'a str,
}

/// Where a text comes from.
pub(super) struct From<'a> {
    /// What its links are relative to.
    pub(super) base: Option<&'a Url>,
    /// The publisher's name, or nothing.
    pub(super) publisher: &'a str,
}

/// The first candidate that has words or pictures.
pub(super) fn read<'a>(candidates: &[Candidate<'a>], from: &From<'_>) -> Option<Body<'a>> {
    candidates.iter().find_map(|candidate| {
        let text = match candidate.value {
            Value::Array(items) if items.iter().all(Value::is_string) => {
                value::list(candidate.value).join("\n\n")
            }
            other => value::text(other)?,
        };
        let (blocks, problems) = blocks(&text, from);
        (!blocks.is_empty()).then_some(Body { blocks, problems, name: candidate.name })
    })
}

fn blocks(text: &str, from: &From<'_>) -> (Vec<Block>, Vec<Problem>) {
    if is_html(text) {
        return html::read(text, from.base);
    }
    let mut problems = Vec::new();
    if let Some(rest) = cut_off(text) {
        let message = format!("the source cut the text off: {rest} characters are not in it");
        problems.push(Problem::new(ProblemCode::Missing, "body", message));
    }
    let unsigned = wire::unsigned(text, from.publisher);
    if unsigned.is_some() {
        let message = "the publisher's name at its end was left out";
        problems.push(Problem::new(ProblemCode::Simplified, "body", message));
    }
    (plain::paragraphs(&entities::resolve(unsigned.unwrap_or(text))), problems)
}

/// A line of text that may hold markup and entities, as WordPress' titles do.
pub(super) fn line(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return html::fold(text);
    }
    html::fold(&plain_text(&html::read(text, None).0))
}

/// Elements that are written in bodies, save those that need no end.
const NAMES: [&str; 20] = [
    "div",
    "a",
    "b",
    "i",
    "em",
    "strong",
    "h1",
    "h2",
    "h3",
    "h4",
    "ul",
    "ol",
    "figure",
    "blockquote",
    "table",
    "span",
    "section",
    "article",
    "html",
    "pre",
];

/// Whether there is a tag of a name that HTML has. Agencies write shares like tags, `<EM>`: an element that needs an end has
/// one, or attributes.
fn is_html(text: &str) -> bool {
    let ends: HashSet<String> =
        text.match_indices("</").map(|(at, _)| name(&text[at + 2..]).to_ascii_lowercase()).collect();
    text.match_indices('<').any(|(at, _)| {
        let rest = text[at + 1..].trim_start_matches('/');
        let written = name(rest);
        let after = &rest[written.len()..];
        let name = written.to_ascii_lowercase();
        if !after.starts_with(['>', '/', ' ', '\n', '\t']) {
            return false;
        }
        let has_attributes = || after.split('>').next().is_some_and(|inside| inside.contains('='));
        match name.as_str() {
            "br" => true,
            "img" => has_attributes(),
            "p" | "li" => {
                let begins_line = text[..at].trim_end_matches([' ', '\t']).ends_with('\n') || at == 0;
                written == name || begins_line || ends.contains(&name)
            }
            name => NAMES.contains(&name) && (ends.contains(name) || has_attributes()),
        }
    })
}

/// The name of an element, at the beginning of a text; as far as it may be one.
fn name(text: &str) -> &str {
    let end = text.bytes().take(10).take_while(u8::is_ascii_alphanumeric).count();
    &text[..end]
}

/// `1234` of a text that ends in `… [+1234 chars]`, as NewsAPI's do.
fn cut_off(text: &str) -> Option<&str> {
    let (_, end) = text.rsplit_once("[+")?;
    let number = end.trim_end().strip_suffix(" chars]")?;
    number.bytes().all(|byte| byte.is_ascii_digit()).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_told_from_text() {
        for text in
            ["<p>a", "a<br>b", "a <A HREF='x'>b</A>", "</div>", "<P>One\n<P>Two", "<img src=a>", "<EM>a</em>"]
        {
            assert!(is_html(text), "{text}");
        }
        for text in [
            "a < b > c",
            "if x<y",
            "<pay>",
            "Ada <ada@example.org>",
            "<5 years>",
            "Emerson <EM> and Sears <S>",
            "Phillips <P>",
            "<Strong Co>",
        ] {
            assert!(!is_html(text), "{text}");
        }
        assert_eq!(line("It&#8217;s <em>on</em>"), "It’s on");
        assert_eq!(cut_off("begins … [+120 chars]"), Some("120"));
    }
}
