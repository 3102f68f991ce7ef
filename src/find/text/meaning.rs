//! What a typed word means: the terms of the dictionary that it stands for.

use crate::find::{Lack, Shelf};

use super::dictionary::{Flow, Term};
use super::typo::is_slip;

/// A word that stands in so many articles is meant, and not what it begins.
const PLENTY: u32 = 10;

/// The most words that a beginning stands for: the commonest.
const BEGUN: usize = 32;

/// The least letters of a beginning.
const LEAST_LETTERS: usize = 2;

/// The least letters of a word that may be mistyped, and the most words that it may stand for then.
const SLIP_LETTERS: usize = 5;
const SLIPS: usize = 4;

/// The most shards that are looked through for what a word begins or may have been.
const SHARDS: usize = 4;

/// What a word that goes on, and one that may have been meant, weighs.
const BEGUN_WEIGHT: f32 = 0.7;
const SLIP_WEIGHT: f32 = 0.5;

/// A term that a word stands for.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sense {
    /// The word as the dictionary has it.
    pub word: String,
    /// Its lists.
    pub term: Term,
    /// The bytes of its best articles.
    pub best: Vec<u8>,
    /// 1 for the word itself.
    pub weight: f32,
}

impl Sense {
    fn of(word: &str, term: Term, best: &[u8], weight: f32) -> Self {
        Self { word: word.to_owned(), term, best: best.to_owned(), weight }
    }

    /// Whether it is another word than the one that was typed.
    pub(super) fn is_slip(&self) -> bool {
        self.weight == SLIP_WEIGHT
    }
}

/// The terms of a word, the word itself first; none if the archive doesn't have it.
pub(super) fn senses(shelf: &Shelf, word: &str, is_prefix: bool) -> Result<Vec<Sense>, Lack> {
    let exact = exactly(shelf, word)?;
    let letters = word.chars().count();
    let is_plenty = exact.as_ref().is_some_and(|sense| !is_prefix || sense.term.articles >= PLENTY);
    let mut senses: Vec<Sense> = exact.into_iter().collect();
    if is_plenty {
        return Ok(senses);
    }
    let may_begin = letters >= LEAST_LETTERS || word.starts_with(super::words::is_unspaced);
    if is_prefix && may_begin {
        senses.extend(begun(shelf, word)?);
    }
    let is_prose = word.chars().all(char::is_alphabetic);
    if senses.is_empty() && letters >= SLIP_LETTERS && is_prose {
        senses = slips(shelf, word)?;
    }
    let mut known = Vec::new();
    senses.retain(|sense| {
        let is_new = !known.contains(&sense.term.postings.start);
        known.push(sense.term.postings.start);
        is_new
    });
    Ok(senses)
}

/// The word itself, if the archive has it.
pub(super) fn exactly(shelf: &Shelf, word: &str) -> Result<Option<Sense>, Lack> {
    let mut exact = None;
    let start = shelf.shards(word).start;
    let end = (start + 1).min(shelf.catalog().shards.len());
    shelf.each_word(start..end, |other, term, best| {
        if other == word {
            exact = Some(Sense::of(word, term, best, 1.0));
        }
        if other < word { Flow::On } else { Flow::Enough }
    })?;
    Ok(exact)
}

fn begun(shelf: &Shelf, word: &str) -> Result<Vec<Sense>, Lack> {
    let shards = shelf.shards(word);
    let mut begun = Vec::new();
    if shards.len() <= SHARDS {
        shelf.each_word(shards, |other, term, best| {
            if other != word && other.starts_with(word) {
                begun.push(Sense::of(other, term, best, BEGUN_WEIGHT));
            }
            if other < word || other.starts_with(word) { Flow::On } else { Flow::Enough }
        })?;
    }
    Ok(commonest(begun, BEGUN))
}

fn slips(shelf: &Shelf, word: &str) -> Result<Vec<Sense>, Lack> {
    let beginnings = word.char_indices().map(|(at, _)| &word[..at]).take(SLIP_LETTERS);
    let mut ranges = beginnings.map(|beginning| shelf.shards(beginning));
    let Some(shards) = ranges.find(|shards| shards.len() <= SHARDS) else { return Ok(Vec::new()) };
    let mut slips = Vec::new();
    shelf.each_word(shards, |other, term, best| {
        if is_slip(word, other) {
            slips.push(Sense::of(other, term, best, SLIP_WEIGHT));
        }
        Flow::On
    })?;
    Ok(commonest(slips, SLIPS))
}

fn commonest(mut senses: Vec<Sense>, most: usize) -> Vec<Sense> {
    senses.sort_by(|one, other| {
        other.term.articles.cmp(&one.term.articles).then_with(|| one.word.cmp(&other.word))
    });
    senses.truncate(most);
    senses
}
