//! What news agencies put around the plain text of a message and readers need not see: stars that call for attention, the
//! headline once more, the agency's own name at the end.

use crate::article::{Article, Block, Span};
use crate::import::complete::same;

/// As many stars at least are no emphasis.
const STARS: &str = "***";

/// Takes stars and headline off the beginning; whether a headline was there.
pub(super) fn strip_headline(article: &mut Article) -> bool {
    let Article { title, body, .. } = article;
    let is_headline = body.first_mut().and_then(line).is_some_and(|text| {
        if text.starts_with(STARS) {
            *text = text.trim_start_matches(['*', ' ']).to_owned();
        }
        text.is_empty() || same(text, title)
    });
    if is_headline {
        body.remove(0);
    }
    is_headline
}

/// The text without its last line, if that is the publisher's name and nothing else; or without that name after its
/// last sentence.
pub(super) fn unsigned<'t>(text: &'t str, publisher: &str) -> Option<&'t str> {
    let text = text.trim_end();
    let (rest, last) = text.rsplit_once('\n').unwrap_or_default();
    if is_signature(last.trim(), publisher) && !rest.trim().is_empty() {
        return Some(rest);
    }
    let (rest, last) = text.rsplit_once(char::is_whitespace)?;
    let rest = rest.trim_end();
    (is_signature(last, publisher) && rest.ends_with(['.', '!', '?', '"', '”'])).then_some(rest)
}

/// The text of a paragraph that is nothing else.
fn line(block: &mut Block) -> Option<&mut String> {
    match block {
        Block::Paragraph(spans) => match spans.as_mut_slice() {
            [Span::Text(text)] => Some(text),
            _ => None,
        },
        _ => None,
    }
}

/// `REUTER...` of Reuters.
fn is_signature(text: &str, publisher: &str) -> bool {
    let letters = |text: &str| {
        text.trim_end_matches(|c: char| matches!(c, '.' | ' ' | '-') || c.is_ascii_digit()).to_lowercase()
    };
    let (text, name) = (letters(text), letters(publisher));
    !text.is_empty() && (text == name || name.strip_suffix('s') == Some(&text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_around_a_message_is_taken_off() {
        let stripped = |title: &str, texts: &[&str]| {
            let body = texts.iter().map(|text| Block::Paragraph(vec![Span::text(*text)])).collect();
            let mut article = Article { title: title.to_owned(), body, ..Article::default() };
            (strip_headline(&mut article), article.body_text())
        };
        for (texts, left) in [
            (&["****** RATES FALL", "By a point."][..], (true, "By a point.")),
            (&["***By a point."], (false, "By a point.")),
            (&["* By a point.", "Rates fall"], (false, "* By a point.\nRates fall")),
        ] {
            let (is_headline, text) = stripped("Rates fall", texts);
            assert_eq!((is_headline, text.trim_end()), left);
        }
    }

    #[test]
    fn a_signature_is_a_line_of_its_own() {
        assert_eq!(unsigned("By a point.\n WIRE...\n", "Wires"), Some("By a point."));
        assert_eq!(unsigned("By a point.\nThe Wire", "The Wire"), Some("By a point."));
        assert_eq!(unsigned("By a point. WIRE4", "Wires"), Some("By a point."));
        for text in [
            "told the Wires.",
            "told the Wire.",
            "Wire",
            "\nWire",
            "By a point.\nWire to go",
            "By a point.\n\u{a0}",
        ] {
            assert_eq!(unsigned(text, "Wires"), None, "{text}");
        }
        assert_eq!(unsigned("By a point.\n...", ""), None);
    }
}
