//! Compares two articles word by word: whether one is the other, perhaps cut, corrected or set anew. Articles made by one
//! template, such as weekly figures, are not, however much of their text they share.

use std::collections::{HashMap, HashSet};

use super::shingles::distinct;
use super::words::{Kind, Word, words};
use crate::article::Article;

/// How many of a hundred shingles two texts must share. With what else must agree, none of the pairs found in
/// Reuters-21578 from 85 on were different articles; what lies between is left for doubt.
const PERCENT: usize = 90;

/// How many days may lie between two publications of an article: fewer than between those of a weekly column.
const DAYS: i32 = 3;

/// How much of its text an article shares with another, in whole percent; `None` if they are not the same.
pub(super) fn share(a: &Article, b: &Article) -> Option<u8> {
    if !days_agree(a, b) || !titles_agree(&a.title, &b.title) {
        return None;
    }
    let (a, b) = (Text::of(a)?, Text::of(b)?);
    let percent = jaccard(&a.shingles, &b.shingles);
    (percent >= PERCENT && !(a.adds_to(&b) && b.adds_to(&a))).then_some(percent as u8)
}

fn days_agree(a: &Article, b: &Article) -> bool {
    let days = a.published.zip(b.published).map(|(a, b)| a.date.day_number() - b.date.day_number());
    days.is_none_or(|days| days.abs() <= DAYS)
}

/// Whether the shorter headline shares half of its words with the other: pages that show the same notice instead of
/// their texts don't.
fn titles_agree(a: &str, b: &str) -> bool {
    let set = |title: &str| words(title).map(|word| word.hash).collect::<HashSet<u64>>();
    let (a, b) = (set(a), set(b));
    a.intersection(&b).count() * 2 >= a.len().min(b.len())
}

/// Of 100, rounded down.
fn jaccard(a: &[u64], b: &[u64]) -> usize {
    let (mut at, mut shared) = (0, 0);
    for shingle in a {
        at += b[at..].partition_point(|other| other < shingle);
        shared += usize::from(b.get(at) == Some(shingle));
    }
    shared * 100 / (a.len() + b.len() - shared)
}

struct Text {
    shingles: Vec<u64>,
    /// How often each word stands in it, and what it is. Of the headline the numbers count too.
    words: HashMap<u64, (usize, Kind)>,
}

impl Text {
    fn of(article: &Article) -> Option<Self> {
        let list: Vec<Word> = words(&article.body_text()).collect();
        let mut counts: HashMap<u64, (usize, Kind)> = HashMap::new();
        let numbers = words(&article.title).filter(|word| word.kind == Kind::Number);
        for word in list.iter().copied().chain(numbers) {
            let (count, kind) = counts.entry(word.hash).or_insert((0, word.kind));
            *count += 1;
            if word.kind == Kind::Name {
                *kind = Kind::Name;
            }
        }
        Some(Self { shingles: distinct(&list)?, words: counts })
    }

    /// Whether it has a number more often than the other, or a name that the other has not.
    fn adds_to(&self, other: &Self) -> bool {
        self.words.iter().any(|(word, (count, kind))| match kind {
            Kind::Number => other.words.get(word).is_none_or(|(others, _)| others < count),
            Kind::Name => !other.words.contains_key(word),
            Kind::Letter | Kind::Plain => false,
        })
    }
}
