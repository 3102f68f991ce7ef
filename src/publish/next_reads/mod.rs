//! Which articles to read next: those that are about the same, by their telling words and their tags.

mod telling;
#[cfg(test)]
mod tests;

use rayon::prelude::*;

use crate::archive::Archive;
use crate::find::{IndexFiles, Postings};

use super::inside::Inside;
use telling::Telling;

/// How many are offered.
const OFFERED: usize = 3;

/// How many of the nearest are looked at: some may be versions of each other.
const LOOKED_AT: usize = 24;

/// Of a tag with more articles than this, only those nearest in time are looked at.
const NEAREST: usize = 200;

/// What a shared tag weighs beside a word as rare that both articles have once in a text of the usual length.
const TAG: f32 = 2.0;

/// For each article those to read next, best first.
pub(super) struct NextReads(Vec<Vec<u32>>);

impl NextReads {
    pub(super) fn of(archive: &Archive, postings: &Postings, files: &IndexFiles, inside: &Inside) -> Self {
        let sources = Sources { archive, postings, telling: Telling::of(files), inside };
        let articles = 0..archive.entries().len();
        let next = articles
            .into_par_iter()
            .map_init(|| Scores::of(archive), |scores, number| sources.next(number, scores))
            .collect();
        Self(next)
    }

    /// The articles to read after article `number`, best first.
    pub(super) fn of_article(&self, number: usize) -> impl Iterator<Item = usize> {
        self.0[number].iter().map(|other| *other as usize)
    }
}

/// What articles are compared by.
struct Sources<'a> {
    archive: &'a Archive,
    postings: &'a Postings,
    telling: Telling,
    inside: &'a Inside,
}

impl Sources<'_> {
    /// The articles that have most in common with one; of several that say the same, and of those that say what it says
    /// itself, only the best is among them, or none.
    fn next(&self, number: usize, scores: &mut Scores) -> Vec<u32> {
        self.score(number, scores);
        let mut next: Vec<u32> = Vec::with_capacity(OFFERED);
        for other in scores.best(number) {
            let is_copy = |of: usize| self.are_copies(of, other as usize);
            if !is_copy(number) && !next.iter().any(|chosen| is_copy(*chosen as usize)) {
                next.push(other);
            }
            if next.len() == OFFERED {
                break;
            }
        }
        next
    }

    /// Words are weighed in both articles, as a query of all telling words of one would find the other; tags as much as
    /// they are rare.
    fn score(&self, number: usize, scores: &mut Scores) {
        for (weight, articles) in self.telling.of_article(number) {
            articles.iter().for_each(|(other, weighs)| scores.add(*other, weight * weighs));
        }
        for tag in &self.postings.tags_of[number] {
            let articles = &self.postings.tags[*tag as usize].articles;
            let rarity = (1.0 + self.postings.articles as f32 / articles.len() as f32).ln();
            nearest(articles, number).iter().for_each(|other| scores.add(*other, TAG * rarity * rarity));
        }
    }

    fn are_copies(&self, one: usize, other: usize) -> bool {
        let is_version = || self.inside.versions(&self.archive.entries()[one]).contains(&other);
        self.telling.are_alike(one, other) || is_version()
    }
}

/// The articles of a tag that are nearest in time.
fn nearest(articles: &[u32], number: usize) -> &[u32] {
    let here = articles.partition_point(|other| (*other as usize) < number);
    &articles[here.saturating_sub(NEAREST / 2)..(here + NEAREST / 2).min(articles.len())]
}

/// What other articles have in common with one, used for one after another.
struct Scores {
    of: Vec<f32>,
    met: Vec<u32>,
}

impl Scores {
    fn of(archive: &Archive) -> Self {
        Self { of: vec![0.0; archive.entries().len()], met: Vec::new() }
    }

    fn add(&mut self, other: u32, score: f32) {
        let sum = &mut self.of[other as usize];
        if *sum == 0.0 {
            self.met.push(other);
        }
        *sum += score;
    }

    /// The articles with the highest scores but `number`; among equals the nearest in time comes first. Forgets the scores.
    fn best(&mut self, number: usize) -> Vec<u32> {
        let mut best: Vec<(f32, u32)> = Vec::with_capacity(LOOKED_AT + 1);
        for other in self.met.drain(..) {
            let score = std::mem::take(&mut self.of[other as usize]);
            let is_behind = |rival: &(f32, u32)| is_nearer(*rival, (score, other), number);
            if other as usize != number && !(best.len() == LOOKED_AT && best.last().is_some_and(is_behind)) {
                best.insert(best.partition_point(is_behind), (score, other));
                best.truncate(LOOKED_AT);
            }
        }
        best.into_iter().map(|(_, other)| other).collect()
    }
}

/// Whether an article with this score goes before another, after article `number`.
fn is_nearer(one: (f32, u32), other: (f32, u32), number: usize) -> bool {
    let far = |(_, article): (f32, u32)| (article as usize).abs_diff(number);
    let order = one.0.total_cmp(&other.0).reverse();
    order.then(far(one).cmp(&far(other))).then(one.1.cmp(&other.1)).is_lt()
}
