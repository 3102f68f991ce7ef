//! The parts of the index of words that have come, and the answers that were found in them.

use std::rc::Rc;

use crate::find::text::{Ask, Extent, Found, Lack, PartFault, Shelf, TextIndex, TextPart, search};
use crate::site::DataError;

use super::browser::decompose;
use super::part::damaged;

/// How many answers are kept: the reader goes from one to the next letter, and back.
const ANSWERS: usize = 4;

/// What has come.
#[derive(Default)]
pub(super) struct TextShelf {
    parts: Vec<(TextPart, Rc<[u8]>)>,
    /// Parts that turned out to be unusable, as they were then.
    damaged: Vec<(TextPart, Rc<[u8]>)>,
    answers: Vec<(String, Extent, Rc<Found>)>,
}

impl TextShelf {
    /// Keeps a part, unless it is one that can't be used.
    pub(super) fn put(&mut self, part: TextPart, file: &str, content: Rc<[u8]>) -> Result<(), DataError> {
        if self.damaged.contains(&(part, content.clone())) {
            return Err(damaged(file, PartFault::Damaged));
        }
        self.parts.retain(|(other, _)| *other != part);
        self.parts.push((part, content));
        Ok(())
    }

    /// Answers what was typed, or says which parts must come first.
    pub(super) fn search(
        &mut self,
        index: &TextIndex,
        articles: u32,
        typed: &str,
        extent: Extent,
    ) -> Result<Rc<Found>, Vec<TextPart>> {
        let known = self.answers.iter().find(|(text, kind, _)| text == typed && *kind == extent);
        if let Some((.., found)) = known {
            return Ok(found.clone());
        }
        let get =
            |part| self.parts.iter().find(|(other, _)| *other == part).map(|(_, content)| content.clone());
        let shelf = Shelf { index, articles, part: &get };
        match search(&shelf, &Ask::parse(typed, decompose), extent) {
            Ok(found) => {
                let found = Rc::new(found);
                self.answers.drain(..(self.answers.len() + 1).saturating_sub(ANSWERS));
                self.answers.push((typed.to_owned(), extent, found.clone()));
                Ok(found)
            }
            Err(Lack::Missing(parts)) => Err(parts),
            Err(Lack::Damaged(part)) => {
                let place = self.parts.iter().position(|(other, _)| *other == part);
                self.damaged.extend(place.map(|place| self.parts.swap_remove(place)));
                Err(vec![part])
            }
        }
    }
}
