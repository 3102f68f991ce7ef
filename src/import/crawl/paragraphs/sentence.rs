//! Seams where one sentence ends and the next begins without a space. Knows no headings.

use super::abbreviations;
use super::is_terminator;
use super::names::opens_with_small_name;
use super::quotes::{Quotes, Side, is_mark, is_opening};
use super::scan::Scan;

/// At most this many quotation marks and brackets stand between two sentences.
const MOST_MARKS: usize = 4;

/// Where the next piece begins, if the character at `index` is the last full stop of a sentence of the piece that
/// begins at `start`.
pub(super) fn seam(scan: &Scan, start: usize, index: usize, quotes: &Quotes) -> Option<usize> {
    let stop = scan.at(index).filter(|c| is_terminator(*c))?;
    let run = scan.run_start(start, index + 1, is_terminator);
    let before = scan.before(run).filter(|_| run > start)?;
    if before.is_whitespace() || is_opening(before) || scan.at(index + 1).is_some_and(is_terminator) {
        return None;
    }
    let behind = notes_end(scan, index + 1);
    let next = marks_end(scan, behind);
    let marks = next - behind;
    if marks > MOST_MARKS || !starts_sentence(scan, next, marks > 0) {
        return None;
    }
    let ellipsis =
        scan.slice(run, index + 1).chars().all(|c| c == '.' || c == '…') && (stop == '…' || index > run);
    let joined = next == index + 1 && (ellipsis || abbreviations::joins(scan, start, index, next));
    if joined || is_address(scan, start, index) || is_bare(scan.slice(start, run)) {
        return None;
    }
    Some(first_opening(scan, behind, next, *quotes))
}

/// Where the notes from `index` on end: `[16][17]` belongs to the sentence in front of it.
fn notes_end(scan: &Scan, mut index: usize) -> usize {
    while scan.at(index) == Some('[') {
        let digits = scan.run_end(index + 1, |c| c.is_ascii_digit());
        if digits == index + 1 || scan.at(digits) != Some(']') {
            break;
        }
        index = digits + 1;
    }
    index
}

/// Where the quotation marks and brackets from `index` on end, with the spaces that French sets inside of its own.
fn marks_end(scan: &Scan, mut index: usize) -> usize {
    while let Some(c) = scan.at(index) {
        let inside =
            c.is_whitespace() && (scan.before(index) == Some('«') || scan.at(index + 1) == Some('»'));
        if !is_mark(c) && !inside {
            break;
        }
        index += 1;
    }
    index
}

/// Letters that can be the first of a sentence; digits only behind a quotation mark.
fn starts_sentence(scan: &Scan, index: usize, behind_mark: bool) -> bool {
    scan.at(index).is_some_and(|c| {
        c.is_uppercase()
            || is_caseless(c)
            || (behind_mark
                && c.is_numeric()
                && scan.before(index).is_some_and(|mark| !matches!(mark, '[' | '(')))
            || (c.is_lowercase() && opens_with_small_name(scan.token(index, index).1))
    })
}

/// Letters of Hebrew, Arabic and Georgian: scripts with full stops and spaces, but without capitals.
pub(super) fn is_caseless(c: char) -> bool {
    c.is_alphabetic()
        && matches!(c, '\u{590}'..='\u{5ff}' | '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}'
            | '\u{8a0}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10d0}'..='\u{10ff}')
}

/// Whether the full stop stands in a web or mail address.
fn is_address(scan: &Scan, start: usize, index: usize) -> bool {
    let (before, after) = scan.token(start, index);
    let mail = after.split_once('@').is_some_and(|(local, host)| {
        local.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c)) && host.contains('.')
    });
    let path = before.split_once('/').is_some_and(|(host, _)| host.contains('.'));
    let bare = before.trim_start_matches(is_mark);
    mail || path
        || before.contains("://")
        || before.contains('@')
        || bare == "www"
        || bare.starts_with("www.")
}

/// A number or letter in front of its list item: `1.The first`.
fn is_bare(piece: &str) -> bool {
    let piece = piece.trim();
    piece.chars().all(char::is_numeric) || piece.chars().nth(1).is_none()
}

/// Of the marks between two sentences, the first that belongs to the second.
fn first_opening(scan: &Scan, from: usize, to: usize, mut quotes: Quotes) -> usize {
    for index in from..to {
        let mark = scan.at(index).filter(|c| is_mark(*c));
        // A mark at the very seam: nothing but what is open can tell its side.
        if mark.is_some() && quotes.side(scan, index) == Side::Opens {
            return index;
        }
        mark.into_iter().for_each(|mark| quotes.close(mark));
    }
    to
}
