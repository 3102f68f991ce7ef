//! Builds the text index of an archive.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use rayon::prelude::*;

use crate::archive::Archive;

use super::collect::{Batch, Occurrences, collect};
use super::decompose;
use super::dictionary::{self, Term};
use super::posting::{self, Posting};
use super::rank::Impact;
use super::stem::Stemmers;

/// Articles that are collected at once.
const BATCH: usize = 1000;

/// In archives of this size and more, of words in more than half of the articles no places are kept.
const MANY: usize = 1000;

/// All that a site's text index consists of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextFiles {
    /// The shards of the dictionary, each after its first word.
    pub shards: Vec<(String, Vec<u8>)>,
    /// The posting lists, to be cut.
    pub postings: Vec<u8>,
    /// The lists of places, likewise.
    pub places: Vec<u8>,
}

/// A term before it has its place in the files.
struct Written {
    articles: u32,
    best: Vec<u8>,
    postings: Vec<u8>,
    places: Vec<u8>,
}

/// The text index of an archive, whose entries stand newest first.
#[must_use]
pub fn build_text(archive: &Archive) -> TextFiles {
    let Batch { words, lengths } = collect_all(archive);
    let mut words: Vec<(Box<str>, Occurrences)> = words.into_iter().collect();
    words.par_sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    let groups = groups(&words);
    let lengths = relative(&lengths);
    let written: Vec<Written> = groups
        .par_iter()
        .map(|group| write(&group.iter().map(|place| &words[*place]).collect::<Vec<_>>(), &lengths))
        .collect();
    lay_out(&words, &groups, &written)
}

fn collect_all(archive: &Archive) -> Batch {
    let language = archive.language.as_ref();
    let batches: Vec<Batch> = archive
        .entries()
        .par_chunks(BATCH)
        .enumerate()
        .map(|(batch, entries)| {
            let first = u32::try_from(batch * BATCH)
                .expect("an archive has fewer than four thousand million articles");
            collect(entries.iter().map(|entry| &entry.article), first, language, decompose)
        })
        .collect();
    let mut all = Batch::default();
    for batch in batches {
        all.lengths.extend(batch.lengths);
        for (word, later) in batch.words {
            match all.words.get_mut(&word) {
                Some(occurrences) => occurrences.append(later),
                None => {
                    all.words.insert(word, later);
                }
            }
        }
    }
    all
}

/// The places of words that have a stem in common, in the order of the first of each.
fn groups(words: &[(Box<str>, Occurrences)]) -> Vec<Vec<usize>> {
    let stems: Vec<Option<String>> = words
        .par_iter()
        .map_init(Stemmers::new, |stemmers, (_, occurrences)| {
            stemmers.stem(&occurrences.spelling, occurrences.language()?, decompose)
        })
        .collect();
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (place, (word, _)) in words.iter().enumerate() {
        let stem = stems[place].as_deref().unwrap_or(word);
        let group = *places.entry(stem).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[group].push(place);
    }
    groups
}

/// Lengths as multiples of the mean.
fn relative(lengths: &[u32]) -> Vec<f32> {
    let sum: f64 = lengths.iter().map(|length| f64::from(*length)).sum();
    let mean = (sum / lengths.len().max(1) as f64).max(1.0);
    lengths.iter().map(|length| (f64::from(*length) / mean) as f32).collect()
}

fn write(group: &[&(Box<str>, Occurrences)], lengths: &[f32]) -> Written {
    let mut places = Vec::new();
    let mut hits: Vec<(u32, u32, Range<usize>)> = Vec::new();
    for (_, occurrences) in group {
        let mut start = places.len();
        for hit in occurrences.hits(&mut places) {
            hits.push((hit.number, hit.weight, start..start + hit.places));
            start += hit.places;
        }
    }
    hits.sort_by_key(|(number, ..)| *number);
    let total = u32::try_from(lengths.len()).unwrap_or(u32::MAX);
    let by_number = || hits.chunk_by(|one, other| one.0 == other.0);
    let postings: Vec<Posting> = by_number()
        .map(|hits| {
            let (number, weight) = (hits[0].0, hits.iter().map(|(_, weight, _)| weight).sum::<u32>());
            Posting { number, impact: Impact::of(weight as f32, lengths[number as usize]) }
        })
        .collect();
    let forms: Vec<&str> = group.iter().map(|(word, _)| &**word).collect();
    let is_common = lengths.len() >= MANY && postings.len() > lengths.len() / 2;
    let places = match is_common {
        true => Vec::new(),
        false => {
            let merged: Vec<Cow<'_, [u32]>> = by_number().map(|hits| merged(hits, &places)).collect();
            posting::write_places(merged.iter().map(|places| &**places))
        }
    };
    Written {
        articles: u32::try_from(postings.len()).unwrap_or(u32::MAX),
        best: posting::write_best(&postings, total),
        postings: posting::write(&forms, &postings),
        places,
    }
}

/// The places of a term in one article.
fn merged<'a>(hits: &[(u32, u32, Range<usize>)], places: &'a [u32]) -> Cow<'a, [u32]> {
    if let [(.., range)] = hits {
        return Cow::Borrowed(&places[range.clone()]);
    }
    let mut all: Vec<u32> = hits.iter().flat_map(|(.., range)| &places[range.clone()]).copied().collect();
    all.sort_unstable();
    Cow::Owned(all)
}

fn lay_out(words: &[(Box<str>, Occurrences)], groups: &[Vec<usize>], written: &[Written]) -> TextFiles {
    let (mut postings, mut places) = (Vec::new(), Vec::new());
    let mut terms: Vec<Option<(Term, &[u8])>> = vec![None; words.len()];
    for (group, written) in groups.iter().zip(written) {
        let term = Term {
            articles: written.articles,
            postings: append(&mut postings, &written.postings),
            places: append(&mut places, &written.places),
        };
        group.iter().for_each(|place| terms[*place] = Some((term.clone(), &*written.best)));
    }
    let entries = words.iter().zip(&terms).filter_map(|((word, _), term)| {
        let (term, best) = term.as_ref()?;
        Some((&**word, term, *best))
    });
    TextFiles { shards: dictionary::write(entries), postings, places }
}

fn append(all: &mut Vec<u8>, bytes: &[u8]) -> Range<u32> {
    let end =
        |all: &Vec<u8>| u32::try_from(all.len()).expect("lists take fewer than four thousand million bytes");
    let start = end(all);
    all.extend_from_slice(bytes);
    start..end(all)
}
