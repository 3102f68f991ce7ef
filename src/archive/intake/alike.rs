//! What becomes of an article whose text is nearly that of another.

use rayon::prelude::*;

use super::{Arrival, Intake, Placed, Sameness};
use crate::archive::Outcome;
use crate::archive::likeness::{Likeness, Sketch};
use crate::article::{Article, Record};

/// Whether texts are compared, and what becomes of an article that is nearly another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Alike {
    /// Nothing: ids and addresses tell articles apart.
    #[default]
    Ignored,
    /// It is merged into the other, which keeps what it brought.
    Merged,
    /// Both stay, and name each other as versions.
    Versions,
}

/// What the texts of an archive look like.
#[derive(Debug)]
pub(super) struct Texts {
    alike: Alike,
    likeness: Likeness,
    /// Entries that have no sketch yet, as nothing was compared with them.
    waiting: Vec<usize>,
}

impl Texts {
    pub(super) fn new(alike: Alike) -> Self {
        Self { alike, likeness: Likeness::default(), waiting: Vec::new() }
    }

    /// Of a record that is to be compared: not of one from an archive, where that was done.
    pub(super) fn sketch(&self, record: &Record) -> Option<Sketch> {
        let article = record.outcome.as_ref().ok().filter(|_| record.kin.is_none())?;
        (self.alike != Alike::Ignored).then(|| Sketch::of(&article.body_text()))?
    }

    pub(super) fn note(&mut self, at: usize, sketch: Option<Sketch>) {
        match sketch {
            _ if self.alike == Alike::Ignored => {}
            Some(sketch) => self.likeness.note(at, &sketch),
            None => self.waiting.push(at),
        }
    }
}

impl Intake {
    /// The entry whose text is most nearly that of the arrival, and how much of it is the same in percent.
    pub(super) fn alike(&mut self, arrival: &Arrival) -> Option<(usize, u8)> {
        let sketch = arrival.sketch.as_ref()?;
        let waiting = std::mem::take(&mut self.texts.waiting);
        let entries = waiting.par_iter().map(|at| Some((*at, Sketch::of(&self.article(*at)?.body_text())?)));
        let sketches: Vec<(usize, Sketch)> = entries.flatten().collect();
        sketches.iter().for_each(|(at, sketch)| self.texts.likeness.note(*at, sketch));
        self.texts.likeness.find(&arrival.article, sketch, |at| self.article(at))
    }

    /// Merges the arrival with the entry that it is like, or keeps both.
    pub(super) fn settle_alike(&mut self, at: usize, share: u8, arrival: Arrival) -> Placed {
        let other = self.article(at).map(named).unwrap_or_default();
        let said = |outcome, what: &str| {
            let note = format!("{share} % of its text is that of {other}; {what}");
            Placed { outcome, note: Some(note) }
        };
        if self.texts.alike == Alike::Merged {
            let sketch = arrival.sketch;
            let outcome = self.update(at, Sameness::Text(share), arrival);
            // The longer text may be the newer one, and what comes may be nearer to that.
            if let Outcome::Merged { fields, .. } = &outcome
                && fields.iter().any(|change| change.field == "body")
            {
                self.texts.note(at, sketch);
            }
            return said(outcome, "merged into it");
        }
        let id = arrival.article.id.clone();
        let outcome = self.import(arrival);
        self.link(at, self.entries.len() - 1, id);
        said(outcome, "kept beside it as a version")
    }

    /// Has two entries name each other; `id` is that of the newer one.
    fn link(&mut self, older: usize, newer: usize, id: String) {
        let Some(entry) = &mut self.entries[older] else { return };
        entry.kin.versions.push(id);
        let older = entry.article.id.clone();
        if let Some(entry) = &mut self.entries[newer] {
            entry.kin.versions.push(older);
        }
    }
}

fn named(article: &Article) -> String {
    format!("'{}' ({})", article.title, article.id)
}
