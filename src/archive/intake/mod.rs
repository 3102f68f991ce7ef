//! Takes articles in: finds the ones that are there already, names the new ones, keeps the order.

mod alike;
mod duplicates;
mod update;

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use super::another::is_another;
use super::change::Change;
use super::entry::Sameness;
use super::key::{TWIN, append_new, article_key};
use super::ledger::{Fate, Ledger, Line};
use super::likeness::Sketch;
use super::name::{Folder, Names};
use super::stand_in::stand_in_id;
use super::{Entry, Outcome};
use crate::article::{Article, Kin, Problem, ProblemCode, Record, Slug};

pub use alike::Alike;
use alike::Texts;
use duplicates::Duplicates;

/// An archive opened for articles to come in, by [`Archive::open`](super::Archive::open). Their order is restored when it is closed.
#[derive(Debug)]
pub struct Intake {
    /// How many entries there were at first.
    before: usize,
    /// Which entries records of this import have come to.
    touched: HashSet<usize>,
    /// `None` where an entry was merged into another.
    entries: Vec<Option<Entry>>,
    ids: HashMap<String, usize>,
    addresses: HashMap<String, usize>,
    duplicates: Duplicates,
    texts: Texts,
    names: Names,
}

/// An article on its way in.
#[derive(Debug, Default)]
pub(super) struct Arrival {
    pub(super) article: Article,
    /// Respected where it is free.
    pub(super) slug: Option<Slug>,
    pub(super) former_slugs: Vec<Slug>,
    /// Its relatives, if it comes from an archive of ours.
    pub(super) kin: Option<Kin>,
    /// What its text looks like, if it is to be compared.
    pub(super) sketch: Option<Sketch>,
}

/// What became of an arrival, and what is to be said about its text.
struct Placed {
    outcome: Outcome,
    note: Option<String>,
}

impl Intake {
    /// Opens what is there.
    pub(super) fn open(entries: Vec<Entry>, alike: Alike) -> Self {
        let mut intake = Self {
            before: entries.len(),
            touched: HashSet::new(),
            entries: Vec::with_capacity(entries.len()),
            ids: HashMap::new(),
            addresses: HashMap::new(),
            duplicates: Duplicates::default(),
            texts: Texts::new(alike),
            names: Names::default(),
        };
        for entry in entries {
            intake.names.claim(folder(&entry.article), &entry.slug);
            intake.push(entry, None);
        }
        intake
    }

    /// The entries in order: newest first, undated last, by id where the time is the same.
    pub(super) fn close(self) -> Vec<Entry> {
        let mut entries = self.into_entries();
        entries.retain(Option::is_some);
        // In their place: a second list of a large archive would be much.
        let mut entries: Vec<Entry> = entries.into_iter().map_while(|entry| entry).collect();
        // No two have one id, so there is no order to keep, and no memory to take for it.
        entries.sort_unstable_by(|a, b| {
            let when = |entry: &Entry| Reverse(entry.article.published.map(|at| at.order_key()));
            when(a).cmp(&when(b)).then_with(|| a.article.id.cmp(&b.article.id))
        });
        entries
    }

    /// Drops what only an open archive needs.
    fn into_entries(self) -> Vec<Option<Entry>> {
        self.entries
    }

    /// Takes in records, each with the name of its source, and accounts for them in the ledger. Many at once are faster
    /// than one by one.
    pub fn records(&mut self, records: Vec<(String, Record)>, ledger: &mut Ledger) {
        let prepared = records.into_par_iter().map(|(source, mut record)| {
            record.outcome.iter_mut().for_each(|article| article.compact());
            let sketch = self.texts.sketch(&record);
            (source, record, sketch)
        });
        for (source, record, sketch) in prepared.collect::<Vec<_>>() {
            self.record(source, record, sketch, ledger);
        }
    }

    fn record(&mut self, source: String, record: Record, sketch: Option<Sketch>, ledger: &mut Ledger) {
        ledger.enter();
        let Record { place, outcome, mut problems, slug, former_slugs, kin, origins } = record;
        let fate = match outcome {
            Err(rejection) => Fate::Rejected(rejection),
            Ok(mut article) => {
                problems.extend(self.part(&place, &mut article));
                let arrival = Arrival { article: *article, slug: slug.clone(), former_slugs, kin, sketch };
                let Placed { outcome, note } = self.settle(arrival);
                problems.extend(slug.and_then(|asked| renamed(&place, &asked, &outcome)));
                let near = |note| Problem::new(ProblemCode::NearCopy, format!("{place}: body"), note);
                problems.extend(note.map(near));
                Fate::Kept(outcome)
            }
        };
        ledger.push(Line { source, place, fate, problems, origins });
    }

    /// Takes in one article.
    pub(super) fn place(&mut self, article: Article) -> Outcome {
        self.settle(Arrival { article, ..Arrival::default() }).outcome
    }

    fn settle(&mut self, mut arrival: Arrival) -> Placed {
        if arrival.article.id.is_empty() {
            arrival.article.id = stand_in_id(&arrival.article);
        }
        let said = |outcome| Placed { outcome, note: None };
        // What an archive holds by itself is an article of its own.
        if arrival.kin.is_none()
            && let Some(outcome) = self.seen(&arrival.article)
        {
            return said(outcome);
        }
        if let Some((at, by)) = self.known(&arrival.article) {
            return said(self.update(at, by, arrival));
        }
        match self.alike(&arrival) {
            Some((at, share)) => self.settle_alike(at, share, arrival),
            None => said(self.import(arrival)),
        }
    }

    /// Where the article is already, by id or address.
    fn known(&self, article: &Article) -> Option<(usize, Sameness)> {
        if let Some(at) = self.ids.get(&article.id) {
            return Some((*at, Sameness::Id));
        }
        Some((*self.addresses.get(&article_key(article)?)?, Sameness::Address))
    }

    /// Gives an id of its own to an article that shares its id or address with another of this import, by a mistake of
    /// its source, and yet is not the same: no article may be lost for it.
    fn part(&self, place: &str, article: &mut Article) -> Option<Problem> {
        if article.id.is_empty() {
            article.id = stand_in_id(article);
        }
        let shared = article.id.clone();
        let mut nth = 1;
        while let Some((at, _)) = self.known(article).filter(|(at, _)| self.touched.contains(at))
            && self.entries[at].as_ref().is_some_and(|entry| is_another(&entry.article, article))
        {
            nth += 1;
            article.id = format!("{shared}{TWIN}{nth}");
        }
        (nth > 1).then(|| {
            let message = format!("another article came as '{shared}' too, so this one has an id of its own");
            Problem::new(ProblemCode::Guessed, format!("{place}: id"), message)
        })
    }

    fn import(&mut self, arrival: Arrival) -> Outcome {
        let Arrival { article, slug, former_slugs, kin, sketch } = arrival;
        let folder = folder(&article);
        let slug = match slug {
            Some(slug) if self.names.claim(folder, &slug) => slug,
            Some(slug) => self.names.give(folder, slug.as_str()),
            None => self.names.give(folder, &article.title),
        };
        let kin = kin.unwrap_or_default();
        let mut entry = Entry { slug: slug.clone(), former_slugs: Vec::new(), kin, article };
        append_new(&mut entry.former_slugs, former_slugs.into_iter().filter(|former| *former != slug));
        self.push(entry, sketch);
        Outcome::Imported(slug)
    }

    fn push(&mut self, entry: Entry, sketch: Option<Sketch>) {
        let at = self.entries.len();
        if at >= self.before {
            self.touched.insert(at);
        }
        self.ids.insert(entry.article.id.clone(), at);
        if let Some(key) = article_key(&entry.article) {
            self.addresses.insert(key, at);
        }
        self.duplicates.note(at, &entry.kin.duplicates);
        self.texts.note(at, sketch);
        let folder = folder(&entry.article);
        entry.former_slugs.iter().for_each(|slug| self.names.reserve(folder, slug));
        self.entries.push(Some(entry));
    }

    fn article(&self, at: usize) -> Option<&Article> {
        self.entries[at].as_ref().map(|entry| &entry.article)
    }
}

fn folder(article: &Article) -> Folder {
    article.published.map(|published| published.date)
}

fn renamed(place: &str, asked: &Slug, outcome: &Outcome) -> Option<Problem> {
    let Outcome::Imported(given) = outcome else { return None };
    (given != asked).then(|| {
        let message = format!("the slug '{asked}' is another article's of that day; it is now '{given}'");
        Problem::new(ProblemCode::Guessed, place, message)
    })
}
