//! The parts of the index that have come, and what is lacking.

use std::ops::Range;
use std::rc::Rc;

use serde::Serialize;

use crate::article::json::from_json_object;

use super::bytes::Damage;
use super::rows::Rows;
use super::{IndexPart, PartFault};

/// What a site says of the files of its index.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Catalog {
    /// By which their folder is named: a digest of all that is in it.
    pub name: String,
    /// Bytes of a cut of lists.
    pub part: u32,
    /// The first word of each shard of the dictionary, rising.
    pub shards: Vec<String>,
}

from_json_object!(Catalog { name, part, shards });

/// Why there is no answer yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lack {
    /// These parts must come first.
    Missing(Vec<IndexPart>),
    /// This part can't be used.
    Damaged(IndexPart),
}

/// The index of an archive as far as it is there.
#[derive(Debug, Default)]
pub struct Shelf {
    catalog: Catalog,
    articles: u32,
    /// Rising.
    parts: Vec<(IndexPart, Held)>,
}

/// A part, ready for use.
#[derive(Debug, Clone)]
enum Held {
    Bytes(Rc<[u8]>),
    Rows(Rc<Rows>),
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

impl Shelf {
    /// An empty one for the index of so many articles.
    #[must_use]
    pub fn new(catalog: Catalog, articles: u32) -> Self {
        Self { catalog, articles, parts: Vec::new() }
    }

    /// What the site says of the files.
    #[must_use]
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// How many articles there are.
    #[must_use]
    pub fn articles(&self) -> u32 {
        self.articles
    }

    /// Keeps the content of a part.
    ///
    /// # Errors
    /// It contradicts itself. Of other parts than rows this shows only when they are used.
    pub fn put(&mut self, part: IndexPart, content: &[u8]) -> Result<(), PartFault> {
        let held = match part {
            IndexPart::Rows(_) => Rows::read(content).map(|rows| Held::Rows(Rc::new(rows))),
            _ => Ok(Held::Bytes(content.into())),
        };
        let held = held.map_err(|Damage| PartFault::Damaged)?;
        match self.place(part) {
            Ok(place) => self.parts[place].1 = held,
            Err(place) => self.parts.insert(place, (part, held)),
        }
        Ok(())
    }

    /// Forgets a part.
    pub fn remove(&mut self, part: IndexPart) {
        self.parts.retain(|(other, _)| *other != part);
    }

    fn place(&self, part: IndexPart) -> Result<usize, usize> {
        self.parts.binary_search_by_key(&part, |(part, _)| *part)
    }

    fn held(&self, part: IndexPart) -> Result<&Held, Lack> {
        self.place(part).map(|place| &self.parts[place].1).map_err(|_| Lack::Missing(vec![part]))
    }

    /// The bytes of a part.
    pub(super) fn get(&self, part: IndexPart) -> Result<Rc<[u8]>, Lack> {
        match self.held(part)? {
            Held::Bytes(bytes) => Ok(bytes.clone()),
            Held::Rows(_) => Err(Lack::Damaged(part)),
        }
    }

    /// The rows of a part of them.
    pub(super) fn rows(&self, number: u32) -> Result<Rc<Rows>, Lack> {
        let part = IndexPart::Rows(number);
        match self.held(part)? {
            Held::Rows(rows) => Ok(rows.clone()),
            Held::Bytes(_) => Err(Lack::Damaged(part)),
        }
    }

    /// The bytes of a list, which may lie in several cuts, and the first of them.
    pub(super) fn bytes(
        &self,
        range: Range<u32>,
        part: fn(u32) -> IndexPart,
    ) -> Result<(IndexPart, Vec<u8>), Lack> {
        let size = self.catalog.part.max(1);
        let first = range.start / size;
        let numbers = first..range.end.div_ceil(size);
        let parts = gather(numbers.map(|number| self.get(part(number))))?;
        let (start, end) = ((range.start - first * size) as usize, (range.end - first * size) as usize);
        let mut bytes = Vec::with_capacity(range.len());
        let mut before = 0;
        for held in &parts {
            let (from, to) =
                (start.max(before) - before, end.min(before + held.len()).saturating_sub(before));
            bytes.extend_from_slice(held.get(from..to).unwrap_or_default());
            before += held.len();
        }
        if bytes.len() == range.len() { Ok((part(first), bytes)) } else { Err(Lack::Damaged(part(first))) }
    }
}
