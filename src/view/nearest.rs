//! The articles that an address may have meant, where there is none. Pure.

use std::cmp::Reverse;

use crate::article::Date;
use crate::site::{CARDS_A_PAGE, Card};

use super::{Library, Part};

/// How many articles are offered.
const OFFERED: usize = 5;

/// How many are looked at: those about the day that the address names, else the newest.
const LOOKED_AT: usize = CARDS_A_PAGE;

/// Those that share most words with the address come first; among equals, the order of the archive.
///
/// # Errors
/// The part that must be loaded first.
pub(super) fn nearest(library: &Library, path: &str) -> Result<Vec<Card>, Part> {
    let articles = library.overview()?.articles as usize;
    let first = match day(path) {
        Some(day) => {
            let index = library.index()?;
            let newer = index.days.runs().find(|(other, _)| *other <= day).map(|(_, range)| range.start);
            (newer.unwrap_or(index.days.dated()) as usize).saturating_sub(LOOKED_AT / 2)
        }
        None => 0,
    };
    let numbers: Vec<u32> = (0..).take(articles).skip(first).take(LOOKED_AT).collect();
    let mut cards: Vec<Card> = library.cards(&numbers)?.into_iter().filter_map(|card| card.0.ok()).collect();
    let words = words(path);
    let shared = |card: &Card| words.iter().filter(|word| card.link.slug.as_str().contains(**word)).count();
    cards.sort_by_cached_key(|card| Reverse(shared(card)));
    cards.truncate(OFFERED);
    Ok(cards)
}

/// The day of `/2023/06/06/…`, as a number.
fn day(path: &str) -> Option<i32> {
    let date = path.trim_start_matches('/').get(..10)?;
    Some(Date::parse(&date.replace('/', "-"))?.day_number())
}

/// Words of three letters and more; shorter ones fit anything.
fn words(path: &str) -> Vec<&str> {
    path.split(|letter: char| !letter.is_ascii_alphabetic()).filter(|word| word.len() > 2).collect()
}
