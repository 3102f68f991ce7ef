//! The terms of a text index, as they were written: who wants to know more of them needn't cut the texts again.

use super::TextFiles;
use super::dictionary::{self, Flow};
use super::posting;
use super::rank::rarity;

impl TextFiles {
    /// Calls `found` with each term that at most `most` of the archive's `total` articles have: the numbers of these,
    /// rising, each with what the term brings to the article's score.
    pub fn each_term(&self, total: u32, most: u32, mut found: impl FnMut(&[(u32, f32)])) {
        let whole = "what was just written is whole";
        let (mut end, mut articles) = (0, Vec::new());
        for (_, shard) in &self.shards {
            let term = |_: &str, term: dictionary::Term, _: &[u8]| {
                // Words of one stem share the list of the first of them.
                if term.postings.start < end {
                    return Flow::On;
                }
                end = term.postings.end;
                if term.articles <= most {
                    let list = &self.postings[term.postings.start as usize..term.postings.end as usize];
                    let list = posting::read(list, term.articles, total).expect(whole);
                    let rarity = rarity(term.articles, total);
                    articles.clear();
                    articles.extend(list.postings.iter().map(|hit| (hit.number, hit.impact.score(rarity))));
                    found(&articles);
                }
                Flow::On
            };
            dictionary::each(shard, term).expect(whole);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::super::{all_words, build_text, decompose};
    use crate::archive::Archive;
    use crate::article::{Article, Language};

    fn archive(titles: &[&str]) -> Archive {
        let mut archive = Archive::new("Archive");
        archive.extend(titles.iter().enumerate().map(|(number, title)| Article {
            id: number.to_string(),
            title: (*title).to_owned(),
            ..Article::default()
        }));
        archive
    }

    fn terms(archive: &Archive, most: u32) -> Vec<Vec<u32>> {
        let mut terms = Vec::new();
        let total = archive.entries().len() as u32;
        build_text(archive).each_term(total, most, |articles| {
            assert!(articles.iter().all(|(_, score)| *score > 0.0));
            terms.push(articles.iter().map(|(number, _)| *number).collect());
        });
        terms.sort();
        terms
    }

    #[test]
    fn each_word_comes_once_with_its_articles() {
        let archive =
            archive(&["a cable at sea", "the cable", "sea air, sea salt", "a", "The Cable of a cable"]);
        let mut expected: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
        for (number, entry) in (0..).zip(archive.entries()) {
            for word in all_words(&entry.article.title, decompose) {
                expected.entry(word).or_default().insert(number);
            }
        }
        for most in 0..=5 {
            let expected = expected.values().filter(|articles| articles.len() <= most as usize);
            let mut expected: Vec<Vec<u32>> =
                expected.map(|articles| articles.iter().copied().collect()).collect();
            expected.sort();
            assert_eq!(terms(&archive, most), expected, "{most}");
        }
    }

    #[test]
    fn inflections_are_one_term() {
        let mut archive = archive(&["cable", "cables", "cabled"]);
        archive.language = Language::parse("en");
        assert_eq!(terms(&archive, 3), [[0, 1, 2]]);
        assert_eq!(terms(&archive, 2), Vec::<Vec<u32>>::new());
    }
}
