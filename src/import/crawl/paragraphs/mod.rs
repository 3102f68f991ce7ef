//! Splits a body whose paragraphs were glued. Moves and drops nothing but white space at the seams.

mod abbreviations;
mod heading;
mod names;
mod quotes;
mod scan;
mod sentence;
#[cfg(test)]
mod tests;

pub(super) use names::Names;

use quotes::Quotes;
use scan::Scan;

/// The longest heading, in characters: what is longer was a paragraph without a full stop.
const LONGEST_HEADING: usize = 150;

/// A part of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    /// It is short, has no full stop, and was glued to the text that it stands above.
    pub(super) heading: bool,
}

/// The pieces of `text`, none empty. Joined without white space, they are `text` without white space.
pub(super) fn split<'a>(text: &'a str, names: &Names) -> Vec<Piece<'a>> {
    let scan = Scan::new(text);
    let mut pieces = Vec::new();
    let mut quotes = Quotes::default();
    let (mut start, mut index) = (0, 0);
    while let Some(c) = scan.at(index) {
        // Nothing begins or ends with most of a text.
        if c.is_ascii_lowercase() || c == ' ' {
            quotes.just_closed = false;
            index += 1;
            continue;
        }
        let sentence = sentence::seam(&scan, start, index, &quotes).map(|at| (at, false));
        let seam = sentence.or_else(|| Some((heading::seam(&scan, start, index, &quotes, names)?, true)));
        match seam {
            Some((at, heading)) => {
                push(&mut pieces, scan.slice(start, at), heading);
                quotes = Quotes::default();
                (start, index) = (at, at);
            }
            None => {
                quotes.see(&scan, start, index);
                index += 1;
            }
        }
    }
    push(&mut pieces, scan.slice(start, scan.len()), false);
    pieces
}

fn push<'a>(pieces: &mut Vec<Piece<'a>>, text: &'a str, heading: bool) {
    let text = text.trim();
    if !text.is_empty() {
        pieces.push(Piece { text, heading: heading && is_heading(text) });
    }
}

/// Whether a piece in front of a seam can be a heading: short, with no full stop at its end or behind a long word.
fn is_heading(text: &str) -> bool {
    if text.chars().nth(LONGEST_HEADING).is_some() {
        return false;
    }
    let stops_inside = text.split_whitespace().any(|word| {
        let stem = word.trim_end_matches(|c| is_closing(c) || c == '"');
        stem.ends_with('.') && stem.chars().filter(|c| c.is_alphanumeric()).count() > 3
    });
    !stops_inside && !text.ends_with('.')
}

/// Whether a sentence can end with `c`.
pub(super) fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '؟' | '۔' | '։' | '！' | '？')
}

/// Closing quotation marks and brackets that can't open anything.
pub(super) fn is_closing(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '»' | '”' | '’' | '›')
}
