//! The parts of the text index that have come, and what is lacking.

use std::ops::Range;
use std::rc::Rc;

use serde::Serialize;

use crate::article::json::from_json_object;

use super::TextPart;
use super::bytes::Damage;
use super::dictionary::{self, Flow, Term};

/// What a site says of its text index.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct TextIndex {
    /// By which its folder is named: a digest of all that is in it.
    pub name: String,
    /// Bytes of a part of the posting lists and the places.
    pub part: u32,
    /// The first word of each shard of the dictionary, rising.
    pub shards: Vec<String>,
}

from_json_object!(TextIndex { name, part, shards });

/// Why there is no answer yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lack {
    /// These parts must come first.
    Missing(Vec<TextPart>),
    /// This part can't be used.
    Damaged(TextPart),
}

/// The index of an archive as far as it is there.
pub struct Shelf<'a> {
    /// What the site says of it.
    pub index: &'a TextIndex,
    /// How many articles there are.
    pub articles: u32,
    /// The content of a part, if it has come.
    pub part: &'a dyn Fn(TextPart) -> Option<Rc<[u8]>>,
}

/// All values, or all that is lacking for them.
pub(super) fn gather<T>(results: impl Iterator<Item = Result<T, Lack>>) -> Result<Vec<T>, Lack> {
    let (mut values, mut missing) = (Vec::new(), Vec::new());
    for result in results {
        match result {
            Ok(value) => values.push(value),
            Err(Lack::Missing(parts)) => missing.extend(parts),
            Err(damaged) => return Err(damaged),
        }
    }
    missing.sort_unstable();
    missing.dedup();
    if missing.is_empty() { Ok(values) } else { Err(Lack::Missing(missing)) }
}

impl Shelf<'_> {
    fn get(&self, part: TextPart) -> Result<Rc<[u8]>, Lack> {
        (self.part)(part).ok_or_else(|| Lack::Missing(vec![part]))
    }

    /// The shards that hold all words beginning with `prefix`.
    pub(super) fn shards(&self, prefix: &str) -> Range<usize> {
        let firsts = &self.index.shards;
        let start = firsts.partition_point(|first| first.as_str() <= prefix).saturating_sub(1);
        let end = firsts.partition_point(|first| first.as_str() < prefix || first.starts_with(prefix));
        start..end.max(start)
    }

    /// Calls `found` with each word of these shards.
    pub(super) fn each_word(
        &self,
        shards: Range<usize>,
        mut found: impl FnMut(&str, Term) -> Flow,
    ) -> Result<(), Lack> {
        let parts = shards.map(|shard| TextPart::Words(u32::try_from(shard).unwrap_or(u32::MAX)));
        let texts = gather(parts.map(|part| Ok((part, self.get(part)?))))?;
        for (part, shard) in texts {
            dictionary::each(&shard, &mut found).map_err(|Damage| Lack::Damaged(part))?;
        }
        Ok(())
    }

    /// The bytes of a posting list.
    pub(super) fn postings(&self, range: Range<u32>) -> Result<(TextPart, Vec<u8>), Lack> {
        self.bytes(range, TextPart::Postings)
    }

    /// The bytes of the places of a term.
    pub(super) fn places(&self, range: Range<u32>) -> Result<(TextPart, Vec<u8>), Lack> {
        self.bytes(range, TextPart::Places)
    }

    /// The bytes of a list, which may lie in several parts, and the first of them.
    fn bytes(&self, range: Range<u32>, part: fn(u32) -> TextPart) -> Result<(TextPart, Vec<u8>), Lack> {
        let size = self.index.part.max(1);
        let first = range.start / size;
        let numbers = first..range.end.div_ceil(size);
        let parts = gather(numbers.map(|number| self.get(part(number))))?;
        let all = parts.concat();
        let start = (range.start - first * size) as usize;
        let bytes = all.get(start..start + range.len()).ok_or(Lack::Damaged(part(first)))?;
        Ok((part(first), bytes.to_vec()))
    }
}
