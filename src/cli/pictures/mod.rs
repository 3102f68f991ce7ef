//! The pictures of an archive: those of its sources are found from it, and `backissue import --fetch-images` stores those
//! of other hosts beside it. Without that nothing is asked for.

mod album;
mod hosts;
mod miss;
mod packed;
mod public;
mod shape;
mod shelf;
mod web;

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;
use std::time::Duration;

use crate::archive::Archive;
use crate::article::{Article, Problem, ProblemCode};

pub(super) use album::Album;
pub(super) use packed::{Beside, Packed};
pub(super) use shelf::Shelf;

use super::Failure;
use super::progress::Bar;
use miss::Miss;
use web::Web;

/// What is fetched, and as what it is stored.
#[derive(Debug, Clone)]
pub(super) struct Rules {
    /// The longest side of what is stored, in pixels. Nothing is enlarged.
    pub(super) longest_side: u32,
    /// The most bytes that are taken for one picture.
    pub(super) bytes: u64,
    /// The most pixels that one picture may have before it is made smaller.
    pub(super) pixels: u64,
    /// How long one picture may take, redirects included.
    pub(super) time: Duration,
    /// Which addresses of hosts may be connected to.
    pub(super) allowed: fn(IpAddr) -> bool,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            longest_side: 1600,
            bytes: 20 << 20,
            pixels: 50_000_000,
            time: Duration::from_secs(30),
            allowed: public::is_public,
        }
    }
}

/// What became of the pictures.
#[derive(Debug, Default)]
pub(super) struct Fetched {
    /// How many were stored.
    pub(super) stored: usize,
    /// Why the others stay where they are.
    pub(super) problems: Vec<Problem>,
}

/// Fetches the pictures that lie on other hosts into the album, and has the archive name them there.
pub(super) fn fetch(archive: &mut Archive, album: &mut Album, rules: &Rules) -> Result<Fetched, Failure> {
    archive.edit(|article| album.hang(article));
    let wanted = wanted(archive);
    let bar = Bar::of("pictures", wanted.len());
    let web = Web::new(rules);
    let mut fetched = Fetched::default();
    let get = |address: &str| shape::shape(&web.get(address)?, rules);
    hosts::each(wanted.keys().map(String::as_str), &get, |address, result| {
        bar.advance();
        match result {
            Ok(shaped) => {
                album.keep(address, &shaped)?;
                fetched.stored += 1;
            }
            Err(miss) => {
                let place = format!("{}: picture", wanted[address]);
                let message = format!("{address} was not fetched: {miss}");
                fetched.problems.push(Problem::new(ProblemCode::Unfetched, place, message));
            }
        }
        Ok(())
    })?;
    archive.edit(|article| album.hang(article));
    fetched.problems.sort_by(|a, b| a.message.cmp(&b.message));
    Ok(fetched)
}

/// The addresses of pictures on other hosts, each with an article that shows it.
fn wanted(archive: &Archive) -> BTreeMap<String, String> {
    let mut wanted = BTreeMap::new();
    for entry in archive.entries() {
        for picture in entry.article.pictures().into_iter().filter(|picture| !picture.is_local()) {
            wanted.entry(picture.src.clone()).or_insert_with(|| entry.slug.to_string());
        }
    }
    wanted
}

/// Stores those pictures of an article that came with a crawl as if they were fetched.
pub(super) fn take_packed(
    article: &mut Article,
    packed: &Packed,
    album: &mut Album,
    rules: &Rules,
    problems: &mut Vec<Problem>,
) -> Result<(), Failure> {
    let addresses: BTreeSet<String> = article
        .pictures()
        .into_iter()
        .filter(|picture| !picture.is_local())
        .map(|picture| picture.src.clone())
        .collect();
    for address in addresses {
        let Some(file) = packed.find(&address) else { continue };
        let shaped = std::fs::read(&file).map_err(|error| Miss::Broken(error.to_string()));
        match shaped.and_then(|bytes| shape::shape(&bytes, rules)) {
            Ok(shaped) => album.keep(&address, &shaped)?,
            Err(miss) => {
                let message = format!("{address} came with the crawl and was not stored: {miss}");
                problems.push(Problem::new(ProblemCode::Unfetched, "picture", message));
            }
        }
    }
    album.hang(article);
    Ok(())
}

#[cfg(test)]
mod tests;
