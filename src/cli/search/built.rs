//! A built site as it lies on the disk: the parts that a search needs, each read when it is first asked for.

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};

use crate::find::text::{Ask, Extent, Found, decompose, search};
use crate::find::{Hits, Index, IndexPart, Lack, PartFault, Selection, Shelf};
use crate::site::{
    ArticlePage, CARDS_A_CHUNK, Card, CardChunk, DataError, OVERVIEW_PATH, Overview, Packs, Permalink,
    cards_path, part_path, read,
};
use crate::view::{damaged, read_article, read_index, shelve};

/// The site in a folder.
pub(super) struct Built {
    folder: PathBuf,
    overview: Overview,
    packs: Option<Packs>,
    pub(super) index: Index,
    shelf: RefCell<Shelf>,
}

impl Built {
    pub(super) fn open(folder: &Path) -> Result<Self, DataError> {
        let overview: Overview = read(OVERVIEW_PATH, &text_of(folder, OVERVIEW_PATH)?)?;
        let catalog = overview.find.clone().ok_or_else(|| DataError::Unreadable {
            file: OVERVIEW_PATH.to_owned(),
            message: "it names no index of words".to_owned(),
        })?;
        let index = read_index(&overview.index, &text_of(folder, &overview.index)?)?;
        let packs = overview.packs.as_ref();
        let packs = packs.map(|file| read(file, &text_of(folder, file)?)).transpose()?;
        let shelf = RefCell::new(Shelf::new(catalog, overview.articles));
        Ok(Self { folder: folder.to_owned(), overview, packs, index, shelf })
    }

    /// What was typed comes to.
    pub(super) fn search(&self, typed: &str) -> Result<Found, DataError> {
        let ask = Ask::parse(typed, decompose);
        self.read_for(|shelf| search(shelf, &ask, Extent::Whole))
    }

    /// The articles of a selection, whose text comes to `found`.
    pub(super) fn hits(&self, selection: &Selection, found: Option<&Found>) -> Result<Hits, DataError> {
        self.read_for(|shelf| self.index.hits(shelf, selection, found))
    }

    /// Reads parts until there are enough for an answer.
    fn read_for<T>(&self, ask: impl Fn(&Shelf) -> Result<T, Lack>) -> Result<T, DataError> {
        loop {
            let answer = ask(&self.shelf.borrow());
            match answer {
                Ok(answer) => return Ok(answer),
                Err(Lack::Missing(parts)) => parts.into_iter().try_for_each(|part| self.read(part))?,
                Err(Lack::Damaged(part)) => return Err(damaged(&self.path(part), PartFault::Damaged)),
            }
        }
    }

    fn read(&self, part: IndexPart) -> Result<(), DataError> {
        let file = self.path(part);
        let bytes = bytes_of(&self.folder, &file)?;
        shelve(&mut self.shelf.borrow_mut(), part, &file, &bytes)
    }

    fn path(&self, part: IndexPart) -> String {
        part_path(&self.shelf.borrow().catalog().name, part)
    }

    pub(super) fn card(&self, number: u32) -> Result<Card, DataError> {
        let (chunk, place) = (number as usize / CARDS_A_CHUNK, number as usize % CARDS_A_CHUNK);
        let file = cards_path(chunk, self.overview.digest(chunk).unwrap_or_default());
        let cards: CardChunk = read(&file, &text_of(&self.folder, &file)?)?;
        let card = cards.cards.into_iter().nth(place).and_then(|card| card.0.ok());
        card.ok_or_else(|| DataError::Unreadable { file, message: format!("card {place} can't be read") })
    }

    pub(super) fn article(&self, link: &Permalink) -> Result<ArticlePage, DataError> {
        let link = link.to_string();
        let file = self.packs.as_ref().and_then(|packs| packs.holding(&link));
        let file = file.unwrap_or_else(|| format!("{link}/index.html"));
        read_article(&link, &file, &text_of(&self.folder, &file)?)
    }
}

fn bytes_of(folder: &Path, file: &str) -> Result<Vec<u8>, DataError> {
    fs::read(folder.join(file))
        .map_err(|error| DataError::Unreadable { file: file.to_owned(), message: error.to_string() })
}

fn text_of(folder: &Path, file: &str) -> Result<String, DataError> {
    String::from_utf8(bytes_of(folder, file)?)
        .map_err(|error| DataError::Unreadable { file: file.to_owned(), message: error.to_string() })
}
