//! Collects the words of articles, with their weights and places, one batch at a time. A batch is a few long lists, since
//! a large archive has hundreds of millions of occurrences.

use std::ops::Range;

use crate::article::{Article, Language};

use super::stem::Inflection;
use super::words::{Decompose, words};
use crate::find::bytes::{Bytes, Damage, push};

/// What an occurrence weighs: in the headline, a tag, the standfirst, the text.
const TITLE: u8 = 8;
const TAG: u8 = 5;
const STANDFIRST: u8 = 3;
const BODY: u8 = 1;

/// Places that are left free between two fields, or two blocks, so that no phrase reaches across.
const GAP: u32 = 8;

/// The words of several articles.
#[derive(Default)]
pub(super) struct Batch {
    /// The number of the first.
    first: u32,
    /// How many words each has.
    pub(super) lengths: Vec<u32>,
    /// Rising by word.
    ends: Vec<Ends>,
    /// Each word folded, and after it how it was written when it was met first, in lower case, if that is another text.
    letters: String,
    /// For each word, how often it stands in articles of which language.
    languages: Vec<(Option<Inflection>, u32)>,
    /// For each word in each article: the distance from the number before, the weight, how many places, and their
    /// distances.
    occurrences: Vec<u8>,
}

/// Where what belongs to a word ends.
#[derive(Default, Clone, Copy)]
struct Ends {
    folded: u32,
    spelling: u32,
    languages: u32,
    occurrences: u32,
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
#[derive(Default, Clone, Copy)]
struct Found {
    word: u32,
    article: u32,
    place: u32,
    weight: u8,
}

/// Collects the words of `articles`, whose first has the number `first`.
pub(super) fn collect<'a>(
    articles: impl Iterator<Item = &'a Article>,
    first: u32,
    language: Option<&Language>,
    decompose: Decompose,
) -> Batch {
    let mut known = Known::default();
    let (mut found, mut lengths, mut languages) = (Vec::new(), Vec::new(), Vec::new());
    for (number, article) in (0..).zip(articles) {
        let (before, mut place) = (found.len(), 0);
        let body = article.body_text();
        for (text, weight) in fields(article, &body) {
            words(text, decompose, |word, at| {
                found.push(Found { word: known.number(word, &text[at]), article: number, place, weight });
                place += 1;
            });
            place += GAP;
        }
        lengths.push(count(found.len() - before));
        let language = article.language.as_ref().or(language);
        languages.push(language.and_then(|language| Inflection::of(language.primary())));
    }
    Batch { first, lengths, ..known.batch(&found, &languages) }
}

fn fields<'a>(article: &'a Article, body: &'a str) -> impl Iterator<Item = (&'a str, u8)> {
    let title = std::iter::once((article.title.as_str(), TITLE));
    let standfirst = article.standfirst.iter().map(|text| (text.as_str(), STANDFIRST));
    let tags = article.tags.iter().map(|tag| (tag.as_str(), TAG));
    title.chain(standfirst).chain(body.lines().map(|line| (line, BODY))).chain(tags)
}

/// The words that were met.
#[derive(Default)]
struct Known {
    numbers: foldhash::HashMap<Box<str>, u32>,
    /// By number: where it was written otherwise than it is folded.
    spellings: Vec<Option<Box<str>>>,
    /// By number: how often it was met.
    times: Vec<u32>,
}

impl Known {
    fn number(&mut self, word: &str, written: &str) -> u32 {
        let number = self.numbers.get(word).copied().unwrap_or_else(|| {
            let number = count(self.times.len());
            self.numbers.insert(word.into(), number);
            let spelling = written.to_lowercase();
            self.spellings.push((spelling != word).then(|| spelling.into()));
            self.times.push(0);
            number
        });
        self.times[number as usize] += 1;
        number
    }

    /// What was found, in order of the words; `languages` are those of the articles.
    fn batch(self, found: &[Found], languages: &[Option<Inflection>]) -> Batch {
        let mut words: Vec<(Box<str>, u32)> = self.numbers.into_iter().collect();
        words.sort_unstable();
        let mut starts = vec![0; words.len()];
        let mut start = 0;
        for (_, number) in &words {
            starts[*number as usize] = start;
            start += self.times[*number as usize];
        }
        let mut sorted = vec![Found::default(); found.len()];
        for found in found {
            let place = &mut starts[found.word as usize];
            sorted[*place as usize] = *found;
            *place += 1;
        }
        let mut batch = Batch::default();
        let all = words.iter().zip(sorted.chunk_by(|one, other| one.word == other.word));
        for ((word, number), found) in all {
            batch.push(word, self.spellings[*number as usize].as_deref(), found, languages);
        }
        batch
    }
}

impl Batch {
    fn push(
        &mut self,
        word: &str,
        spelling: Option<&str>,
        found: &[Found],
        languages: &[Option<Inflection>],
    ) {
        self.letters.push_str(word);
        let folded = count(self.letters.len());
        self.letters.push_str(spelling.unwrap_or_default());
        let (first_language, mut last) = (self.languages.len(), 0);
        for same in found.chunk_by(|one, other| one.article == other.article) {
            push_hit(&mut self.occurrences, same[0].article - last, same);
            last = same[0].article;
            tally(&mut self.languages, first_language, (languages[last as usize], 1));
        }
        self.ends.push(Ends {
            folded,
            spelling: count(self.letters.len()),
            languages: count(self.languages.len()),
            occurrences: count(self.occurrences.len()),
        });
    }

    /// What its occurrences take.
    pub(super) fn bytes(&self) -> usize {
        self.occurrences.len()
    }

    /// Its words, rising.
    pub(super) fn words(&self) -> impl Iterator<Item = Word<'_>> {
        (0..self.ends.len()).map(|place| Word { batch: self, place })
    }
}

/// Counts a language in the part of a list that begins at `first`.
pub(super) fn tally(
    all: &mut Vec<(Option<Inflection>, u32)>,
    first: usize,
    counted: (Option<Inflection>, u32),
) {
    match all[first..].iter_mut().find(|(language, _)| *language == counted.0) {
        Some((_, times)) => *times += counted.1,
        None => all.push(counted),
    }
}

/// A word of a batch.
#[derive(Clone, Copy)]
pub(super) struct Word<'a> {
    batch: &'a Batch,
    place: usize,
}

impl<'a> Word<'a> {
    /// The number of the first article of its batch.
    pub(super) fn first_article(self) -> u32 {
        self.batch.first
    }

    fn ends(self) -> (Ends, Ends) {
        let before = self.place.checked_sub(1).map(|before| self.batch.ends[before]).unwrap_or_default();
        (before, self.batch.ends[self.place])
    }

    /// As it is looked for.
    pub(super) fn folded(self) -> &'a str {
        let (before, ends) = self.ends();
        &self.batch.letters[before.spelling as usize..ends.folded as usize]
    }

    /// As it was written when it was met first, in lower case.
    pub(super) fn spelling(self) -> &'a str {
        let (_, ends) = self.ends();
        let other = &self.batch.letters[ends.folded as usize..ends.spelling as usize];
        if other.is_empty() { self.folded() } else { other }
    }

    /// How often it stands in articles of which language.
    pub(super) fn languages(self) -> &'a [(Option<Inflection>, u32)] {
        let (before, ends) = self.ends();
        &self.batch.languages[before.languages as usize..ends.languages as usize]
    }

    /// Calls `hit` with each article that has the word, rising; places are added to `places`.
    pub(super) fn each_hit(self, places: &mut Vec<u32>, mut hit: impl FnMut(Hit)) {
        let (before, ends) = self.ends();
        let range: Range<usize> = before.occurrences as usize..ends.occurrences as usize;
        let mut bytes = Bytes(&self.batch.occurrences[range]);
        let mut number = self.batch.first;
        while !bytes.0.is_empty() {
            hit(next_hit(&mut bytes, &mut number, places).expect("what was collected is whole"));
        }
    }
}

/// A number's lowest bit tells that the word stands once in the text and nowhere else, as most do.
fn push_hit(bytes: &mut Vec<u8>, distance: u32, same: &[Found]) {
    let is_plain = matches!(same, [Found { weight: BODY, .. }]);
    push(bytes, distance << 1 | u32::from(is_plain));
    if !is_plain {
        push(bytes, same.iter().map(|found| u32::from(found.weight)).sum());
        push(bytes, count(same.len()));
    }
    let mut before = 0;
    for found in same {
        push(bytes, found.place - before);
        before = found.place;
    }
}

fn next_hit(bytes: &mut Bytes<'_>, number: &mut u32, places: &mut Vec<u32>) -> Result<Hit, Damage> {
    let head = bytes.number()?;
    *number += head >> 1;
    let (weight, count) =
        if head & 1 == 1 { (u32::from(BODY), 1) } else { (bytes.number()?, bytes.number()?) };
    let mut place = 0;
    for _ in 0..count {
        place += bytes.number()?;
        places.push(place);
    }
    Ok(Hit { number: *number, weight, places: count as usize })
}

fn count(count: usize) -> u32 {
    u32::try_from(count).expect("a batch of articles has fewer than four thousand million bytes")
}
