//! The text of a record: HTML where it is, plain text where it is not.

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

/// Whether there is a tag of a name that HTML has, or an entity in what else is one line.
fn is_html(text: &str) -> bool {
    const NAMES: [&str; 24] = [
        "p",
        "div",
        "br",
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
        "li",
        "img",
        "figure",
        "blockquote",
        "table",
        "span",
        "section",
        "article",
        "html",
        "pre",
    ];
    text.match_indices('<').any(|(at, _)| {
        let rest = text[at + 1..].trim_start_matches('/');
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let closes = rest[end..].starts_with(['>', '/', ' ', '\n', '\t']);
        closes && NAMES.iter().any(|name| rest[..end].eq_ignore_ascii_case(name))
    })
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
        for text in ["<p>a", "a<br>b", "a <A HREF='x'>b</A>", "</div>"] {
            assert!(is_html(text), "{text}");
        }
        for text in ["a < b > c", "if x<y", "<pay>", "Ada <ada@example.org>", "<5 years>"] {
            assert!(!is_html(text), "{text}");
        }
        assert_eq!(line("It&#8217;s <em>on</em>"), "It’s on");
        assert_eq!(cut_off("begins … [+120 chars]"), Some("120"));
    }
}
