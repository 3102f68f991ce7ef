//! Collects the words of articles, with their weights and places, one batch at a time.

use std::collections::HashMap;

use crate::article::{Article, Language};

use super::stem::Inflection;
use super::words::{Decompose, words};
use crate::find::bytes::{Bytes, Damage, push};

/// What an occurrence weighs: in the headline, a tag, the standfirst, the text.
const TITLE: u32 = 8;
const TAG: u32 = 5;
const STANDFIRST: u32 = 3;
const BODY: u32 = 1;

/// Places that are left free between two fields, or two blocks, so that no phrase reaches across.
const GAP: u32 = 8;

/// The words of several articles.
#[derive(Default)]
pub(super) struct Batch {
    /// By folded word.
    pub words: HashMap<Box<str>, Occurrences>,
    /// How many words each article has.
    pub lengths: Vec<u32>,
}

/// Where a word occurs.
#[derive(Default)]
pub(super) struct Occurrences {
    /// As it was written when it was met first, in lower case.
    pub spelling: Box<str>,
    /// How often in articles of which language.
    pub languages: Vec<(Option<Inflection>, u32)>,
    /// In each article: the distance from the number before, the weight, how many places, and their distances.
    bytes: Vec<u8>,
    last: u32,
}

/// What a word comes to in one article; `places` are added to a list of all.
pub(super) struct Hit {
    /// The article.
    pub number: u32,
    /// The sum of the weights of its occurrences.
    pub weight: u32,
    /// How many places were added.
    pub places: usize,
}

/// One word of one article.
struct Found {
    word: usize,
    place: u32,
    weight: u32,
}

/// Collects the words of `articles`, whose first has the number `first`.
pub(super) fn collect<'a>(
    articles: impl Iterator<Item = &'a Article>,
    first: u32,
    language: Option<&Language>,
    decompose: Decompose,
) -> Batch {
    let mut names: HashMap<Box<str>, usize> = HashMap::new();
    let mut all: Vec<Occurrences> = Vec::new();
    let mut lengths = Vec::new();
    let mut found: Vec<Found> = Vec::new();
    for (number, article) in (first..).zip(articles) {
        found.clear();
        let mut place = 0;
        let body = article.body_text();
        for (text, weight) in fields(article, &body) {
            words(text, decompose, |word, at| {
                let known = names.get(word).copied();
                let word = known.unwrap_or_else(|| {
                    names.insert(word.into(), all.len());
                    all.push(Occurrences {
                        spelling: text[at].to_lowercase().into(),
                        ..Occurrences::default()
                    });
                    all.len() - 1
                });
                found.push(Found { word, place, weight });
                place += 1;
            });
            place += GAP;
        }
        lengths.push(u32::try_from(found.len()).unwrap_or(u32::MAX));
        found.sort_unstable_by_key(|found| (found.word, found.place));
        let inflection = article.language.as_ref().or(language).and_then(|l| Inflection::of(l.primary()));
        for same in found.chunk_by(|one, other| one.word == other.word) {
            all[same[0].word].add(number, same, inflection);
        }
    }
    let mut all: Vec<Option<Occurrences>> = all.into_iter().map(Some).collect();
    let words = names.into_iter().filter_map(|(word, place)| Some((word, all[place].take()?))).collect();
    Batch { words, lengths }
}

fn fields<'a>(article: &'a Article, body: &'a str) -> impl Iterator<Item = (&'a str, u32)> {
    let title = std::iter::once((article.title.as_str(), TITLE));
    let standfirst = article.standfirst.iter().map(|text| (text.as_str(), STANDFIRST));
    let tags = article.tags.iter().map(|tag| (tag.as_str(), TAG));
    title.chain(standfirst).chain(body.lines().map(|line| (line, BODY))).chain(tags)
}

impl Occurrences {
    fn add(&mut self, number: u32, same: &[Found], language: Option<Inflection>) {
        push(&mut self.bytes, number - self.last);
        self.last = number;
        push(&mut self.bytes, same.iter().map(|found| found.weight).sum());
        push(&mut self.bytes, u32::try_from(same.len()).unwrap_or_default());
        let mut before = 0;
        for found in same {
            push(&mut self.bytes, found.place - before);
            before = found.place;
        }
        self.count(language, 1);
    }

    fn count(&mut self, language: Option<Inflection>, times: u32) {
        match self.languages.iter_mut().find(|(other, _)| *other == language) {
            Some((_, count)) => *count += times,
            None => self.languages.push((language, times)),
        }
    }

    /// Adds what a later batch has.
    pub(super) fn append(&mut self, later: Self) {
        let mut bytes = Bytes(&later.bytes);
        let first = bytes.number().expect("what was collected begins with a number");
        push(&mut self.bytes, first - self.last);
        self.bytes.extend_from_slice(bytes.0);
        self.last = later.last;
        later.languages.iter().for_each(|(language, times)| self.count(*language, *times));
    }

    /// The language that most of its articles are in.
    pub(super) fn language(&self) -> Option<Inflection> {
        self.languages
            .iter()
            .max_by_key(|(language, times)| (*times, *language))
            .and_then(|(language, _)| *language)
    }

    /// Each article that has the word, rising; places are added to `places`.
    pub(super) fn hits(&self, places: &mut Vec<u32>) -> Vec<Hit> {
        let mut bytes = Bytes(&self.bytes);
        let mut hits = Vec::new();
        let mut number = 0;
        while !bytes.0.is_empty() {
            let hit = next_hit(&mut bytes, &mut number, places);
            hits.push(hit.expect("what was collected is whole"));
        }
        hits
    }
}

fn next_hit(bytes: &mut Bytes<'_>, number: &mut u32, places: &mut Vec<u32>) -> Result<Hit, Damage> {
    *number += bytes.number()?;
    let weight = bytes.number()?;
    let count = bytes.number()?;
    let mut place = 0;
    for _ in 0..count {
        place += bytes.number()?;
        places.push(place);
    }
    Ok(Hit { number: *number, weight, places: count as usize })
}
