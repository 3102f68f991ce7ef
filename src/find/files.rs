//! The whole index of an archive as files.

use crate::archive::Archive;

use super::postings::{FacetFiles, Postings};
use super::shelf::Catalog;
use super::text::{TextFiles, build_text};
use super::{IndexPart, Shelf, seal};

/// Bytes of a cut of lists: the more articles, the longer the lists, and hosts limit the number of files.
const PARTS: [(u32, u32); 3] = [(20_000, 16 * 1024), (200_000, 32 * 1024), (u32::MAX, 60 * 1024)];

/// All that a site's index consists of, but for its head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexFiles {
    facets: FacetFiles,
    text: TextFiles,
    part: u32,
}

impl IndexFiles {
    /// The index of an archive, whose entries stand newest first.
    #[must_use]
    pub fn of(archive: &Archive, postings: &Postings) -> Self {
        let part =
            PARTS.iter().find(|(most, _)| postings.articles <= *most).map_or(PARTS[0].1, |(_, part)| *part);
        Self { facets: postings.files(), text: build_text(archive), part }
    }

    /// The head.
    #[must_use]
    pub fn index(&self) -> &super::Index {
        &self.facets.index
    }

    /// Each file's content, before it is sealed.
    pub fn parts(&self) -> impl Iterator<Item = (IndexPart, &[u8])> {
        let shards =
            (0..).zip(&self.text.shards).map(|(number, (_, shard))| (IndexPart::Words(number), &**shard));
        let rows = (0..).zip(&self.facets.rows).map(|(number, rows)| (IndexPart::Rows(number), &**rows));
        shards
            .chain(self.cuts(&self.text.postings, IndexPart::Postings))
            .chain(self.cuts(&self.text.places, IndexPart::Places))
            .chain(self.cuts(&self.facets.lists, IndexPart::Lists))
            .chain(rows)
    }

    /// Calls `found` with each term of the texts that at most `most` articles have: see [`TextFiles::each_term`].
    pub fn each_term(&self, most: u32, found: impl FnMut(&[(u32, f32)])) {
        self.text.each_term(self.facets.index.articles, most, found);
    }

    fn cuts<'a>(
        &self,
        lists: &'a [u8],
        part: fn(u32) -> IndexPart,
    ) -> impl Iterator<Item = (IndexPart, &'a [u8])> {
        (0..).zip(lists.chunks(self.part as usize)).map(move |(number, bytes)| (part(number), bytes))
    }

    /// What the site says of the files, in a folder of this name.
    #[must_use]
    pub fn catalog(&self, name: String) -> Catalog {
        let shards = self.text.shards.iter().map(|(first, _)| first.clone()).collect();
        Catalog { name, part: self.part, shards }
    }

    /// Each file as it is written into the folder of this name.
    pub fn sealed(&self, name: &str) -> impl Iterator<Item = (IndexPart, Vec<u8>)> {
        self.parts().map(move |(part, content)| (part, seal(name, content)))
    }

    /// A shelf with all of it.
    #[must_use]
    pub fn shelf(&self) -> Shelf {
        let mut shelf = Shelf::new(self.catalog(String::new()), self.facets.index.articles);
        for (part, content) in self.parts() {
            shelf.put(part, content).expect("what was just written is whole");
        }
        shelf
    }
}
