//! A built site as it lies on the disk: the parts that a search needs, each read when it is first asked for.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::find::Index;
use crate::find::text::{Ask, Extent, Found, Lack, PartFault, Shelf, TextIndex, TextPart, decompose, search};
use crate::site::{
    ArticlePage, CARDS_A_CHUNK, Card, CardChunk, DataError, OVERVIEW_PATH, Overview, Permalink, cards_path,
    read, text_path,
};
use crate::view::{damaged, read_article, read_index, read_text_part};

/// The site in a folder.
pub(super) struct Built {
    folder: PathBuf,
    overview: Overview,
    text: TextIndex,
    parts: RefCell<HashMap<TextPart, Rc<[u8]>>>,
}

impl Built {
    pub(super) fn open(folder: &Path) -> Result<Self, DataError> {
        let text = text_of(folder, OVERVIEW_PATH)?;
        let overview: Overview = read(OVERVIEW_PATH, &text)?;
        let text = overview.text.clone().ok_or_else(|| DataError::Unreadable {
            file: OVERVIEW_PATH.to_owned(),
            message: "it names no index of words".to_owned(),
        })?;
        Ok(Self { folder: folder.to_owned(), overview, text, parts: RefCell::default() })
    }

    pub(super) fn index(&self) -> Result<Index, DataError> {
        let file = &self.overview.index;
        read_index(file, &text_of(&self.folder, file)?)
    }

    /// What was typed comes to; parts are read until there are enough.
    pub(super) fn search(&self, typed: &str) -> Result<Found, DataError> {
        let ask = Ask::parse(typed, decompose);
        loop {
            let get = |part| self.parts.borrow().get(&part).cloned();
            let shelf = Shelf { index: &self.text, articles: self.overview.articles, part: &get };
            match search(&shelf, &ask, Extent::Whole) {
                Ok(found) => return Ok(found),
                Err(Lack::Missing(parts)) => parts.into_iter().try_for_each(|part| self.read(part))?,
                Err(Lack::Damaged(part)) => return Err(damaged(&self.path(part), PartFault::Damaged)),
            }
        }
    }

    fn read(&self, part: TextPart) -> Result<(), DataError> {
        let file = self.path(part);
        let bytes = bytes_of(&self.folder, &file)?;
        let content = read_text_part(&self.text.name, &file, &bytes)?;
        self.parts.borrow_mut().insert(part, content);
        Ok(())
    }

    fn path(&self, part: TextPart) -> String {
        text_path(&self.text.name, part)
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
        let file = self.overview.pack(&link).unwrap_or_else(|| format!("{link}/index.html"));
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
