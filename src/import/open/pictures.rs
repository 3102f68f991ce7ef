//! The pictures in packed sources: files by the endings of their names, and of crawls what a server called a picture.

use std::io::{self, Read};

use super::packing::Packing;
use super::tracked::Flow;
use super::{Nest, Take, layer};
use crate::import::{Reading, Source, aside};

/// A picture in a packed source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackedPicture {
    /// Its path there, which may say anything; of a crawl its address.
    pub path: String,
    /// As it lies there.
    pub bytes: Vec<u8>,
}

/// What is looked for in a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    Articles,
    Pictures {
        /// The largest that are taken.
        bytes: u64,
    },
}

/// Whether a source that begins so, with 512 bytes if it has them, may have pictures in it.
#[must_use]
pub fn is_packed(head: &[u8]) -> bool {
    Packing::recognise(head).is_some()
}

/// Reads a packed source for the pictures in it that have no more than `bytes`, one after the other; what is wrong with it is
/// said by [`read_stream`](super::read_stream).
pub fn read_pictures(
    source: &Source<'_>,
    reader: impl Read,
    bytes: u64,
    take: &mut dyn FnMut(PackedPicture),
) {
    let flow = Flow::new(source.settings.limits);
    let nest = Nest { depth: 0, flow: &flow, wanted: Wanted::Pictures { bytes } };
    layer(source, &mut flow.packed(reader), nest, &mut |reading| {
        reading.pictures.into_iter().for_each(&mut *take);
    });
}

/// Takes a file if it is a picture, and opens it if it is packed.
pub(super) fn file(
    source: &Source<'_>,
    nest: Nest<'_>,
    path: &str,
    reader: &mut dyn Read,
    take: Take<'_>,
) -> io::Result<()> {
    let Wanted::Pictures { bytes: limit } = nest.wanted else { return Ok(()) };
    if !aside::is_picture(path) {
        let source = Source { path, bytes: None, is_found: true, ..*source };
        layer(&source, reader, nest.deeper(), take);
        return Ok(());
    }
    let mut bytes = Vec::new();
    reader.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 <= limit {
        take(one(path.to_owned(), bytes));
    }
    Ok(())
}

pub(super) fn one(path: String, bytes: Vec<u8>) -> Reading {
    Reading { pictures: vec![PackedPicture { path, bytes }], ..Reading::default() }
}
