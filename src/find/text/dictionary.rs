//! The dictionary: each word that stands in the archive, where the lists of its stem are, and its best articles.
//! Sorted and cut into shards.

use std::ops::Range;

use crate::find::bytes::{Bytes, Damage};
#[cfg(not(target_arch = "wasm32"))]
use crate::find::bytes::{push, push_text};

/// Bytes after which a shard ends.
#[cfg(not(target_arch = "wasm32"))]
const SHARD: usize = 24 * 1024;

/// A word and its inflections, which share their lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    /// How many articles have it; at least 1.
    pub articles: u32,
    /// The bytes of its posting list.
    pub postings: Range<u32>,
    /// The bytes of its places; empty if it is so common that they are not kept.
    pub places: Range<u32>,
}

/// Where the lists that are new to the dictionary begin.
#[derive(Default)]
struct Ends {
    postings: u32,
    places: u32,
}

/// The shards of a dictionary whose entries rise, and the first word of each. Each word has the bytes of its best articles.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn write<'a>(
    entries: impl Iterator<Item = (&'a str, &'a Term, &'a [u8])>,
) -> Vec<(String, Vec<u8>)> {
    let mut shards: Vec<(String, Vec<u8>)> = Vec::new();
    let mut ends = Ends::default();
    let mut before = String::new();
    for (word, term, best) in entries {
        if shards.last().is_none_or(|(_, shard)| shard.len() >= SHARD) {
            let mut head = Vec::new();
            push(&mut head, ends.postings);
            push(&mut head, ends.places);
            shards.push((word.to_owned(), head));
            before.clear();
        }
        let shard = &mut shards.last_mut().expect("one was just added").1;
        let shared = shared(&before, word);
        push(shard, u32::try_from(shared).unwrap_or_default());
        push_text(shard, &word[shared..]);
        push(shard, term.articles);
        push_range(shard, &term.postings, &mut ends.postings);
        push_range(shard, &term.places, &mut ends.places);
        push(shard, u32::try_from(best.len()).unwrap_or_default());
        shard.extend_from_slice(best);
        word.clone_into(&mut before);
    }
    shards
}

/// How far the range begins before the end of what was named so far, and its length.
#[cfg(not(target_arch = "wasm32"))]
fn push_range(shard: &mut Vec<u8>, range: &Range<u32>, end: &mut u32) {
    push(shard, range.end - range.start);
    if range.start < range.end {
        push(shard, *end - range.start);
        *end = range.end.max(*end);
    }
}

/// The bytes that two words begin with, cut where letters end in both.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn shared(one: &str, other: &str) -> usize {
    let bytes = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    (0..=bytes).rev().find(|at| one.is_char_boundary(*at) && other.is_char_boundary(*at)).unwrap_or_default()
}

/// Calls `found` with each word of a shard, its term and its best articles, until it says that it has seen enough.
pub(super) fn each(shard: &[u8], mut found: impl FnMut(&str, Term, &[u8]) -> Flow) -> Result<(), Damage> {
    let mut bytes = Bytes(shard);
    let mut ends = Ends { postings: bytes.number()?, places: bytes.number()? };
    let mut word = String::new();
    while !bytes.0.is_empty() {
        let shared = bytes.number()? as usize;
        if !word.is_char_boundary(shared) {
            return Err(Damage);
        }
        word.truncate(shared);
        word.push_str(bytes.text()?);
        let articles = bytes.number()?;
        let postings = range(&mut bytes, &mut ends.postings)?;
        let places = range(&mut bytes, &mut ends.places)?;
        let length = bytes.number()? as usize;
        let best = bytes.take(length)?;
        if found(&word, Term { articles, postings, places }, best) == Flow::Enough {
            break;
        }
    }
    Ok(())
}

/// Whether to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    On,
    Enough,
}

fn range(bytes: &mut Bytes<'_>, end: &mut u32) -> Result<Range<u32>, Damage> {
    let length = bytes.number()?;
    if length == 0 {
        return Ok(0..0);
    }
    let start = end.checked_sub(bytes.number()?).ok_or(Damage)?;
    let range = start..start.checked_add(length).ok_or(Damage)?;
    *end = range.end.max(*end);
    Ok(range)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let term = |articles, postings, places| Term { articles, postings, places };
        let mut entries = vec![
            ("cable".to_owned(), term(300, 0..900, 0..70_000)),
            ("cables".to_owned(), term(300, 0..900, 0..70_000)),
            ("caf".to_owned(), term(1, 900..902, 70_000..70_001)),
            ("cà".to_owned(), term(9_999, 902..903, 0..0)),
            ("cá".to_owned(), term(1, 900..902, 70_000..70_001)),
        ];
        let filler = (0..5_000).map(|n| (format!("d{n:05}"), term(1, 903 + n..904 + n, 0..0)));
        entries.extend(filler);
        let best = |word: &str| word.as_bytes()[..word.len() % 3].to_vec();
        let bests: Vec<Vec<u8>> = entries.iter().map(|(word, _)| best(word)).collect();
        let all = entries.iter().zip(&bests);
        let shards = write(all.map(|((word, term), best)| (word.as_str(), term, best.as_slice())));
        assert!(shards.len() > 1);
        let mut read = Vec::new();
        for (first, shard) in &shards {
            let from = read.len();
            let keep = |word: &str, term, its: &[u8]| {
                assert_eq!(its, best(word));
                read.push((word.to_owned(), term));
                Flow::On
            };
            assert_eq!(each(shard, keep), Ok(()));
            assert_eq!(read[from].0, *first);
        }
        assert_eq!(read, entries);
    }

    #[test]
    fn no_cut_shard_is_read_as_whole() {
        let term = Term { articles: 3, postings: 0..9, places: 0..0 };
        let shard = &write([("cable", &term, &[1, 2][..])].into_iter())[0].1;
        for end in 0..shard.len() {
            assert!(each(&shard[..end], |_, _, _| Flow::On).is_err() || end == 2, "{end}");
        }
        assert_eq!(each(&[0, 0, 9], |_, _, _| Flow::On), Err(Damage));
    }
}
