//! Which parts are fetched when: what is missing, and what the reader may want next.

use crate::site::DataError;
use crate::view::Part;
use crate::view::browser::{self, Sign};
use crate::view::shown::Shown;

use super::{App, Message};

impl App {
    /// Loads what is missing, once. What comes after another part was asked for is kept in the library.
    pub(super) fn request(&mut self) {
        if self.missing == self.requested {
            return;
        }
        self.requested = self.missing.clone();
        let anew = std::mem::take(&mut self.again);
        if let Some(part) = self.missing.clone().filter(|part| !self.coming.contains(part)) {
            self.load(part, anew);
        }
    }

    /// Loads the articles that links lead to, unless there is enough under way.
    pub(super) fn fetch_ahead(&mut self, sign: Sign, links: &[String]) {
        let most = match sign {
            Sign::Pointed => 6,
            // Each may be in a pack of its own.
            Sign::InSight if self.scene.library.is_packed() => 0,
            Sign::InSight => 3,
            Sign::Searching => {
                self.prepare_search();
                return;
            }
        };
        for link in links.iter().filter_map(|link| self.scene.article_at(link)) {
            let part = Part::Article(link.to_string());
            let is_asked_for = self.requested.as_ref() == Some(&part) || self.coming.contains(&part);
            if self.coming.len() < most && !is_asked_for && self.scene.library.article(&link).is_err() {
                self.coming.push(part.clone());
                self.load(part, false);
            }
        }
    }

    /// What the first letter will need: the names of the index's files.
    fn prepare_search(&mut self) {
        let part = Part::Overview;
        let is_asked_for = self.requested.as_ref() == Some(&part) || self.coming.contains(&part);
        if !is_asked_for && !self.scene.library.names_files() {
            self.coming.push(part.clone());
            self.load(part, false);
        }
    }

    pub(super) fn load(&self, part: Part, anew: bool) {
        let (library, send) = (self.scene.library.clone(), self.scene.send.clone());
        let asked = library.ask(&part, anew);
        browser::spawn(async move {
            let result = library.load(&part, asked, anew).await;
            send.emit(Message::Loaded(part, result));
        });
    }

    /// Keeps what has come, or why it can't be had; tells whether it was waited for.
    pub(super) fn loaded(&mut self, part: &Part, result: Result<(), DataError>) -> bool {
        let coming = self.coming.len();
        self.coming.retain(|other| other != part);
        if self.coming.len() < coming && result.is_ok() {
            // There may be more in sight.
            browser::stand();
        }
        let is_waited_for = self.requested.as_ref() == Some(part);
        let has_passage = matches!(&self.shown, Some(Shown::List(view)) if view.found.is_some());
        if self.coming.len() < coming && has_passage && self.is_current {
            self.compose();
            return true;
        }
        match result {
            Err(error) if is_waited_for => self.error = Some(error),
            Ok(()) if is_waited_for => return self.compose(),
            _ => {}
        }
        is_waited_for
    }
}
