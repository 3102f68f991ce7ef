//! Takes articles in: finds the ones that are there already, names the new ones, keeps the order.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::another::is_another;
use super::change::Change;
use super::key::{TWIN, append_new, article_key};
use super::ledger::{Fate, Ledger, Line};
use super::merge::merge;
use super::name::{Folder, Names};
use super::stand_in::stand_in_id;
use super::{Entry, Outcome};
use crate::article::{Article, Problem, ProblemCode, Record, Slug};

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
    names: Names,
}

impl Intake {
    /// Opens what is there.
    pub(super) fn open(entries: Vec<Entry>) -> Self {
        let mut intake = Self {
            before: entries.len(),
            touched: HashSet::new(),
            entries: Vec::with_capacity(entries.len()),
            ids: HashMap::new(),
            addresses: HashMap::new(),
            names: Names::default(),
        };
        for entry in entries {
            intake.names.claim(folder(&entry.article), &entry.slug);
            intake.push(entry);
        }
        intake
    }

    /// The entries in order: newest first, undated last, by id where the time is the same.
    pub(super) fn close(self) -> Vec<Entry> {
        let mut entries: Vec<Entry> = self.entries.into_iter().flatten().collect();
        entries.sort_by(|a, b| {
            let when = |entry: &Entry| Reverse(entry.article.published.map(|at| at.order_key()));
            when(a).cmp(&when(b)).then_with(|| a.article.id.cmp(&b.article.id))
        });
        entries
    }

    /// Takes in one record of `source` (a file's name), and accounts for it in the ledger.
    pub fn record(&mut self, source: &str, record: Record, ledger: &mut Ledger) {
        ledger.enter();
        let Record { place, outcome, mut problems, slug, former_slugs, origins } = record;
        let fate = match outcome {
            Err(rejection) => Fate::Rejected(rejection),
            Ok(mut article) => {
                problems.extend(self.part(&place, &mut article));
                let outcome = self.place(*article, slug.clone(), former_slugs);
                problems.extend(slug.and_then(|asked| renamed(&place, &asked, &outcome)));
                Fate::Kept(outcome)
            }
        };
        ledger.push(Line { source: source.to_owned(), place, fate, problems, origins });
    }

    /// Takes in one article; `slug` is respected where it is free.
    pub(super) fn place(&mut self, mut article: Article, slug: Option<Slug>, former: Vec<Slug>) -> Outcome {
        if article.id.is_empty() {
            article.id = stand_in_id(&article);
        }
        match self.known(&article) {
            Some(at) => self.update(at, article, slug.into_iter().chain(former)),
            None => self.import(article, slug, former),
        }
    }

    /// Where the article is already, by id or address.
    fn known(&self, article: &Article) -> Option<usize> {
        let known = self.ids.get(&article.id).copied();
        known.or_else(|| self.addresses.get(&article_key(article)?).copied())
    }

    /// Gives an id of its own to an article that shares its id or address with another of this import, by a mistake of
    /// its source, and yet is not the same: no article may be lost for it.
    fn part(&self, place: &str, article: &mut Article) -> Option<Problem> {
        if article.id.is_empty() {
            article.id = stand_in_id(article);
        }
        let shared = article.id.clone();
        let mut nth = 1;
        while let Some(at) = self.known(article).filter(|at| self.touched.contains(at))
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

    fn import(&mut self, article: Article, slug: Option<Slug>, former_slugs: Vec<Slug>) -> Outcome {
        let folder = folder(&article);
        let slug = match slug {
            Some(slug) if self.names.claim(folder, &slug) => slug,
            Some(slug) => self.names.give(folder, slug.as_str()),
            None => self.names.give(folder, &article.title),
        };
        let mut entry = Entry { slug: slug.clone(), former_slugs: Vec::new(), article };
        append_new(&mut entry.former_slugs, former_slugs.into_iter().filter(|former| *former != slug));
        self.push(entry);
        Outcome::Imported(slug)
    }

    fn push(&mut self, entry: Entry) {
        let at = self.entries.len();
        if at >= self.before {
            self.touched.insert(at);
        }
        self.ids.insert(entry.article.id.clone(), at);
        if let Some(key) = article_key(&entry.article) {
            self.addresses.insert(key, at);
        }
        let folder = folder(&entry.article);
        entry.former_slugs.iter().for_each(|slug| self.names.reserve(folder, slug));
        self.entries.push(Some(entry));
    }

    fn update(&mut self, at: usize, article: Article, slugs: impl Iterator<Item = Slug>) -> Outcome {
        self.touched.insert(at);
        let mut entry = self.entries[at].take().expect("the index never points to a merged entry");
        let folder_before = folder(&entry.article);
        let former_before = entry.former_slugs.len();
        let mut fields = merge(&mut entry.article, article);
        let absorbed = self.absorb(at, &mut entry, &mut fields);
        let slug = entry.slug.clone();
        append_new(&mut entry.former_slugs, slugs.chain(absorbed).filter(|other| *other != slug));
        let folder = folder(&entry.article);
        if folder != folder_before && !self.names.claim(folder, &slug) {
            entry.slug = self.names.give(folder, slug.as_str());
            fields.push(Change::of("slug", std::slice::from_ref(&slug), std::slice::from_ref(&entry.slug)));
            append_new(&mut entry.former_slugs, [slug]);
        }
        if entry.former_slugs.len() > former_before {
            let before = &entry.former_slugs[..former_before];
            fields.push(Change::of("former_slugs", before, &entry.former_slugs));
        }
        entry.former_slugs.iter().for_each(|slug| self.names.reserve(folder, slug));
        let slug = entry.slug.clone();
        self.entries[at] = Some(entry);
        match fields {
            fields if at >= self.before => Outcome::Merged { slug, fields },
            fields if fields.is_empty() => Outcome::Unchanged(slug),
            fields => Outcome::Updated { slug, fields },
        }
    }

    /// If the update gave `entry` the address of another entry, the two were one article all along: takes it over,
    /// and returns its slugs.
    fn absorb(&mut self, at: usize, entry: &mut Entry, fields: &mut Vec<Change>) -> Vec<Slug> {
        let Some(key) = article_key(&entry.article) else { return Vec::new() };
        let other = match self.addresses.insert(key, at) {
            Some(other) if other != at => self.entries[other].take(),
            _ => None,
        };
        let Some(other) = other else { return Vec::new() };
        self.ids.insert(other.article.id.clone(), at);
        let base = Article { id: entry.article.id.clone(), ..other.article };
        let newer = std::mem::replace(&mut entry.article, base);
        let more = merge(&mut entry.article, newer).into_iter();
        let more: Vec<Change> =
            more.filter(|more| fields.iter().all(|one| one.field != more.field)).collect();
        fields.extend(more);
        std::iter::once(other.slug).chain(other.former_slugs).collect()
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
