//! Which articles to read next: those that share the rarest tags.

use std::collections::HashMap;

use crate::find::Index;

/// How many are offered.
const OFFERED: usize = 3;

/// Of a tag with more articles than this, only those nearest in time are looked at.
const NEAREST: usize = 200;

/// The tags of each article, ready for comparing.
pub(super) struct NextReads {
    tags_of: Vec<Vec<usize>>,
    postings: Vec<Vec<u32>>,
    articles: usize,
}

impl NextReads {
    pub(super) fn of(index: &Index) -> Self {
        let mut tags_of = vec![Vec::new(); index.articles as usize];
        for (tag, facet) in index.tags.iter().enumerate() {
            facet.posting.iter().for_each(|number| tags_of[*number as usize].push(tag));
        }
        let postings = index.tags.iter().map(|facet| facet.posting.clone()).collect();
        Self { tags_of, postings, articles: index.articles as usize }
    }

    /// The articles to read after article `number`, best first: each shared tag weighs as much as it is rare
    /// (inverse document frequency); among equals the nearest in time wins.
    pub(super) fn of_article(&self, number: usize) -> Vec<usize> {
        let mut scores: HashMap<usize, f64> = HashMap::new();
        for tag in &self.tags_of[number] {
            let posting = &self.postings[*tag];
            let weight = (1.0 + self.articles as f64 / posting.len() as f64).ln();
            let here = posting.partition_point(|other| (*other as usize) < number);
            let near = here.saturating_sub(NEAREST / 2)..(here + NEAREST / 2).min(posting.len());
            for other in posting[near].iter().map(|other| *other as usize).filter(|other| *other != number) {
                *scores.entry(other).or_default() += weight;
            }
        }
        let mut ranked: Vec<(usize, f64)> = scores.into_iter().collect();
        ranked.sort_by(|(a, x), (b, y)| {
            y.total_cmp(x).then(a.abs_diff(number).cmp(&b.abs_diff(number))).then(a.cmp(b))
        });
        ranked.into_iter().take(OFFERED).map(|(other, _)| other).collect()
    }
}
