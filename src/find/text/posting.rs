//! Posting lists: the articles that have a term, how much it weighs in each, and its places in their texts.

#[cfg(not(target_arch = "wasm32"))]
use super::dictionary::shared;
use super::rank::{IMPACT_BITS, Impact};
#[cfg(not(target_arch = "wasm32"))]
use super::rank::{rarity, recency};
use crate::find::bits::Bits;
#[cfg(not(target_arch = "wasm32"))]
use crate::find::bits::{BitWriter, best_k};
use crate::find::bytes::{Bytes, Damage};
#[cfg(not(target_arch = "wasm32"))]
use crate::find::bytes::{push, push_text};

/// How many articles of a term its word names in the dictionary: as many as one sees at once.
pub(super) const BEST: usize = 10;

/// An article that has a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Posting {
    /// The article's number.
    pub number: u32,
    /// How much the term weighs in it.
    pub impact: Impact,
}

/// A posting list as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PostingList {
    /// The words that share the list, rising.
    pub forms: Vec<String>,
    /// Rising by number.
    pub postings: Vec<Posting>,
}

/// The bytes of a list.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn write(forms: &[&str], postings: &[Posting]) -> Vec<u8> {
    let mut out = Vec::new();
    push(&mut out, u32::try_from(forms.len()).unwrap_or_default());
    let mut before = "";
    for form in forms {
        let shared = shared(before, form);
        push(&mut out, u32::try_from(shared).unwrap_or_default());
        push_text(&mut out, &form[shared..]);
        before = form;
    }
    push_postings(&mut out, postings);
    out
}

/// The bytes of the best articles of a term that `total` of an archive have, of all of its postings.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn write_best(postings: &[Posting], total: u32) -> Vec<u8> {
    let mut best = postings.to_vec();
    if best.len() > BEST {
        let rarity = rarity(u32::try_from(postings.len()).unwrap_or(u32::MAX), total);
        let score = |posting: &Posting| posting.impact.score(rarity) * recency(posting.number, total);
        best.select_nth_unstable_by(BEST - 1, |one, other| {
            score(other).total_cmp(&score(one)).then(one.number.cmp(&other.number))
        });
        best.truncate(BEST);
        best.sort_unstable_by_key(|posting| posting.number);
    }
    let mut out = Vec::new();
    push_postings(&mut out, &best);
    out
}

/// How the distances are written; of each posting the distance from the number before, and the impact.
#[cfg(not(target_arch = "wasm32"))]
fn push_postings(out: &mut Vec<u8>, postings: &[Posting]) {
    let last = postings.last().map_or(0, |posting| posting.number);
    let k = best_k(u64::from(last), postings.len());
    let mut bits = BitWriter::default();
    bits.push_k(k);
    let mut next = 0;
    for Posting { number, impact } in postings.iter().copied() {
        bits.push_rice(number - next, k);
        bits.push(u32::from(impact.0), IMPACT_BITS);
        next = number + 1;
    }
    out.extend(bits.finish());
}

/// Reads the list of a term that `articles` of an archive's `total` have.
pub(super) fn read(list: &[u8], articles: u32, total: u32) -> Result<PostingList, Damage> {
    let mut bytes = Bytes(list);
    let mut forms: Vec<String> = Vec::new();
    for _ in 0..bytes.number()? {
        let shared = bytes.number()? as usize;
        let before = forms.last().map_or("", String::as_str);
        let form = before.get(..shared).ok_or(Damage)?.to_owned() + bytes.text()?;
        forms.push(form);
    }
    Ok(PostingList { forms, postings: read_postings(&mut bytes, articles, total)? })
}

/// Reads the best articles of a term that `articles` of an archive's `total` have; they rise by number.
pub(super) fn read_best(best: &[u8], articles: u32, total: u32) -> Result<Vec<Posting>, Damage> {
    read_postings(&mut Bytes(best), articles.min(BEST as u32), total)
}

fn read_postings(bytes: &mut Bytes<'_>, count: u32, total: u32) -> Result<Vec<Posting>, Damage> {
    if count > total {
        return Err(Damage);
    }
    let mut bits = Bits::new(bytes.0);
    let k = bits.k()?;
    let mut postings = Vec::with_capacity(count as usize);
    let mut next = 0_u32;
    for _ in 0..count {
        let number = next.checked_add(bits.rice(k)?).filter(|number| *number < total).ok_or(Damage)?;
        let impact = bits.take(IMPACT_BITS)?;
        postings.push(Posting { number, impact: Impact(impact as u8) });
        next = number + 1;
    }
    bytes.0 = bits.rest();
    Ok(postings)
}

/// The places of a term in the articles of its posting list, in the same order: how the distances are written, and of each
/// article how many there are beside the first, and their distances.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn write_places<'a>(lists: impl Iterator<Item = &'a [u32]> + Clone) -> Vec<u8> {
    let lasts = lists.clone().map(|places| u64::from(places.last().copied().unwrap_or_default())).sum();
    let k = best_k(lasts, lists.clone().map(<[u32]>::len).sum());
    let mut bits = BitWriter::default();
    bits.push_k(k);
    for places in lists {
        bits.push_rice(u32::try_from(places.len()).unwrap_or_default().saturating_sub(1), 0);
        let mut before = 0;
        for place in places {
            bits.push_rice(place - before, k);
            before = *place;
        }
    }
    bits.finish()
}

/// The places of a term, read article by article.
pub(super) struct Places<'a> {
    bits: Bits<'a>,
    k: u32,
}

impl<'a> Places<'a> {
    /// Those of a list.
    pub(super) fn of(list: &'a [u8]) -> Result<Self, Damage> {
        let mut bits = Bits::new(list);
        let k = bits.k()?;
        Ok(Self { bits, k })
    }

    /// The places in the next article; `None` passes over them.
    pub(super) fn next(&mut self, mut into: Option<&mut Vec<u32>>) -> Result<(), Damage> {
        let more = self.bits.rice(0)?;
        let mut place = 0_u32;
        for _ in 0..=more {
            place = place.checked_add(self.bits.rice(self.k)?).ok_or(Damage)?;
            into.iter_mut().for_each(|places| places.push(place));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn postings(numbers: impl Iterator<Item = u32>) -> Vec<Posting> {
        numbers.map(|number| Posting { number, impact: Impact(number as u8 % 16) }).collect()
    }

    #[test]
    fn what_is_written_is_read() {
        let list = postings([0, 1, 7, 300, 99_999].into_iter());
        let bytes = write(&["cable", "cables", "cabling"], &list);
        let forms = ["cable", "cables", "cabling"].map(str::to_owned).to_vec();
        let whole = PostingList { forms, postings: list };
        assert_eq!(read(&bytes, 5, 100_000), Ok(whole));
        assert_eq!(read(&bytes, 5, 99_999), Err(Damage), "beyond the archive");
        assert!((0..bytes.len()).all(|end| read(&bytes[..end], 5, 100_000).is_err()));
    }

    #[test]
    fn the_best_are_those_that_weigh_most_and_the_newest_of_equals() {
        let list = postings((0..5_000).map(|number| number * 16 + number % 16));
        let best = write_best(&list, 80_000);
        let heaviest: Vec<Posting> = (0..10).map(|n| list[n * 16 + 15]).collect();
        assert_eq!(read_best(&best, 5_000, 80_000), Ok(heaviest));
        assert_eq!(read_best(&write_best(&list[..3], 80_000), 3, 80_000), Ok(list[..3].to_vec()));
        assert!((0..best.len()).all(|end| read_best(&best[..end], 5_000, 80_000).is_err()));
    }

    #[test]
    fn places_are_read_article_by_article() {
        let many: Vec<u32> = (0..100).map(|place| place * 7).collect();
        let bytes = write_places([&[3, 9, 400][..], &[0], &many].into_iter());
        let (mut list, mut places) = (Places::of(&bytes).unwrap(), Vec::new());
        list.next(None).unwrap();
        list.next(Some(&mut places)).unwrap();
        assert_eq!(places, [0]);
        list.next(Some(&mut places)).unwrap();
        assert_eq!(places[1..], many);
        let mut cut = Places::of(&bytes[..bytes.len() - 1]).unwrap();
        assert!(cut.next(None).is_ok() && cut.next(None).is_ok() && cut.next(None).is_err());
    }
}
