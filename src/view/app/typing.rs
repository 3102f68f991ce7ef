//! What happens when the reader types into the search box or a date.

use crate::find::{Axis, PartialDate, Selection};
use crate::site::Query;
use crate::view::browser::{self, Motion};
use crate::view::components::End;
use crate::view::shown::Shown;

use super::{App, Message};

impl App {
    /// Shows what was typed at once. What is found for a letter more takes the place of what was found before, so that
    /// Back leads to where the search began.
    pub(super) fn typed(&mut self, text: &str) {
        let selection = match &self.shown {
            Some(Shown::List(view)) if self.is_current => view.query.selection.clone(),
            _ if self.scene.route.is_list() => self.scene.query.selection.clone(),
            _ => Selection::default(),
        };
        let next = selection.typing(text);
        if next == selection && self.scene.route.is_list() {
            return;
        }
        let goes_on = self.scene.route.is_list() && !self.scene.query.selection.text.is_empty();
        self.turn(next, goes_on);
    }

    /// Shows another selection; one that `goes_on` from the last takes its place in the history.
    fn turn(&mut self, next: Selection, goes_on: bool) {
        let (route, query) = Query::of(next).address();
        let address = self.scene.address(&route, &query);
        browser::leave(Motion::Adjust);
        if goes_on {
            browser::replace(&address);
        } else {
            browser::push(&address);
        }
        browser::enter();
        self.look();
    }

    /// Shows the periods that are being chosen; the list follows when the reader rests.
    pub(super) fn brush(&mut self, first: usize, last: usize) {
        let send = self.scene.send.clone();
        self.settings.brush = Some((first, last));
        self.pause = Some(browser::pause(move || send.emit(Message::Brushed)));
    }

    /// The same with shares of the whole timeline.
    pub(super) fn draw(&mut self, first: f64, last: f64) {
        let Some(Shown::List(view)) = &self.shown else { return };
        if let Some(periods) = view.facets.axis.map(Axis::periods) {
            let period = |share: f64| ((share * periods as f64) as usize).min(periods - 1);
            self.brush(period(first), period(last));
        }
    }

    /// Narrows the list to the periods that were chosen; to no dates, if they are all.
    pub(super) fn brushed(&mut self) {
        self.pause = None;
        let Some((first, last)) = self.settings.brush else { return };
        let Some(Shown::List(view)) = &self.shown else { return };
        let Some(axis) = view.facets.axis else { return };
        let before = &view.query.selection;
        let range = (last + 1 - first < axis.periods()).then(|| axis.dates(first..last + 1));
        let next =
            Selection { from: range.map(|range| range.0), to: range.map(|range| range.1), ..before.clone() };
        if next == *before {
            self.settings.brush = None;
        } else {
            let goes_on = before.from.is_some() || before.to.is_some();
            self.turn(next, goes_on);
        }
    }

    pub(super) fn date(&mut self, end: End, text: &str) {
        let Some(Shown::List(view)) = &self.shown else { return };
        let date = PartialDate::parse(text);
        let fits = date.is_some() || text.trim().is_empty();
        let mut next: Selection = view.query.selection.clone();
        let (value, wrong) = match end {
            End::From => (&mut next.from, &mut self.settings.from_is_wrong),
            End::To => (&mut next.to, &mut self.settings.to_is_wrong),
        };
        *wrong = !fits;
        if fits && *value != date {
            *value = date;
            let (route, query) = Query::of(next).address();
            self.scene.send.emit(Message::Go(route, query, Motion::Adjust));
        }
    }
}
