//! How many files a site may have, and how many of them are left for the lists of tags and sections.

use std::collections::BTreeSet;

use crate::archive::{Archive, Entry};
use crate::site::{CARDS_A_CHUNK, CARDS_A_PAGE};

use super::compress::{CODINGS, Precompress};
use super::config::Config;
use super::pack::{self, Articles};
use super::{pictures, wants_share_picture};

/// Hosts that limit the number of files allow 20,000; some room is left for what the owner puts there.
const FILES: usize = 18_000;

/// The viewer, icons, feeds and what else each site has once.
const ONCE: usize = 40;

/// Files that a list of files names at least, if there are many.
const IN_A_LIST: usize = 64;

/// Articles whose length is looked at, where there are many.
const LOOKED_AT: usize = 1000;

/// What a pack says of an article beside its text, about.
const AROUND: usize = 1500;

/// What a site takes without pages of tags and sections.
pub(super) struct Room {
    files: usize,
    /// Files for each file of text: itself, and those that are compressed.
    times: usize,
    /// Feeds for each tag and section.
    feeds: usize,
}

/// What there is room for of the lists of tags and sections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lists {
    /// How many have pages: the first ones.
    pub lists: usize,
    /// How many pages each has at the most.
    pub pages: u32,
}

impl Room {
    /// Of a site whose index and pages of all tags come to so many files.
    pub(super) fn of(
        archive: &Archive,
        config: &Config,
        precompress: Precompress,
        articles: Articles,
        tables: usize,
    ) -> Self {
        let entries = archive.entries();
        let is_packed = articles == Articles::Packs;
        let times = match precompress {
            Precompress::No => 1,
            Precompress::Yes => 1 + CODINGS.len(),
        };
        let moved: usize = entries.iter().map(|entry| entry.former_slugs.len()).sum();
        let lists = entries.len().div_ceil(CARDS_A_PAGE) + entries.len().div_ceil(CARDS_A_CHUNK);
        let articles = match articles {
            Articles::Pages => entries.len() + moved,
            Articles::Packs => packs(entries),
        };
        let texts = articles + lists + tables + FILES / IN_A_LIST + ONCE;
        let own: BTreeSet<&str> =
            entries.iter().flat_map(|entry| pictures::of_article(&entry.article)).collect();
        let wants_one = |entry: &&Entry| !is_packed && wants_share_picture(&entry.article);
        let drawn = entries.iter().filter(wants_one).count();
        let feeds = usize::from(config.base_url.is_some());
        Self { files: texts * times + own.len() + drawn * feeds, times, feeds }
    }

    /// How many lists of tags and sections have pages, and how many at the most, if the whole lists took so many. First pages
    /// of all lists go before second ones. All of them have all, if the site is too large without them already: then it
    /// makes no difference.
    pub(super) fn for_lists(&self, pages: &[u32]) -> Lists {
        let cost = |pages: u32| (pages as usize + self.feeds) * self.times;
        let fits = |most: u32| {
            let lists: usize = pages.iter().map(|pages| cost(*pages.min(&most))).sum();
            self.files + lists <= FILES
        };
        let longest = pages.iter().copied().max().unwrap_or(1);
        if self.files >= FILES || fits(longest) {
            return Lists { lists: pages.len(), pages: longest };
        }
        if !fits(1) {
            return Lists { lists: (FILES - self.files) / cost(1), pages: 1 };
        }
        let (mut most, mut too_many) = (1, longest);
        while too_many - most > 1 {
            let between = most.midpoint(too_many);
            *(if fits(between) { &mut most } else { &mut too_many }) = between;
        }
        Lists { lists: pages.len(), pages: most }
    }
}

/// How many packs the articles take at the most, told from some of them.
fn packs(entries: &[Entry]) -> usize {
    let some = entries.iter().step_by(entries.len().div_ceil(LOOKED_AT).max(1));
    let (articles, bytes) = some.fold((0, 0), |(articles, bytes), entry| {
        (articles + 1, bytes + entry.article.body_text().len() + AROUND)
    });
    (bytes * entries.len()).div_ceil(pack::LEAST * articles.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room(files: usize, times: usize, feeds: usize) -> (usize, u32) {
        let pages = [&[40][..], &[1; 4_999]].concat();
        let Lists { lists, pages } = Room { files, times, feeds }.for_lists(&pages);
        (lists, pages)
    }

    #[test]
    fn first_pages_of_all_lists_go_before_further_ones() {
        assert_eq!(room(100, 1, 1), (5_000, 40));
        assert_eq!(room(FILES - 10_039, 1, 1), (5_000, 40));
        assert_eq!(room(FILES - 10_038, 1, 1), (5_000, 39));
        assert_eq!(room(FILES - 10_003, 1, 1), (5_000, 4));
        assert_eq!(room(FILES - 15_009, 3, 0), (5_000, 4));
    }

    #[test]
    fn the_rarest_tags_have_no_pages_where_files_are_few() {
        assert_eq!(room(FILES - 101, 1, 1), (50, 1));
        assert_eq!(room(FILES - 101, 1, 0), (101, 1));
        assert_eq!(room(FILES - 601, 3, 1), (100, 1));
        assert_eq!(room(FILES, 1, 1), (5_000, 40));
    }
}
