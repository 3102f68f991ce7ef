//! Posting lists: the articles that have a term, how much it weighs in each, and its places in their texts.

#[cfg(not(target_arch = "wasm32"))]
use super::dictionary::shared;
use super::rank::{IMPACT_BITS, Impact};
use crate::find::bits::Bits;
#[cfg(not(target_arch = "wasm32"))]
use crate::find::bits::{BitWriter, best_k};
use crate::find::bytes::{Bytes, Damage};
#[cfg(not(target_arch = "wasm32"))]
use crate::find::bytes::{push, push_text};

/// Of lists longer than this the best articles are written once more, at the front.
pub(super) const LONG: u32 = 4096;

/// How many of them.
#[cfg(not(target_arch = "wasm32"))]
pub(super) const BEST: usize = 1000;

/// Bytes from the beginning of a long list within which the best have ended: forms, then up to four bytes each.
pub(super) const BEST_BYTES: u32 = 6 * 1024;

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

/// The bytes of a list. `best` are the places in `postings` of those that a long list names first.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn write(forms: &[&str], postings: &[Posting], best: &[usize]) -> Vec<u8> {
    let mut out = Vec::new();
    push(&mut out, u32::try_from(forms.len()).unwrap_or_default());
    let mut before = "";
    for form in forms {
        let shared = shared(before, form);
        push(&mut out, u32::try_from(shared).unwrap_or_default());
        push_text(&mut out, &form[shared..]);
        before = form;
    }
    if postings.len() > LONG as usize {
        push(&mut out, u32::try_from(best.len()).unwrap_or_default());
        push_postings(&mut out, best.iter().map(|place| postings[*place]));
    }
    push_postings(&mut out, postings.iter().copied());
    out
}

/// How the distances are written; of each posting the distance from the number before, and the impact.
#[cfg(not(target_arch = "wasm32"))]
fn push_postings(out: &mut Vec<u8>, postings: impl ExactSizeIterator<Item = Posting> + Clone) {
    let last = postings.clone().last().map_or(0, |posting| posting.number);
    let k = best_k(u64::from(last), postings.len());
    let mut bits = BitWriter::default();
    bits.push_k(k);
    let mut next = 0;
    for Posting { number, impact } in postings {
        bits.push_rice(number - next, k);
        bits.push(u32::from(impact.0), IMPACT_BITS);
        next = number + 1;
    }
    out.extend(bits.finish());
}

/// Which postings of a list are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// The best of a long list; all of a short one.
    Best,
    /// All.
    Whole,
}

/// Reads the list of a term that `articles` of an archive's `total` have.
pub(super) fn read(list: &[u8], articles: u32, total: u32, extent: Extent) -> Result<PostingList, Damage> {
    let mut bytes = Bytes(list);
    let mut forms: Vec<String> = Vec::new();
    for _ in 0..bytes.number()? {
        let shared = bytes.number()? as usize;
        let before = forms.last().map_or("", String::as_str);
        let form = before.get(..shared).ok_or(Damage)?.to_owned() + bytes.text()?;
        forms.push(form);
    }
    if articles > LONG {
        let count = bytes.number()?;
        let best = read_postings(&mut bytes, count, total)?;
        if extent == Extent::Best {
            return Ok(PostingList { forms, postings: best });
        }
    }
    Ok(PostingList { forms, postings: read_postings(&mut bytes, articles, total)? })
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
        let bytes = write(&["cable", "cables", "cabling"], &list, &[]);
        let forms = ["cable", "cables", "cabling"].map(str::to_owned).to_vec();
        let whole = PostingList { forms, postings: list };
        assert_eq!(read(&bytes, 5, 100_000, Extent::Whole), Ok(whole.clone()));
        assert_eq!(read(&bytes, 5, 100_000, Extent::Best), Ok(whole));
        assert_eq!(read(&bytes, 5, 99_999, Extent::Whole), Err(Damage), "beyond the archive");
        assert!((0..bytes.len()).all(|end| read(&bytes[..end], 5, 100_000, Extent::Whole).is_err()));
    }

    #[test]
    fn of_long_lists_the_best_come_first() {
        let list = postings((0..5_000).map(|number| number * 3));
        let best: Vec<usize> = (0..BEST).map(|n| n * 4).collect();
        let bytes = write(&["the"], &list, &best);
        let first =
            read(&bytes[..bytes.len().min(BEST_BYTES as usize)], 5_000, 15_000, Extent::Best).unwrap();
        assert_eq!(first.postings, best.iter().map(|n| list[*n]).collect::<Vec<_>>());
        assert_eq!(read(&bytes, 5_000, 15_000, Extent::Whole).unwrap().postings, list);
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
