//! A text as numbered characters. Knows words and tokens, and nothing of what they mean.

/// How far back and forth a word or token is followed: longer ones are no language.
const REACH: usize = 300;

/// Characters by index, with their places in the text.
pub(super) struct Scan<'a> {
    text: &'a str,
    chars: Vec<(usize, char)>,
}

impl<'a> Scan<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, chars: text.char_indices().collect() }
    }

    /// In characters.
    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    pub(super) fn at(&self, index: usize) -> Option<char> {
        self.chars.get(index).map(|(_, c)| *c)
    }

    /// The character in front of `index`.
    pub(super) fn before(&self, index: usize) -> Option<char> {
        self.at(index.checked_sub(1)?)
    }

    /// The text from one character up to another.
    pub(super) fn slice(&self, from: usize, to: usize) -> &'a str {
        let byte = |index: usize| self.chars.get(index).map_or(self.text.len(), |(byte, _)| *byte);
        self.text.get(byte(from)..byte(to)).unwrap_or("")
    }

    /// Where the run of characters that `fits` and ends in front of `index` begins, not before `start`.
    pub(super) fn run_start(&self, start: usize, index: usize, fits: impl Fn(char) -> bool) -> usize {
        let start = start.max(index.saturating_sub(REACH));
        (start..index).rev().take_while(|i| self.at(*i).is_some_and(&fits)).last().unwrap_or(index)
    }

    /// Where the run of characters that `fits` and begins at `index` ends.
    pub(super) fn run_end(&self, index: usize, fits: impl Fn(char) -> bool) -> usize {
        let end = (index + REACH).min(self.len());
        (index..end).find(|i| !self.at(*i).is_some_and(&fits)).unwrap_or(end.max(index))
    }

    /// What stands without white space around `index`, up to it and from it on, not before `start`.
    pub(super) fn token(&self, start: usize, index: usize) -> (&'a str, &'a str) {
        let solid = |c: char| !c.is_whitespace();
        let (from, to) = (self.run_start(start, index, solid), self.run_end(index, solid));
        (self.slice(from, index), self.slice(index, to))
    }
}
