//! Where a shelf has the words that begin alike, and the lists of a term.

use std::ops::Range;

use crate::find::bytes::Damage;
use crate::find::shelf::gather;
use crate::find::{IndexPart, Lack, Shelf};

use super::dictionary::{self, Flow, Term};

impl Shelf {
    /// The shards that hold all words beginning with `prefix`.
    pub(super) fn shards(&self, prefix: &str) -> Range<usize> {
        let firsts = &self.catalog().shards;
        let start = firsts.partition_point(|first| first.as_str() <= prefix).saturating_sub(1);
        let end = firsts.partition_point(|first| first.as_str() < prefix || first.starts_with(prefix));
        start..end.max(start)
    }

    /// Calls `found` with each word of these shards, its term and its best articles.
    pub(super) fn each_word(
        &self,
        shards: Range<usize>,
        mut found: impl FnMut(&str, Term, &[u8]) -> Flow,
    ) -> Result<(), Lack> {
        let parts = shards.map(|shard| IndexPart::Words(u32::try_from(shard).unwrap_or(u32::MAX)));
        let texts = gather(parts.map(|part| Ok((part, self.get(part)?))))?;
        for (part, shard) in texts {
            dictionary::each(&shard, &mut found).map_err(|Damage| Lack::Damaged(part))?;
        }
        Ok(())
    }

    /// The shard that has a word.
    pub(super) fn shard(&self, word: &str) -> IndexPart {
        IndexPart::Words(u32::try_from(self.shards(word).start).unwrap_or(u32::MAX))
    }

    /// The bytes of a posting list.
    pub(super) fn postings(&self, range: Range<u32>) -> Result<(IndexPart, Vec<u8>), Lack> {
        self.bytes(range, IndexPart::Postings)
    }

    /// The bytes of the places of a term.
    pub(super) fn places(&self, range: Range<u32>) -> Result<(IndexPart, Vec<u8>), Lack> {
        self.bytes(range, IndexPart::Places)
    }
}
