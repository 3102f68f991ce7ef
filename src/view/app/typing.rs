//! What happens when the reader types into the search box or a date.

use crate::find::{PartialDate, Selection};
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
        let (route, query) = Query::of(next).address();
        let address = self.scene.address(&route, &query);
        browser::leave(Motion::Adjust);
        if self.scene.route.is_list() && !self.scene.query.selection.text.is_empty() {
            browser::replace(&address);
        } else {
            browser::push(&address);
        }
        browser::enter();
        self.look();
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
