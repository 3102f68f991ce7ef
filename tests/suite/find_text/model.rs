//! What a plain scan over the words of each article finds.

use std::collections::{BTreeMap, BTreeSet};

use backissue::archive::Archive;
use backissue::article::{Article, Tag};
use backissue::find::text::{Ask, Clause, all_words, decompose};

/// The words of each field of an article, and of each line of its text.
fn fields(article: &Article) -> Vec<Vec<String>> {
    let body = article.body_text();
    let texts = std::iter::once(article.title.as_str())
        .chain(article.standfirst.as_deref())
        .chain(body.lines())
        .chain(article.tags.iter().map(Tag::as_str));
    texts.map(|text| all_words(text, decompose)).collect()
}

/// What a plain scan needs of an archive.
pub(super) struct Model {
    /// By article.
    fields: Vec<Vec<Vec<String>>>,
    /// How many articles have each word.
    words: BTreeMap<String, usize>,
}

impl Model {
    pub(super) fn of(archive: &Archive) -> Self {
        let fields: Vec<_> = archive.entries().iter().map(|entry| fields(&entry.article)).collect();
        let mut words = BTreeMap::new();
        for article in &fields {
            for word in article.iter().flatten().collect::<BTreeSet<_>>() {
                *words.entry(word.clone()).or_default() += 1;
            }
        }
        Self { fields, words }
    }

    /// A word is what was typed if ten articles have it or it is done; else what it begins counts too, and if there is
    /// nothing, what is one slip away.
    fn meant(&self, word: &str, is_prefix: bool) -> Vec<&str> {
        let count = self.words.get(word).copied().unwrap_or_default();
        let begins = word.chars().count() > 1 || !word.is_ascii();
        let fits =
            |other: &str| other == word || (is_prefix && begins && count < 10 && other.starts_with(word));
        let meant: Vec<&str> = self.words.keys().map(String::as_str).filter(|other| fits(other)).collect();
        let may_slip = word.chars().count() >= 5 && word.chars().all(char::is_alphabetic);
        if !meant.is_empty() || !may_slip {
            return meant;
        }
        self.words.keys().map(String::as_str).filter(|other| strsim::osa_distance(word, other) == 1).collect()
    }

    fn has(&self, article: usize, clause: &Clause, is_without: bool) -> bool {
        let fields = &self.fields[article];
        match clause {
            Clause::Word { word, .. } if is_without => fields.iter().flatten().any(|other| other == word),
            Clause::Word { word, is_prefix } => {
                let meant = self.meant(word, *is_prefix);
                fields.iter().flatten().any(|other| meant.contains(&other.as_str()))
            }
            Clause::Phrase(words) => {
                fields.iter().any(|field| field.windows(words.len()).any(|window| window == words.as_slice()))
            }
        }
    }

    pub(super) fn scan(&self, ask: &Ask) -> Vec<u32> {
        let has = |article: usize| ask.all.iter().filter(|clause| self.has(article, clause, false)).count();
        let counts: Vec<usize> = (0..self.fields.len()).map(has).collect();
        // Where no article has all, those count that have most.
        let least = match counts.iter().max() {
            Some(most) if ask.all.len() > 1 => (*most).max(1),
            _ => ask.all.len(),
        };
        let is_kept = |article: usize| !ask.none.iter().any(|clause| self.has(article, clause, true));
        let fits = (0..).zip(&counts).filter(|(_, count)| **count >= least).map(|(article, _)| article);
        fits.filter(|article| is_kept(*article)).map(|article| u32::try_from(article).unwrap()).collect()
    }
}
