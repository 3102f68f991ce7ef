//! Answers what is asked of the text from the parts that are there, or says which must come first.

use crate::find::bytes::Damage;
use crate::find::shelf::gather;
use crate::find::{Lack, Shelf};

use super::meaning::{Sense, exactly, senses};
use super::posting::{self, Places, PostingList};
use super::rank::{rarity, recency};
use super::{Ask, Clause, Marks};

/// How many of the articles are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// The best, as the dictionary names them.
    Best,
    /// All.
    Whole,
}

/// The articles that have what was asked.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// Their numbers, rising.
    pub numbers: Vec<u32>,
    /// What each is worth, as many as there are numbers; the more the better.
    pub scores: Vec<f32>,
    /// How many there are, also of those that were left out.
    pub total: u32,
    /// The folded words by which they were found, rising.
    pub words: Vec<String>,
    /// Whether no article has all that was asked, and these have as much of it as any.
    pub is_partial: bool,
    /// Words that no article has.
    pub unknown: Vec<String>,
    /// Words that no article has, and those that were looked for instead.
    pub mistyped: Vec<(String, Vec<String>)>,
}

/// An article and what it is worth.
type Hit = (u32, f32);

/// A clause with the terms of each of its words.
enum Meant<'a> {
    Word(&'a str, Vec<Sense>),
    Phrase(&'a [String], Vec<Option<Sense>>),
}

/// Answers `ask`. With [`Extent::Best`], a single word gives only its best articles.
///
/// # Errors
/// The parts that must come first, or one that can't be used.
pub fn search(shelf: &Shelf, ask: &Ask, extent: Extent) -> Result<Found, Lack> {
    let (all, none) = (ask.all.iter().map(|clause| meant(shelf, clause)), ask.none.iter());
    let none = none.map(|clause| meant_exactly(shelf, clause));
    let mut all = gather(all.chain(none))?;
    let none = all.split_off(ask.all.len());
    let mut found = Found::default();
    all.iter().for_each(|clause| clause.note(&mut found));
    let is_single = matches!(&*all, [Meant::Word(_, senses)] if senses.len() == 1) && none.is_empty();
    let extent = if is_single { extent } else { Extent::Whole };
    let lists = gather(all.iter().chain(&none).map(|clause| clause.hits(shelf, extent, &mut found.words)))?;
    let (wanted, unwanted) = lists.split_at(all.len());
    let mut hits = match wanted {
        [] => (0..shelf.articles()).map(|number| (number, 1.0)).collect(),
        [first, rest @ ..] => rest.iter().fold(first.clone(), |hits, list| intersection(hits, list)),
    };
    if hits.is_empty() && wanted.len() > 1 {
        hits = most(wanted);
        found.is_partial = !hits.is_empty();
    }
    let hits = unwanted.iter().fold(hits, |hits, list| difference(hits, list));
    found.total = match &*all {
        [Meant::Word(_, senses)] if extent == Extent::Best && is_single => senses[0].term.articles,
        _ => u32::try_from(hits.len()).unwrap_or(u32::MAX),
    };
    found.words.sort_unstable();
    found.words.dedup();
    found.numbers = hits.iter().map(|(number, _)| *number).collect();
    found.scores = hits.iter().map(|(number, score)| score * recency(*number, shelf.articles())).collect();
    Ok(found)
}

fn meant<'a>(shelf: &Shelf, clause: &'a Clause) -> Result<Meant<'a>, Lack> {
    match clause {
        Clause::Word { word, is_prefix } => Ok(Meant::Word(word, senses(shelf, word, *is_prefix)?)),
        Clause::Phrase(_) => meant_exactly(shelf, clause),
    }
}

fn meant_exactly<'a>(shelf: &Shelf, clause: &'a Clause) -> Result<Meant<'a>, Lack> {
    match clause {
        Clause::Word { word, .. } => Ok(Meant::Word(word, exactly(shelf, word)?.into_iter().collect())),
        Clause::Phrase(words) => {
            let senses = gather(words.iter().map(|word| exactly(shelf, word)))?;
            Ok(Meant::Phrase(words, senses))
        }
    }
}

impl Meant<'_> {
    /// Says what of it no article has.
    fn note(&self, found: &mut Found) {
        match self {
            Self::Word(word, senses) if senses.is_empty() => found.unknown.push((*word).to_owned()),
            Self::Word(word, senses) if senses.iter().all(Sense::is_slip) => {
                let instead = senses.iter().map(|sense| sense.word.clone()).collect();
                found.mistyped.push(((*word).to_owned(), instead));
            }
            Self::Word(..) => {}
            Self::Phrase(words, senses) => {
                let unknown = words.iter().zip(senses).filter(|(_, sense)| sense.is_none());
                found.unknown.extend(unknown.map(|(word, _)| word.clone()));
            }
        }
    }

    fn hits(&self, shelf: &Shelf, extent: Extent, words: &mut Vec<String>) -> Result<Vec<Hit>, Lack> {
        match self {
            Self::Word(_, senses) => {
                let lists = gather(senses.iter().map(|sense| scored(shelf, sense, extent)))?;
                words.extend(lists.iter().flat_map(|(forms, _)| forms.iter().cloned()));
                Ok(lists.into_iter().map(|(_, hits)| hits).reduce(union).unwrap_or_default())
            }
            Self::Phrase(_, senses) => match senses.iter().cloned().collect::<Option<Vec<Sense>>>() {
                Some(senses) => phrase(shelf, &senses, words),
                None => Ok(Vec::new()),
            },
        }
    }
}

/// The forms of a term, and its articles with what it is worth in each.
fn scored(shelf: &Shelf, sense: &Sense, extent: Extent) -> Result<(Vec<String>, Vec<Hit>), Lack> {
    let Sense { word, term, best, .. } = sense;
    let total = shelf.articles();
    let PostingList { forms, postings } = match extent {
        Extent::Best => {
            let postings = posting::read_best(best, term.articles, total);
            let damaged = |Damage| Lack::Damaged(shelf.shard(word));
            PostingList { forms: vec![word.clone()], postings: postings.map_err(damaged)? }
        }
        Extent::Whole => {
            let (part, bytes) = shelf.postings(term.postings.clone())?;
            posting::read(&bytes, term.articles, total).map_err(|Damage| Lack::Damaged(part))?
        }
    };
    let weight = rarity(term.articles, shelf.articles()) * sense.weight;
    Ok((forms, postings.iter().map(|posting| (posting.number, posting.impact.score(weight))).collect()))
}

/// The articles in which the terms stand one after another; one without places may stand anywhere.
fn phrase(shelf: &Shelf, senses: &[Sense], words: &mut Vec<String>) -> Result<Vec<Hit>, Lack> {
    let lists = gather(senses.iter().map(|sense| scored(shelf, sense, Extent::Whole)))?;
    let placed = (0_u32..).zip(senses).zip(&lists).filter(|((_, sense), _)| !sense.term.places.is_empty());
    let placed: Vec<_> = placed.map(|((offset, sense), (_, hits))| (offset, sense, hits)).collect();
    let places = gather(placed.iter().map(|(_, sense, _)| shelf.places(sense.term.places.clone())))?;
    words.extend(lists.iter().flat_map(|(forms, _)| forms.iter().cloned()));
    let hits = lists.iter().map(|(_, hits)| hits.clone()).reduce(|one, other| intersection(one, &other));
    let hits = hits.unwrap_or_default();
    let mut starts: Option<Vec<Vec<u32>>> = None;
    for ((offset, _, own), (part, bytes)) in placed.iter().zip(&places) {
        let these = begins(&hits, own, *offset, bytes).map_err(|Damage| Lack::Damaged(*part))?;
        starts = Some(match starts {
            Some(known) => known.into_iter().zip(&these).map(|(one, other)| common(one, other)).collect(),
            None => these,
        });
    }
    let Some(starts) = starts else { return Ok(hits) };
    Ok(hits.into_iter().zip(starts).filter(|(_, starts)| !starts.is_empty()).map(|(hit, _)| hit).collect())
}

/// For each of `hits`, where a phrase would begin that has the term, whose articles are `own`, at `offset`.
fn begins(hits: &[Hit], own: &[Hit], offset: u32, bytes: &[u8]) -> Result<Vec<Vec<u32>>, Damage> {
    let mut list = Places::of(bytes)?;
    let mut wanted = hits.iter().map(|(number, _)| *number).peekable();
    let mut begins = Vec::with_capacity(hits.len());
    for (number, _) in own {
        if wanted.next_if_eq(number).is_none() {
            list.next(None)?;
            continue;
        }
        let mut places = Vec::new();
        list.next(Some(&mut places))?;
        begins.push(places.into_iter().filter_map(|place| place.checked_sub(offset)).collect());
    }
    Ok(begins)
}

fn common(mut one: Vec<u32>, other: &[u32]) -> Vec<u32> {
    one.retain(|place| other.binary_search(place).is_ok());
    one
}

/// The best of both where they meet.
fn union(one: Vec<Hit>, other: Vec<Hit>) -> Vec<Hit> {
    let mut all = Vec::with_capacity(one.len() + other.len());
    let (mut one, mut other) = (one.into_iter().peekable(), other.into_iter().peekable());
    while let (Some((a, x)), Some((b, y))) = (one.peek().copied(), other.peek().copied()) {
        let hit = match a.cmp(&b) {
            std::cmp::Ordering::Less => (a, x),
            std::cmp::Ordering::Equal => (a, x.max(y)),
            std::cmp::Ordering::Greater => (b, y),
        };
        one.next_if(|_| a <= b);
        other.next_if(|_| b <= a);
        all.push(hit);
    }
    all.extend(one.chain(other));
    all
}

fn intersection(one: Vec<Hit>, other: &[Hit]) -> Vec<Hit> {
    let mut other = other.iter().copied().peekable();
    let both = one.into_iter().filter_map(|(number, score)| {
        while other.next_if(|(rival, _)| *rival < number).is_some() {}
        let (_, more) = other.next_if(|(rival, _)| *rival == number)?;
        Some((number, score + more))
    });
    both.collect()
}

fn difference(one: Vec<Hit>, other: &[Hit]) -> Vec<Hit> {
    let mut other = other.iter().copied().peekable();
    let left = one.into_iter().filter(|(number, _)| {
        while other.next_if(|(rival, _)| rival < number).is_some() {}
        other.peek().is_none_or(|(rival, _)| rival != number)
    });
    left.collect()
}

/// The articles that are in more of the lists than any other.
fn most(lists: &[Vec<Hit>]) -> Vec<Hit> {
    let mut all: Vec<Hit> = lists.concat();
    all.sort_by_key(|(number, _)| *number);
    let groups = || all.chunk_by(|one, other| one.0 == other.0);
    let most = groups().map(<[Hit]>::len).max().unwrap_or_default();
    let sum = |group: &[Hit]| (group[0].0, group.iter().map(|(_, score)| score).sum());
    groups().filter(|group| group.len() == most).map(sum).collect()
}

impl Found {
    /// Marks for the words by which they were found.
    #[must_use]
    pub fn marks(&self) -> Marks {
        Marks::of(self.words.clone())
    }

    /// What is to be said of words that no article has.
    pub fn notes(&self) -> impl Iterator<Item = String> {
        let unknown = self.unknown.iter().map(|word| format!("No article here has “{word}”."));
        let mistyped = self.mistyped.iter().map(|(word, instead)| {
            format!("No article here has “{word}”; this is what “{}” comes to.", instead.join("” or “"))
        });
        let partial = self.is_partial.then(|| "No article here has all of it; these have most.".to_owned());
        unknown.chain(mistyped).chain(partial)
    }

    /// Puts numbers into the order of what the articles are worth, the best first; equals stay as they are.
    pub fn rank(&self, numbers: &mut [u32]) {
        let score = |number: &u32| self.numbers.binary_search(number).map_or(0.0, |place| self.scores[place]);
        numbers.sort_by_cached_key(|number| std::cmp::Reverse(Worth(score(number))));
    }
}

/// A score, which is never “not a number”.
#[derive(PartialEq)]
struct Worth(f32);

impl Eq for Worth {}

impl PartialOrd for Worth {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Worth {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_joined() {
        let one = || vec![(1, 1.0), (3, 2.0), (9, 1.0)];
        let other = || vec![(3, 1.0), (4, 1.0)];
        assert_eq!(union(one(), other()), [(1, 1.0), (3, 2.0), (4, 1.0), (9, 1.0)]);
        assert_eq!(intersection(one(), &other()), [(3, 3.0)]);
        assert_eq!(difference(one(), &other()), [(1, 1.0), (9, 1.0)]);
        assert_eq!(difference(other(), &[]), other());
        assert_eq!(most(&[one(), other(), vec![(9, 2.0)]]), [(3, 3.0), (9, 3.0)]);
        assert_eq!(most(&[one(), vec![]]), one());
    }
}
