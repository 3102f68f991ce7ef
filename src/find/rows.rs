//! The fields and the tags of each article, some thousand articles a part: what the hits of a selection are counted by.

use std::ops::Range;

#[cfg(not(target_arch = "wasm32"))]
use super::bytes::push;
use super::bytes::{Bytes, Damage};
use super::field::{Field, Fields};

/// Articles of a part: a multiple of the bits of a word, so that each part of a set begins with a word of its own.
pub(super) const ROWS: u32 = 4096;

/// Fields and tags of the articles of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rows {
    /// The place of each article's value in the index, and one more; 0 if it has none.
    fields: Fields<Vec<u32>>,
    /// Where each article's tags begin, and where the last one's end.
    starts: Vec<u32>,
    /// Places of tags in the index.
    tags: Vec<u32>,
    /// Counts that each field takes, and tags.
    counts: (Fields<u32>, u32),
}

/// A place that the index doesn't have.
pub(super) struct Stray;

impl Default for Rows {
    fn default() -> Self {
        Self { fields: Fields::default(), starts: vec![0], tags: Vec::new(), counts: Default::default() }
    }
}

impl Rows {
    /// Adds an article. Its tags rise.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn push(&mut self, fields: &Fields<Option<u32>>, tags: &[u32]) {
        for field in Field::ALL {
            self.push_value(field, fields[field].map_or(0, |place| place + 1));
        }
        self.tags.extend_from_slice(tags);
        self.close();
    }

    fn push_value(&mut self, field: Field, place: u32) {
        self.fields[field].push(place);
        let counts = &mut self.counts.0[field];
        *counts = (*counts).max(place.saturating_add(1));
    }

    /// Ends the tags of an article.
    fn close(&mut self) {
        self.starts.push(self.tags.len() as u32);
        let last = self.tags.last().map_or(0, |last| last.saturating_add(1));
        self.counts.1 = self.counts.1.max(last);
    }

    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn write(&self) -> Vec<u8> {
        let mut out = Vec::new();
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        push(&mut out, count(self.starts.len() - 1));
        for field in Field::ALL {
            self.fields[field].iter().for_each(|place| push(&mut out, *place));
        }
        for article in 0..self.starts.len() - 1 {
            let tags = self.tags(article..article + 1);
            push(&mut out, count(tags.len()));
            let mut next = 0;
            for tag in tags {
                push(&mut out, tag - next);
                next = tag + 1;
            }
        }
        out
    }

    pub(super) fn read(content: &[u8]) -> Result<Self, Damage> {
        let mut bytes = Bytes(content);
        let mut rows = Self::default();
        let articles = bytes.number()?;
        if articles > ROWS {
            return Err(Damage);
        }
        for field in Field::ALL {
            for _ in 0..articles {
                rows.push_value(field, bytes.number()?);
            }
        }
        for _ in 0..articles {
            let mut next = 0_u32;
            for _ in 0..bytes.number()? {
                let tag = next.checked_add(bytes.number()?).ok_or(Damage)?;
                rows.tags.push(tag);
                next = tag.checked_add(1).ok_or(Damage)?;
            }
            rows.close();
        }
        if bytes.0.is_empty() { Ok(rows) } else { Err(Damage) }
    }

    /// The places of the tags of articles, which are counted from the part's first.
    fn tags(&self, articles: Range<usize>) -> &[u32] {
        let (start, end) = (self.starts.get(articles.start), self.starts.get(articles.end));
        let range = start.zip(end).map_or(0..0, |(start, end)| *start as usize..*end as usize);
        self.tags.get(range).unwrap_or_default()
    }

    /// Adds one to the count of each tag of each of these articles.
    pub(super) fn count_tags(&self, set: &[usize], counts: &mut [u32]) -> Result<(), Stray> {
        if self.counts.1 as usize > counts.len() {
            return Err(Stray);
        }
        each_run(set, |articles| tally(self.tags(articles), counts));
        Ok(())
    }

    /// Adds one to the count of the value of each of these articles; to the first count, if it has none.
    pub(super) fn count_field(&self, field: Field, set: &[usize], counts: &mut [u32]) -> Result<(), Stray> {
        if self.counts.0[field] as usize > counts.len() {
            return Err(Stray);
        }
        let places = &self.fields[field];
        each_run(set, |articles| tally(places.get(articles).unwrap_or_default(), counts));
        Ok(())
    }
}

/// Adds one to the count of each of these places.
fn tally(places: &[u32], counts: &mut [u32]) {
    for place in places {
        if let Some(count) = counts.get_mut(*place as usize) {
            *count += 1;
        }
    }
}

/// Calls `then` with the places of bits that are set, as many at once as follow each other in a word.
fn each_run(set: &[usize], mut then: impl FnMut(Range<usize>)) {
    for (word, bits) in set.iter().enumerate() {
        let (mut bits, mut place) = (*bits, word * usize::BITS as usize);
        while bits != 0 {
            let gap = bits.trailing_zeros();
            let run = (bits >> gap).trailing_ones();
            place += gap as usize;
            then(place..place + run as usize);
            place += run as usize;
            bits = bits.checked_shr(gap + run).unwrap_or_default();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Rows {
        let mut rows = Rows::default();
        let section = |place| Fields::of(|field| if field == Field::Section { place } else { None });
        rows.push(&section(Some(2)), &[0, 1, 900]);
        rows.push(&section(None), &[]);
        rows.push(&section(Some(0)), &[1]);
        rows
    }

    #[test]
    fn what_is_written_is_read() {
        let bytes = rows().write();
        assert_eq!(Rows::read(&bytes), Ok(rows()));
        assert!((0..bytes.len()).all(|end| Rows::read(&bytes[..end]).is_err()));
        assert_eq!(Rows::read(&[&bytes[..], &[0]].concat()), Err(Damage));
    }

    #[test]
    fn bits_come_in_runs() {
        let runs = |set: &[usize]| {
            let mut runs = Vec::new();
            each_run(set, |run| runs.push(run));
            runs
        };
        let bits = usize::BITS as usize;
        let tops = vec![1..3, 4..5, bits - 1..bits, bits..bits + 1];
        assert_eq!(runs(&[0b1_0110 | 1 << (bits - 1), 1]), tops);
        assert_eq!(runs(&[0, usize::MAX]), vec![bits..2 * bits; 1]);
    }

    #[test]
    fn articles_of_a_set_are_counted() {
        let mut tags = vec![0; 901];
        assert!(rows().count_tags(&[0b101], &mut tags).is_ok());
        assert_eq!((tags[0], tags[1], tags[900]), (1, 2, 1));
        let mut sections = vec![0; 4];
        assert!(rows().count_field(Field::Section, &[0b110], &mut sections).is_ok());
        assert_eq!(sections, [1, 1, 0, 0]);
        assert!(rows().count_tags(&[0b101], &mut [0; 900]).is_err(), "a tag that isn't there");
        assert!(rows().count_field(Field::Section, &[1], &mut [0; 3]).is_err());
    }
}
