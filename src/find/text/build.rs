//! Builds the text index of an archive.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use rayon::prelude::*;

use crate::archive::{Archive, Entry};

use super::collect::{Batch, Word, collect, tally};
use super::decompose;
use super::dictionary::{self, Term};
use super::posting::{self, Posting};
use super::rank::Impact;
use super::stem::{Inflection, Stemmers};

/// How many batches an archive is collected in, and how many articles a batch has at least and at the most.
const BATCHES: usize = 32;
const BATCH: (usize, usize) = (250, 8000);

/// Terms that are written at once.
const AT_ONCE: usize = 1024;

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

/// The text index of an archive, whose entries stand newest first. In what follows a word is a list: what it is in each batch
/// that has it.
#[must_use]
pub fn build_text(archive: &Archive) -> TextFiles {
    build(archive, (archive.entries().len() / BATCHES).clamp(BATCH.0, BATCH.1))
}

/// `size` is how many articles a batch has; it makes no difference to what comes out.
fn build(archive: &Archive, size: usize) -> TextFiles {
    let batches = collect_all(archive, size);
    let mut found: Vec<Word<'_>> = batches.iter().flat_map(Batch::words).collect();
    found.par_sort_unstable_by_key(|word| (word.folded(), word.first_article()));
    let words: Vec<&[Word<'_>]> = found.chunk_by(|one, other| one.folded() == other.folded()).collect();
    let lengths: Vec<u32> = batches.iter().flat_map(|batch| &batch.lengths).copied().collect();
    let room = batches.iter().map(Batch::bytes).sum::<usize>() / 2;
    lay_out(&words, &groups(&words), &relative(&lengths), room)
}

fn collect_all(archive: &Archive, size: usize) -> Vec<Batch> {
    let (entries, language) = (archive.entries(), archive.language.as_ref());
    let batch = |(batch, entries): (usize, &[Entry])| {
        let first =
            u32::try_from(batch * size).expect("an archive has fewer than four thousand million articles");
        collect(entries.iter().map(|entry| &entry.article), first, language, decompose)
    };
    entries.par_chunks(size).enumerate().map(batch).collect()
}

/// The places of words that have a stem in common, in the order of the first of each.
fn groups(words: &[&[Word<'_>]]) -> Vec<Vec<usize>> {
    let stem = |stemmers: &mut Stemmers, occurrences: &&[Word<'_>]| {
        stemmers.stem(occurrences[0].spelling(), language(occurrences)?, decompose)
    };
    let stems: Vec<Option<String>> = words.par_iter().map_init(Stemmers::new, stem).collect();
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (place, occurrences) in words.iter().enumerate() {
        let stem = stems[place].as_deref().unwrap_or(occurrences[0].folded());
        let group = *places.entry(stem).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[group].push(place);
    }
    groups
}

/// The language that most of a word's articles are in.
fn language(occurrences: &[Word<'_>]) -> Option<Inflection> {
    let mut all: Vec<(Option<Inflection>, u32)> = Vec::new();
    occurrences.iter().flat_map(|word| word.languages()).for_each(|counted| tally(&mut all, 0, *counted));
    all.into_iter().max_by_key(|(language, times)| (*times, *language)).and_then(|(language, _)| language)
}

/// Lengths as multiples of the mean.
fn relative(lengths: &[u32]) -> Vec<f32> {
    let sum: f64 = lengths.iter().map(|length| f64::from(*length)).sum();
    let mean = (sum / lengths.len().max(1) as f64).max(1.0);
    lengths.iter().map(|length| (f64::from(*length) / mean) as f32).collect()
}

fn write(group: &[&[Word<'_>]], lengths: &[f32]) -> Written {
    let mut places = Vec::new();
    let mut hits: Vec<(u32, u32, Range<usize>)> = Vec::new();
    let mut start = 0;
    for word in group.iter().copied().flatten() {
        word.each_hit(&mut places, |hit| {
            hits.push((hit.number, hit.weight, start..start + hit.places));
            start += hit.places;
        });
    }
    if group.len() > 1 {
        hits.sort_by_key(|(number, ..)| *number);
    }
    let total = u32::try_from(lengths.len()).unwrap_or(u32::MAX);
    let by_number = || hits.chunk_by(|one, other| one.0 == other.0);
    let postings: Vec<Posting> = by_number()
        .map(|hits| {
            let (number, weight) = (hits[0].0, hits.iter().map(|(_, weight, _)| weight).sum::<u32>());
            Posting { number, impact: Impact::of(weight as f32, lengths[number as usize]) }
        })
        .collect();
    let forms: Vec<&str> = group.iter().map(|occurrences| occurrences[0].folded()).collect();
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

/// `room` is about what the longer of both lists comes to: to grow them step by step would take twice as much at times.
fn lay_out(words: &[&[Word<'_>]], groups: &[Vec<usize>], lengths: &[f32], room: usize) -> TextFiles {
    let (mut postings, mut places) = (Vec::with_capacity(room), Vec::with_capacity(room));
    let mut terms: Vec<(Term, Vec<u8>)> = Vec::with_capacity(groups.len());
    let mut term_of = vec![0; words.len()];
    for groups in groups.chunks(AT_ONCE) {
        let written = groups
            .par_iter()
            .map(|group| write(&group.iter().map(|place| words[*place]).collect::<Vec<_>>(), lengths));
        for (group, written) in groups.iter().zip(written.collect::<Vec<Written>>()) {
            group.iter().for_each(|place| term_of[*place] = terms.len());
            let (postings, places) =
                (append(&mut postings, &written.postings), append(&mut places, &written.places));
            terms.push((Term { articles: written.articles, postings, places }, written.best));
        }
    }
    let entries = words.iter().zip(term_of).map(|(word, term)| {
        let (term, best) = &terms[term];
        (word[0].folded(), term, best.as_slice())
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

#[cfg(test)]
mod tests {
    use super::build;
    use crate::archive::Archive;
    use crate::article::{Article, Block, Language, Span, Tag};

    fn archive() -> Archive {
        let words = ["house", "houses", "Häuser", "hauser", "Straße", "北京大学", "cable", "cabled", "sea"];
        let word = |n: usize| words[n * n % 7 + n % 3];
        let mut archive = Archive::new("Archive");
        archive.extend((0..40).map(|n| Article {
            id: n.to_string(),
            title: word(n).to_owned(),
            tags: Tag::new(word(n + 1)).into_iter().collect(),
            body: vec![Block::Paragraph(vec![Span::text([word(n + 2), word(n + 3), word(n + 2)].join(" "))])],
            language: Language::parse(if n % 3 == 0 { "de" } else { "en" }),
            ..Article::default()
        }));
        archive
    }

    #[test]
    fn batches_make_no_difference() {
        let archive = archive();
        let whole = build(&archive, 40);
        assert!(whole.postings.len() > 100 && whole.places.len() > 50);
        for size in [1, 7, 39] {
            assert_eq!(build(&archive, size), whole, "{size}");
        }
    }
}
