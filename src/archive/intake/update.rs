//! Brings a record into the entry that it belongs to.

use super::duplicates::{duplicate, remember, replace};
use super::{Arrival, Change, Entry, Folder, Intake, Sameness, append_new, article_key, folder};
use crate::archive::Outcome;
use crate::archive::merge::{Way, merge};
use crate::article::{Article, Duplicate, Kin, Slug};

impl Intake {
    /// Takes a record into the entry at `at`, the same article `by` what is said.
    pub(super) fn update(&mut self, at: usize, by: Sameness, arrival: Arrival) -> Outcome {
        self.touched.insert(at);
        let Arrival { article, slug, former_slugs, kin, .. } = arrival;
        let mut entry = self.entries[at].take().expect("the index never points to a merged entry");
        let day = folder(&entry.article);
        let is_alike = matches!(by, Sameness::Text(_));
        let is_of_one_import = at >= self.before;
        let mut fields = self.take_in(at, by, &mut entry, article);
        let absorbed = self.absorb(at, &mut entry, &mut fields);
        let known = entry.kin.duplicates.len();
        fields.extend(join(&mut entry.kin, kin.unwrap_or_default()));
        self.duplicates.note(at, &entry.kin.duplicates[known..]);
        // What another article is named leads to that.
        let free = |slug: &Slug| !self.names.is_taken(day, slug);
        let slugs: Vec<Slug> = slug.into_iter().chain(former_slugs).filter(free).chain(absorbed).collect();
        self.name_again(&mut entry, day, slugs, &mut fields);
        let slug = entry.slug.clone();
        self.entries[at] = Some(entry);
        match fields {
            fields if is_alike || is_of_one_import => Outcome::Merged { slug, fields, by },
            fields if fields.is_empty() => Outcome::Unchanged(slug),
            fields => Outcome::Updated { slug, fields },
        }
    }

    /// Brings what a record says into its article, and remembers both if the article is made of several from now on.
    fn take_in(&mut self, at: usize, by: Sameness, entry: &mut Entry, article: Article) -> Vec<Change> {
        let is_alike = matches!(by, Sameness::Text(_));
        let is_of_one_import = at >= self.before;
        let is_made_of_many = !entry.kin.duplicates.is_empty();
        let way = match (is_alike, is_made_of_many) {
            (true, _) => Way::Copy,
            (false, true) => Way::NewerOfMany,
            (false, false) => Way::Newer,
        };
        if !is_alike && !is_made_of_many && !is_of_one_import {
            return merge(&mut entry.article, article, way);
        }
        let (first, record) =
            (duplicate(&entry.article, &entry.article), duplicate(&entry.article, &article));
        let fields = merge(&mut entry.article, article, way);
        if is_alike || (is_of_one_import && !fields.is_empty()) {
            let known = entry.kin.duplicates.len();
            remember(entry, first, record);
            self.duplicates.note(at, &entry.kin.duplicates[known..]);
        } else if is_made_of_many && !fields.is_empty() {
            self.duplicates.note(at, std::slice::from_ref(&record));
            replace(entry, record);
        }
        fields
    }

    /// Has more slugs lead to an entry, and names it anew if it moved to a day on which its own is another's.
    fn name_again(&mut self, entry: &mut Entry, day: Folder, slugs: Vec<Slug>, fields: &mut Vec<Change>) {
        let slug = entry.slug.clone();
        let former_before = entry.former_slugs.len();
        append_new(&mut entry.former_slugs, slugs.into_iter().filter(|other| *other != slug));
        let folder = folder(&entry.article);
        if folder != day && !self.names.claim(folder, &slug) {
            entry.slug = self.names.give(folder, slug.as_str());
            fields.push(Change::of("slug", std::slice::from_ref(&slug), std::slice::from_ref(&entry.slug)));
            append_new(&mut entry.former_slugs, [slug]);
        }
        if entry.former_slugs.len() > former_before {
            let before = &entry.former_slugs[..former_before];
            fields.push(Change::of("former_slugs", before, &entry.former_slugs));
        }
        entry.former_slugs.iter().for_each(|slug| self.names.reserve(folder, slug));
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
        let taken = duplicate(&entry.article, &other.article);
        let first = duplicate(&entry.article, &entry.article);
        let base = Article { id: entry.article.id.clone(), ..other.article };
        let newer = std::mem::replace(&mut entry.article, base);
        let more = merge(&mut entry.article, newer, Way::Newer).into_iter();
        let more: Vec<Change> =
            more.filter(|more| fields.iter().all(|one| one.field != more.field)).collect();
        fields.extend(more);
        let known = entry.kin.duplicates.len();
        remember(entry, first, taken);
        join(&mut entry.kin, other.kin);
        self.duplicates.note(at, &entry.kin.duplicates[known..]);
        std::iter::once(other.slug).chain(other.former_slugs).collect()
    }
}

/// Adds what an archive knows of an article's relatives.
fn join(kin: &mut Kin, more: Kin) -> Option<Change> {
    if more == Kin::default() {
        return None;
    }
    let before = kin.clone();
    for one in more.duplicates {
        if kin.duplicates.iter().all(|known| (&known.id, &known.digest) != (&one.id, &one.digest)) {
            kin.duplicates.push(one);
        }
    }
    append_new(&mut kin.versions, more.versions);
    let ids = |all: &[Duplicate]| all.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
    if kin.duplicates.len() > before.duplicates.len() {
        return Some(Change::of("duplicates", &ids(&before.duplicates), &ids(&kin.duplicates)));
    }
    let has_more = kin.versions.len() > before.versions.len();
    has_more.then(|| Change::of("versions", &before.versions, &kin.versions))
}
