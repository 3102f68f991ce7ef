//! How many files a site may have, and how many of them are left for the pages of tags.

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
