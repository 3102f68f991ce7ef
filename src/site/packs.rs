//! The list of the packs that articles are kept in: in a file of its own, since only who opens an article needs it.

use serde::Serialize;

use crate::article::json::from_json_object;

use super::pack_path;

/// Letters of a digest in [`Packs::packs`], by which alone a pack is named.
pub const PACK_DIGEST: usize = 12;

/// The file that [`Overview::packs`](super::Overview::packs) names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Packs {
    /// [`VERSION`](super::VERSION).
    pub backissue: u32,
    /// Rising by address, a space between: the digest of the file, [`PACK_DIGEST`] letters, and at once the beginning of the
    /// least address in it.
    pub packs: String,
}

from_json_object!(Packs { backissue, packs });

impl Packs {
    /// The file of the pack that holds the article at `link`, such as `2023/06/06/slug`, if any does.
    #[must_use]
    pub fn holding(&self, link: &str) -> Option<String> {
        let begins = |pack: &&str| pack.get(PACK_DIGEST..).is_some_and(|least| least <= link);
        path(self.packs.split(' ').take_while(begins).last()?)
    }

    /// The files of all packs.
    pub fn files(&self) -> impl Iterator<Item = String> {
        self.packs.split(' ').filter_map(path)
    }
}

fn path(pack: &str) -> Option<String> {
    pack.get(..PACK_DIGEST).map(pack_path)
}
