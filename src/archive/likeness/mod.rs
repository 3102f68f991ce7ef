//! Finds articles whose text is nearly that of another, at a cost that grows with the archive and not with its square.

mod shingles;
mod text;
mod words;

use std::collections::HashMap;

use crate::article::Article;

pub(super) use shingles::Sketch;
pub(super) use words::is_unspaced;

/// How many articles of one key are looked at, the last first: all articles of a template may share one.
const LOOKED_AT: usize = 16;

/// How many of those are compared word by word, those first that share most keys.
const COMPARED: usize = 8;

/// The sketches of an archive, as chains of entries that share a key.
#[derive(Debug, Default)]
pub(super) struct Likeness {
    /// The last link of each key's chain.
    last: HashMap<u64, u32>,
    links: Vec<Link>,
}

#[derive(Debug)]
struct Link {
    entry: u32,
    /// The link before it in each key's chain.
    before: [Option<u32>; shingles::BANDS],
}

impl Likeness {
    /// Notes what the text of an entry looks like.
    pub(super) fn note(&mut self, entry: usize, sketch: &Sketch) {
        let number =
            |n: usize| u32::try_from(n).expect("an archive has fewer than four thousand million articles");
        let link = number(self.links.len());
        let before = sketch.0.map(|key| self.last.insert(key, link));
        self.links.push(Link { entry: number(entry), before });
    }

    /// Of the entries, that whose text is most nearly that of `article`, and how much of it they share in percent.
    pub(super) fn find<'a>(
        &self,
        article: &Article,
        sketch: &Sketch,
        entry: impl Fn(usize) -> Option<&'a Article>,
    ) -> Option<(usize, u8)> {
        let candidates = self.candidates(sketch).into_iter();
        let shares = candidates.filter_map(|at| {
            let other = entry(at)?;
            Some((text::share(other, article)?, std::cmp::Reverse(&other.id), at))
        });
        shares.max().map(|(share, _, at)| (at, share))
    }

    fn candidates(&self, sketch: &Sketch) -> Vec<usize> {
        let mut shared: HashMap<u32, usize> = HashMap::new();
        for (band, key) in sketch.0.iter().enumerate() {
            let first = self.last.get(key).copied();
            let chain = std::iter::successors(first, |link| self.links[*link as usize].before[band]);
            for link in chain.take(LOOKED_AT) {
                *shared.entry(self.links[link as usize].entry).or_default() += 1;
            }
        }
        let mut candidates: Vec<(u32, usize)> = shared.into_iter().collect();
        candidates.sort_unstable_by_key(|(entry, keys)| (std::cmp::Reverse(*keys), *entry));
        candidates.into_iter().take(COMPARED).map(|(entry, _)| entry as usize).collect()
    }
}
