//! Posting lists: the articles that have a term, how much it weighs in each, and its places in their texts.

#[cfg(not(target_arch = "wasm32"))]
use super::dictionary::shared;
use super::rank::{IMPACT_BITS, Impact};
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

/// The distance from the number before and the impact, together.
#[cfg(not(target_arch = "wasm32"))]
fn push_postings(out: &mut Vec<u8>, postings: impl Iterator<Item = Posting>) {
    let mut next = 0;
    for Posting { number, impact } in postings {
        push(out, (number - next) << IMPACT_BITS | u32::from(impact.0));
        next = number + 1;
    }
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
    let mut postings = Vec::with_capacity(count as usize);
    let mut next = 0_u32;
    for _ in 0..count {
        let value = bytes.number()?;
        let number = next.checked_add(value >> IMPACT_BITS).filter(|number| *number < total).ok_or(Damage)?;
        postings.push(Posting { number, impact: Impact(value as u8 & Impact::MOST) });
        next = number + 1;
    }
    Ok(postings)
}

/// The places of a term in the articles of its posting list, in the same order, one list after another. Twice the place,
/// where there is but one; else one more than twice their number, and then their distances.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn write_places(lists: impl Iterator<Item = Vec<u32>>) -> Vec<u8> {
    let mut out = Vec::new();
    for places in lists {
        if let [place] = *places {
            push(&mut out, place << 1);
            continue;
        }
        push(&mut out, u32::try_from(places.len()).unwrap_or_default() << 1 | 1);
        let mut before = 0;
        for place in places {
            push(&mut out, place - before);
            before = place;
        }
    }
    out
}

/// The places in the next article; `None` passes over them.
pub(super) fn read_places(bytes: &mut Bytes<'_>, mut into: Option<&mut Vec<u32>>) -> Result<(), Damage> {
    let mut push = |place| into.iter_mut().for_each(|places| places.push(place));
    let head = bytes.number()?;
    if head & 1 == 0 {
        push(head >> 1);
        return Ok(());
    }
    let mut place = 0_u32;
    for _ in 0..head >> 1 {
        place = place.checked_add(bytes.number()?).ok_or(Damage)?;
        push(place);
    }
    Ok(())
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
        let first = read(&bytes[..BEST_BYTES as usize], 5_000, 15_000, Extent::Best).unwrap();
        assert_eq!(first.postings, best.iter().map(|n| list[*n]).collect::<Vec<_>>());
        assert_eq!(read(&bytes, 5_000, 15_000, Extent::Whole).unwrap().postings, list);
    }

    #[test]
    fn places_are_read_article_by_article() {
        let bytes = write_places([vec![3, 9, 400], vec![0]].into_iter());
        let (mut bytes, mut places) = (Bytes(&bytes), Vec::new());
        read_places(&mut bytes, None).unwrap();
        read_places(&mut bytes, Some(&mut places)).unwrap();
        assert_eq!(places, [0]);
        assert_eq!(read_places(&mut bytes, None), Err(Damage));
    }
}
