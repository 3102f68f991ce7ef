//! Asks the index of a library, as far as its parts have come.

use std::rc::Rc;

use crate::find::text::{Extent, Found};
use crate::find::{Axis, Counts, Filter, Hits, Lack, Selection};
use crate::view::Part;
use crate::view::finder::Finder;

use super::Library;

impl Library {
    /// What a text that was typed comes to.
    ///
    /// # Errors
    /// The part that is not there yet.
    pub fn search(&self, typed: &str, extent: Extent) -> Result<Rc<Found>, Part> {
        self.find(|finder| finder.search(typed, extent))
    }

    /// The articles of a selection, whose text comes to `found`.
    ///
    /// # Errors
    /// The part that is not there yet.
    pub fn hits(&self, selection: &Selection, found: Option<&Found>) -> Result<Hits, Part> {
        let index = self.index()?;
        self.find(|finder| index.hits(finder.shelf(), selection, found))
    }

    /// What further choices lead to.
    ///
    /// # Errors
    /// The part that is not there yet.
    pub fn counts(&self, selection: &Selection, found: Option<&Found>, hits: &Hits) -> Result<Counts, Part> {
        let index = self.index()?;
        self.find(|finder| index.counts(finder.shelf(), selection, found, hits))
    }

    /// How many articles each period has, whatever the dates that were chosen.
    ///
    /// # Errors
    /// The part that is not there yet.
    pub fn by_period(
        &self,
        axis: Axis,
        selection: &Selection,
        found: Option<&Found>,
        hits: &Hits,
    ) -> Result<Vec<u32>, Part> {
        let index = self.index()?;
        self.find(|finder| index.by_period(axis, finder.shelf(), selection, found, hits))
    }

    /// How many articles would be left without each filter.
    ///
    /// # Errors
    /// The part that is not there yet.
    pub fn relaxations(
        &self,
        selection: &Selection,
        found: Option<&Found>,
    ) -> Result<Vec<(Filter, usize)>, Part> {
        let index = self.index()?;
        self.find(|finder| index.relaxations(finder.shelf(), selection, found))
    }

    fn find<T>(&self, ask: impl FnOnce(&mut Finder) -> Result<T, Lack>) -> Result<T, Part> {
        if !self.names_files() {
            return Err(Part::Overview);
        }
        let finder = &mut self.0.shelf.borrow_mut().finder;
        ask(finder).map_err(|lack| finder.lacking(lack))
    }
}
