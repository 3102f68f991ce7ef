//! Which articles to read next: those that share the rarest tags.

use std::sync::Arc;

use crate::find::Postings;

/// How many are offered.
const OFFERED: usize = 3;

/// Of a tag with more articles than this, only those nearest in time are looked at.
const NEAREST: usize = 200;

/// Compares articles by the tags of each.
pub(super) struct NextReads(Arc<Postings>);

impl NextReads {
    pub(super) fn of(postings: &Arc<Postings>) -> Self {
        Self(Arc::clone(postings))
    }

    /// The articles to read after article `number`, best first: each shared tag weighs as much as it is rare
    /// (inverse document frequency); among equals the nearest in time wins.
    pub(super) fn of_article(&self, number: usize) -> Vec<usize> {
        let mut windows: Vec<(f64, &[u32])> =
            self.0.tags_of[number].iter().map(|tag| self.window(*tag as usize, number)).collect();
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
        let posting = &self.0.tags[tag].articles;
        let weight = (1.0 + f64::from(self.0.articles) / posting.len() as f64).ln();
        let here = posting.partition_point(|other| (*other as usize) < number);
        (weight, &posting[here.saturating_sub(NEAREST / 2)..(here + NEAREST / 2).min(posting.len())])
    }
}
