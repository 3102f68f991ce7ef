//! Remembers which records became part of which article, so that they change nothing when they come again.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use super::{Intake, Sameness};
use crate::archive::{Entry, Outcome};
use crate::article::{Article, Duplicate, Picture};

/// Where the records are that entries were made of, if of several: by their ids, then by what they said.
#[derive(Debug, Default)]
pub(super) struct Duplicates(HashMap<String, HashMap<String, usize>>);

impl Duplicates {
    /// Notes that these records belong to the entry at `at`.
    pub(super) fn note(&mut self, at: usize, records: &[Duplicate]) {
        for Duplicate { id, digest, .. } in records {
            self.0.entry(id.clone()).or_default().insert(digest.clone(), at);
        }
    }
}

impl Intake {
    /// What becomes of a record that is part of an entry and says what it said.
    pub(super) fn seen(&mut self, article: &Article) -> Option<Outcome> {
        let at = *self.duplicates.0.get(&article.id)?.get(&digest(article))?;
        let slug = self.entries[at].as_ref()?.slug.clone();
        self.touched.insert(at);
        Some(match at < self.before {
            true => Outcome::Unchanged(slug),
            false => Outcome::Merged { slug, fields: Vec::new(), by: Sameness::Id },
        })
    }
}

/// Writes down that `entry`, as it was, and a record became one article.
pub(super) fn remember(entry: &mut Entry, first: Duplicate, record: Duplicate) {
    if entry.kin.duplicates.is_empty() {
        entry.kin.duplicates.push(first);
    }
    entry.kin.duplicates.push(record);
}

/// Writes down that a newer version of one of the records that `entry` was made of took its place.
pub(super) fn replace(entry: &mut Entry, record: Duplicate) {
    entry.kin.duplicates.retain(|known| known.id != record.id);
    entry.kin.duplicates.push(record);
}

/// A record as part of `entry`.
pub(super) fn duplicate(entry: &Article, record: &Article) -> Duplicate {
    let published = record.published.filter(|at| entry.published.as_ref() != Some(at));
    let page = |article: &Article| article.provenance.as_ref().and_then(|from| from.page.clone());
    Duplicate {
        id: record.id.clone(),
        url: record.url.clone().filter(|url| entry.url.as_ref() != Some(url)),
        page: page(record).filter(|at| page(entry).as_ref() != Some(at)),
        title: Some(record.title.clone()).filter(|title| !title.is_empty() && *title != entry.title),
        published: published.map(|at| at.to_string()),
        digest: digest(record),
    }
}

/// A hash of what an article says, wherever it came from, and wherever its pictures are stored.
fn digest(article: &Article) -> String {
    let mut bare = Article { provenance: None, ..article.clone() };
    bare.each_picture(&mut |picture| {
        let Picture { alt, caption, credit, .. } = std::mem::take(picture);
        *picture = Picture { alt, caption, credit, ..Picture::default() };
    });
    let said = serde_json::to_vec(&bare).expect("an article is always JSON");
    let hash = Sha256::digest(&said);
    hash[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_that_was_fetched_is_the_same() {
        let said = |src: &str, alt: &str| {
            let picture = Picture { src: src.to_owned(), alt: Some(alt.to_owned()), ..Picture::default() };
            digest(&Article { picture: Some(picture), ..Article::default() })
        };
        assert_eq!(said("https://example.org/a.jpg", "A ship"), said("pictures/a.jpg", "A ship"));
        assert_ne!(said("pictures/a.jpg", "A ship"), said("pictures/a.jpg", "A mill"));
    }
}
