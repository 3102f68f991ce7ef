//! Seams behind headings, which have no full stop: a capital that follows without a space. Knows no sentences.

use super::is_heading;
use super::names::Names;
use super::quotes::{Quotes, Side, is_opening};
use super::scan::Scan;

/// Words of one letter that begin sentences, in Latin, Cyrillic and Greek.
const ONE_LETTER: &str = "AIOEYÀÉАВИКОСУЯІЄΟΗ";

/// Endings that make a plural or a person of an acronym: `NGOs`.
const SUFFIXES: [&str; 6] = ["s", "ed", "er", "ers", "ing", "ism"];

/// In letters, two glued ones together: what is longer is encoded data.
const LONGEST_WORD: usize = 80;

/// Where the next piece begins, if it begins at `index` and the piece from `start` on has no full stop there.
pub(super) fn seam(scan: &Scan, start: usize, index: usize, quotes: &Quotes, names: &Names) -> Option<usize> {
    let (c, before) = (scan.at(index)?, scan.before(index).filter(|_| index > start)?);
    let found = if c.is_uppercase() {
        let word = Word::around(scan, start, index);
        !word.is_code(scan, start, index)
            && ((word.follows_small(before) && !word.may_be_name(scan, start, index))
                || word.follows_acronym()
                || follows_year(scan, start, index)
                || (quotes.just_closed && follows_closed(scan, start, index)))
            && !names.hold(word.text, word.at)
    } else {
        opens_quote(scan, index, before, quotes)
    };
    found.then_some(index)
}

/// The letters around a capital.
struct Word<'a> {
    text: &'a str,
    /// Byte of the capital in `text`.
    at: usize,
    left: &'a str,
    right: &'a str,
    /// What follows the word.
    behind: Option<char>,
}

impl<'a> Word<'a> {
    fn around(scan: &Scan<'a>, start: usize, index: usize) -> Self {
        let from = scan.run_start(start, index, char::is_alphabetic);
        let to = scan.run_end(index, char::is_alphabetic);
        let (left, right) = (scan.slice(from, index), scan.slice(index, to));
        Self { text: scan.slice(from, to), at: left.len(), left, right, behind: scan.at(to) }
    }

    /// `vanguardiaEl`: two letters or more, the last one small, in front of a word.
    fn follows_small(&self, before: char) -> bool {
        before.is_lowercase() && self.left.chars().count() >= 2 && self.right_is_word()
    }

    /// `BankAmerica` in the middle of a text: both parts have capitals, and what stands in front is no heading.
    fn may_be_name(&self, scan: &Scan, start: usize, index: usize) -> bool {
        self.left.starts_with(char::is_uppercase) && !is_heading(scan.slice(start, index))
    }

    fn right_is_word(&self) -> bool {
        self.right.chars().count() > 1
            || (self.behind.is_some_and(char::is_whitespace) && ONE_LETTER.contains(self.right))
    }

    /// `EEUUUn`: capitals only, in front of a capitalised word.
    fn follows_acronym(&self) -> bool {
        let mut rest = self.right.chars();
        rest.next();
        let rest = rest.as_str();
        self.left.chars().count() >= 2
            && self.left.chars().all(char::is_uppercase)
            && !rest.is_empty()
            && rest.chars().all(char::is_lowercase)
            && !SUFFIXES.contains(&rest)
            && self.behind.is_some_and(|c| c.is_whitespace() || c == ',')
    }

    /// Hashtags, handles, addresses and identifiers.
    fn is_code(&self, scan: &Scan, start: usize, index: usize) -> bool {
        let (before, after) = scan.token(start, index);
        let dotted = before.split('.').skip(1).any(|part| part.starts_with(char::is_lowercase));
        before.trim_start_matches(|c| is_opening(c) || c == '"').starts_with(['#', '@'])
            || before.contains(['@', '_', '\\', '='])
            || before.contains("://")
            || dotted
            || matches!(self.behind, Some('_' | '('))
            || self.text.chars().nth(LONGEST_WORD).is_some()
            || after
                .split_once('.')
                .is_some_and(|(_, rest)| rest.starts_with(|c: char| c.is_ascii_lowercase()))
    }
}

/// `in 2023The`: a year that stands alone.
fn follows_year(scan: &Scan, start: usize, index: usize) -> bool {
    let from = scan.run_start(start, index, |c| c.is_ascii_digit());
    let digits = scan.slice(from, index);
    digits.len() == 4
        && (digits.starts_with("19") || digits.starts_with("20"))
        && scan.before(from).is_some_and(char::is_whitespace)
        && scan.at(index + 1).is_some_and(char::is_lowercase)
}

/// `mundo"Así`, `(2012)The`: a mark that closed more than one character, behind a letter or digit.
fn follows_closed(scan: &Scan, start: usize, index: usize) -> bool {
    let Some(inner) = index.checked_sub(2).filter(|inner| *inner > start) else { return false };
    let solid = |index: usize| scan.at(index).is_some_and(char::is_alphanumeric);
    solid(inner) && scan.before(inner).is_some_and(|c| !is_opening(c))
}

/// `manta"Los`, `manta«Los`: a quotation that opens behind a small letter without a space.
fn opens_quote(scan: &Scan, index: usize, before: char, quotes: &Quotes) -> bool {
    scan.at(index).is_some_and(|c| matches!(c, '"' | '«' | '“' | '„' | '¿' | '¡'))
        && before.is_lowercase()
        && scan.at(index + 1).is_some_and(char::is_uppercase)
        && quotes.side(scan, index) == Side::Opens
}
