//! How many files a site may have, and how many of them are left for the pages of tags.

use std::collections::BTreeSet;

use crate::archive::{Archive, Entry};
use crate::site::CARDS_A_CHUNK;

use super::compress::{CODINGS, Precompress};
use super::config::Config;
use super::pack::Articles;
use super::{pictures, wants_share_picture};

/// Hosts that limit the number of files allow 20,000; some room is left for what the owner puts there.
const FILES: usize = 18_000;

/// The viewer, icons, feeds and what else each site has once.
const ONCE: usize = 40;

/// Files that a list of files names at least, if there are many.
const IN_A_LIST: usize = 64;

/// Articles in a pack at least, unless they are very long.
const IN_A_PACK: usize = 16;

/// What a site takes without pages of tags and sections.
pub(super) struct Room {
    files: usize,
    /// Files for each file of text: itself, and those that are compressed.
    times: usize,
    /// Feeds for each tag and section.
    feeds: usize,
}

impl Room {
    /// Of a site whose index is cut into so many parts.
    pub(super) fn of(
        archive: &Archive,
        config: &Config,
        precompress: Precompress,
        articles: Articles,
        index_parts: usize,
    ) -> Self {
        let entries = archive.entries();
        let is_packed = articles == Articles::Packs;
        let times = match precompress {
            Precompress::No => 1,
            Precompress::Yes => 1 + CODINGS.len(),
        };
        let moved: usize = entries.iter().map(|entry| entry.former_slugs.len()).sum();
        let lists = 2 * entries.len().div_ceil(CARDS_A_CHUNK);
        let articles = match articles {
            Articles::Pages => entries.len() + moved,
            Articles::Packs => (entries.len() + moved).div_ceil(IN_A_PACK),
        };
        let texts = articles + lists + index_parts + FILES / IN_A_LIST + ONCE;
        let own: BTreeSet<&str> =
            entries.iter().flat_map(|entry| pictures::of_article(&entry.article)).collect();
        let wants_one = |entry: &&Entry| !is_packed && wants_share_picture(&entry.article);
        let drawn = entries.iter().filter(wants_one).count();
        let feeds = usize::from(config.base_url.is_some());
        Self { files: texts * times + own.len() + drawn * feeds, times, feeds }
    }

    /// How many tags, commonest first, have room for their pages, of which sections and tags have so many each. All of them,
    /// if the site is too large without them already: then it makes no difference.
    pub(super) fn for_topics(
        &self,
        sections: impl Iterator<Item = u32>,
        tags: impl Iterator<Item = u32>,
    ) -> usize {
        let cost = |pages: u32| (pages as usize + self.feeds) * self.times;
        if self.files >= FILES {
            return usize::MAX;
        }
        let mut files = self.files + sections.map(cost).sum::<usize>();
        let fits = |pages: &u32| {
            files += cost(*pages);
            files <= FILES
        };
        tags.take_while(fits).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room(files: usize, times: usize, feeds: usize) -> usize {
        Room { files, times, feeds }.for_topics([2].into_iter(), std::iter::repeat_n(1, 5_000))
    }

    #[test]
    fn the_rarest_tags_have_no_pages_where_files_are_few() {
        assert_eq!(room(100, 1, 1), 5_000);
        assert_eq!(room(FILES - 103, 1, 1), 50);
        assert_eq!(room(FILES - 103, 1, 0), 101);
        assert_eq!(room(FILES - 609, 3, 1), 100);
        assert_eq!(room(FILES, 1, 1), usize::MAX);
    }
}
