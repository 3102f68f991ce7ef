//! The few words of each article that tell most of what it is about: what a short vector of it holds, as static pruning
//! of an index leaves it (Carmel et al., *Static Index Pruning for Information Retrieval Systems*, 2001).

use rayon::prelude::*;

use crate::find::IndexFiles;

/// Words of each article.
const WORDS: usize = 24;

/// Of fewer words it can't be told whether two texts are one.
const ENOUGH: usize = 8;

/// How many of the words that two texts have, they have in common, if they are nearly the same, in percent.
const COPY: usize = 60;

/// Words that more than a tenth of the articles have tell little of each; in small archives, more than a third. In large
/// ones time sets the limit: all articles of a word are looked at for each of them.
fn most_articles(articles: u32) -> u32 {
    (articles / 3).min(20).max(articles / 10).min(200)
}

/// The telling words of an archive. A word is told by a number.
pub(super) struct Telling {
    /// Of each article, rising, and what each weighs in it: its impact by BM25, times how rare it is.
    words: Vec<Vec<(u32, f32)>>,
    /// For each word where its articles begin.
    starts: Vec<u32>,
    articles: Vec<(u32, f32)>,
}

impl Telling {
    pub(super) fn of(files: &IndexFiles) -> Self {
        let articles = files.index().articles;
        let mut choices = vec![Choice::default(); articles as usize];
        let mut word = 0;
        files.each_term(most_articles(articles), |hits| {
            hits.iter().for_each(|(number, weight)| choices[*number as usize].add(word, *weight));
            word += 1;
        });
        let words: Vec<Vec<(u32, f32)>> = choices.into_par_iter().map(Choice::made).collect();
        let (starts, articles) = inverted(&words, word as usize);
        Self { words, starts, articles }
    }

    /// The telling words of an article, each with what it weighs in it and in the articles that it tells of, rising.
    pub(super) fn of_article(&self, number: usize) -> impl Iterator<Item = (f32, &[(u32, f32)])> {
        self.words[number].iter().map(|(word, weight)| {
            let [start, end] = [0, 1].map(|next| self.starts[*word as usize + next] as usize);
            (*weight, &self.articles[start..end])
        })
    }

    /// Whether two texts are nearly the same.
    pub(super) fn are_alike(&self, one: usize, other: usize) -> bool {
        let (one, other) = (&self.words[one], &self.words[other]);
        let is_shared = |(word, _): &&(u32, f32)| other.binary_search_by_key(word, |(word, _)| *word).is_ok();
        let shared = one.iter().filter(is_shared).count();
        let all = one.len() + other.len() - shared;
        one.len().min(other.len()) >= ENOUGH && shared * 100 > all * COPY
    }
}

/// The words of an article that weigh most, while more of them come; of equals the first.
#[derive(Default, Clone)]
struct Choice {
    words: Vec<(u32, f32)>,
    /// What the next must weigh more than.
    least: f32,
}

impl Choice {
    fn add(&mut self, word: u32, weight: f32) {
        if weight > self.least {
            self.words.push((word, weight));
            if self.words.len() == 2 * WORDS {
                self.cut();
            }
        }
    }

    fn cut(&mut self) {
        if self.words.len() > WORDS {
            let heavier =
                |one: &(u32, f32), other: &(u32, f32)| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0));
            let (_, last, _) = self.words.select_nth_unstable_by(WORDS - 1, heavier);
            self.least = last.1;
            self.words.truncate(WORDS);
        }
    }

    /// By their numbers.
    fn made(mut self) -> Vec<(u32, f32)> {
        self.cut();
        self.words.sort_unstable_by_key(|(word, _)| *word);
        self.words.shrink_to_fit();
        self.words
    }
}

/// For each of so many words the articles that have it, one after another, and where each begins.
fn inverted(words: &[Vec<(u32, f32)>], count: usize) -> (Vec<u32>, Vec<(u32, f32)>) {
    let mut starts = vec![0_u32; count + 1];
    words.iter().flatten().for_each(|(word, _)| starts[*word as usize + 1] += 1);
    for word in 0..count {
        starts[word + 1] += starts[word];
    }
    let mut articles = vec![(0, 0.0); starts[count] as usize];
    let mut next = starts.clone();
    for (number, words) in (0..).zip(words) {
        for (word, weight) in words {
            let place = &mut next[*word as usize];
            articles[*place as usize] = (number, *weight);
            *place += 1;
        }
    }
    (starts, articles)
}
