//! Which articles to read next: those that share the rarest tags.

use crate::find::Postings;

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
    pub(super) fn of(all: &Postings) -> Self {
        let mut tags_of = vec![Vec::new(); all.articles as usize];
        for (tag, facet) in all.tags.iter().enumerate() {
            facet.articles.iter().for_each(|number| tags_of[*number as usize].push(tag));
        }
        let postings = all.tags.iter().map(|facet| facet.articles.clone()).collect();
        Self { tags_of, postings, articles: all.articles as usize }
    }

    /// The articles to read after article `number`, best first: each shared tag weighs as much as it is rare
    /// (inverse document frequency); among equals the nearest in time wins.
    pub(super) fn of_article(&self, number: usize) -> Vec<usize> {
        let mut windows: Vec<(f64, &[u32])> =
            self.tags_of[number].iter().map(|tag| self.window(*tag, number)).collect();
        let mut best: Vec<(usize, f64)> = Vec::with_capacity(OFFERED + 1);
        // Postings rise: the least of the windows' firsts is the next article.
        while let Some(other) = windows.iter().filter_map(|(_, rest)| rest.first()).min().copied() {
            let mut score = 0.0;
            for (weight, rest) in &mut windows {
                if rest.first() == Some(&other) {
                    score += *weight;
                    *rest = &rest[1..];
                }
            }
            let other = other as usize;
            if other != number {
                let is_better = |(rival, rivals): &(usize, f64)| {
                    let order = score.total_cmp(rivals);
                    order.then(rival.abs_diff(number).cmp(&other.abs_diff(number))).is_gt()
                };
                let place = best.iter().position(is_better).unwrap_or(best.len());
                best.insert(place, (other, score));
                best.truncate(OFFERED);
            }
        }
        best.into_iter().map(|(other, _)| other).collect()
    }

    /// What a tag weighs, and its articles that are nearest in time.
    fn window(&self, tag: usize, number: usize) -> (f64, &[u32]) {
        let posting = &self.postings[tag];
        let weight = (1.0 + self.articles as f64 / posting.len() as f64).ln();
        let here = posting.partition_point(|other| (*other as usize) < number);
        (weight, &posting[here.saturating_sub(NEAREST / 2)..(here + NEAREST / 2).min(posting.len())])
    }
}
