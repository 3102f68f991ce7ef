//! What became of a site, in figures.

use super::limits::SiteSize;

/// What was written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// Articles.
    pub articles: usize,
    /// Pages, articles included.
    pub pages: usize,
    /// Files that articles are kept in, where they have no pages.
    pub packs: usize,
    /// Pictures that the archive names beside itself and that are not there.
    pub missing_pictures: usize,
    /// Articles without a share picture, as no font has all letters of their headlines.
    pub unwritable: usize,
    /// Whether feeds, sitemap, canonical addresses and preview pictures were left out, as they need a base address.
    pub lacks_base_url: bool,
    /// Articles whose original elsewhere is the one to be found.
    pub elsewhere: usize,
    /// Files and bytes.
    pub tally: Tally,
}

/// What lies in a site's folder.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Files, pages included, compressed ones left out.
    pub files: usize,
    /// Folders that they lie in.
    pub folders: usize,
    /// Bytes in them.
    pub bytes: u64,
    /// Compressed files beside them.
    pub compressed: usize,
    /// Bytes in those.
    pub compressed_bytes: u64,
    /// Of all files, those that were not there with the same bytes before.
    pub written: usize,
    /// Bytes in the largest file.
    pub largest: u64,
}

impl Tally {
    /// All that a host has to take, compressed files too.
    #[must_use]
    pub fn size(&self) -> SiteSize {
        SiteSize {
            files: (self.files + self.compressed) as u64,
            folders: self.folders as u64,
            bytes: self.bytes + self.compressed_bytes,
            largest: self.largest,
        }
    }

    /// Files that stayed as they were.
    #[must_use]
    pub fn kept(&self) -> usize {
        self.files + self.compressed - self.written
    }
}
