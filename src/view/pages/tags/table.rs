//! What a page of all tags says. Pure.

use std::sync::Arc;

use crate::site::TagOrder;

/// A page of the table of all tags.
pub(crate) struct TagsPage<'a> {
    /// How they stand.
    pub order: TagOrder,
    /// From 1.
    pub number: u32,
    /// How many pages there are.
    pub pages: u32,
    /// How many tags stand on pages before.
    pub first: usize,
    /// How many tags there are in all pages.
    pub tags: usize,
    /// What their shares are drawn along, if the archive reaches over more than one period.
    pub scale: Option<&'a Scale>,
    /// What tags begin with, and the page on which each letter does; empty unless they stand by name.
    pub letters: Vec<(&'a Letter, u32)>,
    /// The tags of the page under their letters.
    pub groups: Vec<(Option<&'a Letter>, Vec<&'a TagLine>)>,
}

/// A tag, and what is said of it.
pub(crate) struct TagLine {
    /// The tag.
    pub link: Arc<TagLink>,
    /// How many articles have it.
    pub articles: usize,
    /// How much of each period's articles they are.
    pub share: Option<Share>,
    /// The tags that occur together with it oftener than chance, closest first.
    pub related: Vec<Arc<TagLink>>,
}

/// A tag and the list of its articles.
pub(crate) struct TagLink {
    /// In its commonest spelling.
    pub name: String,
    /// From the site's root.
    pub path: String,
}

/// What tags that stand by name begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Letter {
    /// As it is shown.
    pub name: String,
    /// Where it stands in its page.
    pub id: String,
}

/// The time that shares are drawn along.
pub(crate) struct Scale {
    /// Its first year or month.
    pub from: String,
    /// Its last.
    pub to: String,
    /// The length of a period in words: `year`, `5 years`.
    pub step: String,
}

/// The share of each period's articles that have a tag.
pub(crate) struct Share {
    /// For each period, up to [`Share::HIGHEST`] in the one that has most.
    pub heights: Vec<u8>,
    /// When it was most, in words.
    pub most: String,
}

impl Share {
    /// The height of the highest period.
    pub(crate) const HIGHEST: u8 = 20;
}
