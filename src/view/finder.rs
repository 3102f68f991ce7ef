//! The index as far as it has come, and the answers that were found in it.

use std::rc::Rc;

use crate::find::text::{Ask, Extent, Found, search};
use crate::find::{Index, IndexPart, Lack, PartFault, Shelf};
use crate::site::{DataError, Overview};

use super::Part;
use super::browser::decompose;
use super::part::{damaged, read_index, shelve};

/// How many answers are kept: the reader goes from one to the next letter, and back.
const ANSWERS: usize = 4;

/// What has come.
#[derive(Default)]
pub(super) struct Finder {
    index: Option<Rc<Index>>,
    shelf: Shelf,
    /// Parts that turned out to be unusable.
    damaged: Vec<IndexPart>,
    answers: Vec<(String, Extent, Rc<Found>)>,
}

impl Finder {
    /// An empty one for the index that an overview names.
    pub(super) fn of(overview: &Overview) -> Self {
        let catalog = overview.find.clone().unwrap_or_default();
        Self { shelf: Shelf::new(catalog, overview.articles), ..Self::default() }
    }

    /// The head, if it has come.
    pub(super) fn index(&self) -> Option<Rc<Index>> {
        self.index.clone()
    }

    /// The parts.
    pub(super) fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// Keeps the head.
    pub(super) fn put_index(&mut self, file: &str, text: &str) -> Result<(), DataError> {
        self.index = Some(Rc::new(read_index(file, text)?));
        Ok(())
    }

    /// Keeps a part, unless it is one that can't be used.
    pub(super) fn put(&mut self, part: IndexPart, file: &str, bytes: &[u8]) -> Result<(), DataError> {
        if self.damaged.contains(&part) {
            return Err(damaged(file, PartFault::Damaged));
        }
        shelve(&mut self.shelf, part, file, bytes)
    }

    /// What must be fetched for want of this.
    pub(super) fn lacking(&mut self, lack: Lack) -> Part {
        match lack {
            Lack::Missing(parts) => Part::Find(parts),
            Lack::Damaged(part) => {
                self.shelf.remove(part);
                self.damaged.push(part);
                Part::Find(vec![part])
            }
        }
    }

    /// Answers what was typed.
    pub(super) fn search(&mut self, typed: &str, extent: Extent) -> Result<Rc<Found>, Lack> {
        let known = self.answers.iter().find(|(text, kind, _)| text == typed && *kind == extent);
        if let Some((.., found)) = known {
            return Ok(found.clone());
        }
        let found = Rc::new(search(&self.shelf, &Ask::parse(typed, decompose), extent)?);
        self.answers.drain(..(self.answers.len() + 1).saturating_sub(ANSWERS));
        self.answers.push((typed.to_owned(), extent, found.clone()));
        Ok(found)
    }
}
