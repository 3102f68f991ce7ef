//! Names articles: a slug from the title, unique among the articles of the same day. Never renames on its own.

use std::collections::{HashMap, HashSet};

use crate::article::{Date, Slug};

/// The articles of one day share a folder; `None` is that of undated ones.
pub(super) type Folder = Option<Date>;

const FALLBACK: &str = "article";

/// Which slugs are taken.
#[derive(Debug, Default)]
pub(super) struct Names {
    taken: HashSet<(Folder, Slug)>,
    /// Former slugs: a new article is not named so, but a file may give them.
    reserved: HashSet<(Folder, Slug)>,
    /// Where to go on counting.
    next: HashMap<(Folder, String), u32>,
}

impl Names {
    /// Takes `slug` if it is free.
    pub(super) fn claim(&mut self, folder: Folder, slug: &Slug) -> bool {
        self.taken.insert((folder, slug.clone()))
    }

    /// Whether `slug` is that of an article.
    pub(super) fn is_taken(&self, folder: Folder, slug: &Slug) -> bool {
        self.taken.contains(&(folder, slug.clone()))
    }

    /// Keeps `slug` from being given to another article.
    pub(super) fn reserve(&mut self, folder: Folder, slug: &Slug) {
        self.reserved.insert((folder, slug.clone()));
    }

    /// Takes the first free one of `words`, `words-2`, `words-3` …
    pub(super) fn give(&mut self, folder: Folder, words: &str) -> Slug {
        let base = slugify(words);
        let next = self.next.entry((folder, base.clone())).or_insert(1);
        loop {
            let slug = numbered(&base, *next);
            *next += 1;
            let key = (folder, slug.clone());
            if !self.reserved.contains(&key) && self.taken.insert(key) {
                return slug;
            }
        }
    }
}

fn numbered(base: &str, number: u32) -> Slug {
    let suffix = if number < 2 { String::new() } else { format!("-{number}") };
    let stem = cut(base, Slug::MAX_LEN - suffix.len());
    Slug::new(&format!("{stem}{suffix}")).expect("made of a-z, 0-9 and single hyphens, and short enough")
}

/// Transliterated, in lower case, words apart by hyphens, at most [`Slug::MAX_LEN`] characters.
pub(crate) fn slugify(words: &str) -> String {
    let ascii = deunicode::deunicode_with_tofu(words, " ").to_ascii_lowercase().replace('\'', "");
    let words: Vec<&str> =
        ascii.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let slug = words.join("-");
    if slug.is_empty() { FALLBACK.to_owned() } else { cut(&slug, Slug::MAX_LEN).to_owned() }
}

/// At most `max` characters, cut after a word where there is one.
fn cut(slug: &str, max: usize) -> &str {
    if slug.len() <= max {
        return slug;
    }
    let end = slug[..=max].rfind('-').filter(|end| *end > 0).unwrap_or(max);
    slug[..end].trim_end_matches('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_many_scripts_become_ascii() {
        for (title, slug) in [
            ("Russia’s Envoy Urges “Calm”", "russias-envoy-urges-calm"),
            ("  C++ & Rust: 1,000 ways  ", "c-rust-1-000-ways"),
            ("Übermäßig große Straße", "ubermassig-grosse-strasse"),
            ("Новости дня", "novosti-dnia"),
            ("报纸的历史", "bao-zhi-de-li-shi"),
            ("—!?", "article"),
            ("", "article"),
        ] {
            assert_eq!(slugify(title), slug, "{title}");
        }
        assert!(slugify("أخبار اليوم").len() > 5);
    }

    #[test]
    fn long_titles_are_cut_at_a_word() {
        let slug = slugify(&"telegraph ".repeat(20));
        assert_eq!(slug, ["telegraph"; 8].join("-"));
        assert_eq!(slugify(&"x".repeat(300)).len(), Slug::MAX_LEN);
    }

    #[test]
    fn equal_titles_of_a_day_are_numbered() {
        let mut names = Names::default();
        let day = Date::parse("1858-08-16");
        names.reserve(day, &Slug::new("cable-2").unwrap());
        let given: Vec<String> =
            [day, day, day, None].map(|folder| names.give(folder, "Cable").to_string()).to_vec();
        assert_eq!(given, ["cable", "cable-3", "cable-4", "cable"]);
        assert!(names.claim(day, &Slug::new("cable-2").unwrap()));
        assert!(!names.claim(day, &Slug::new("cable").unwrap()));
        let long = names.give(day, &"x".repeat(90));
        let second = names.give(day, &"x".repeat(90));
        assert_ne!(long, second);
        assert!(second.as_str().ends_with("x-2"));
    }
}
