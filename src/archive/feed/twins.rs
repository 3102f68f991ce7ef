//! Items of one feed that share an id and yet say different things are different articles: feeds break the
//! rule that ids are unique, and no article may be lost for it.

use std::collections::HashMap;

use crate::archive::key::TWIN;
use crate::article::{Article, Problem, ProblemCode, Record};

/// The items of a feed so far.
#[derive(Debug, Default)]
pub(super) struct Twins(HashMap<String, Vec<(Option<String>, String)>>);

impl Twins {
    /// Gives each such item after the first an id of its own, and says so.
    pub(super) fn part(&mut self, items: &mut [Record]) {
        for item in items {
            let Ok(article) = &mut item.outcome else { continue };
            let words = (article.standfirst.clone(), article.title.clone());
            let others = self.0.entry(article.id.clone()).or_default();
            if let Some(nth) = others.iter().position(|other| *other == words) {
                rename(article, nth);
                continue;
            }
            let nth = others.len();
            others.push(words);
            if nth > 0 {
                let message = format!(
                    "another item has the id '{}' too, so this one is kept under an id of its own",
                    article.id
                );
                rename(article, nth);
                item.problems.push(Problem::new(ProblemCode::Guessed, item.place.clone(), message));
            }
        }
    }
}

fn rename(article: &mut Article, nth: usize) {
    if nth > 0 {
        article.id = format!("{}{TWIN}{}", article.id, nth + 1);
    }
}
