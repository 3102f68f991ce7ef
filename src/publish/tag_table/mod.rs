//! What the pages of all tags say: how many articles each has, its share of them over time, and the tags that go with it.

mod letter;
mod related;
mod timeline;

use std::cmp::Reverse;
use std::sync::Arc;

use crate::find::Selection;
use crate::site::{Overview, Query, TagOrder};
use crate::view::{Letter, Scale, TagLine, TagLink, TagsPage};

use super::topic::{Topic, Topics};
use timeline::Timeline;

/// Tags on a page: some 30 kB of it, compressed.
const TAGS_A_PAGE: usize = 200;

/// How many files the pages of so many tags are.
pub(super) fn files(tags: usize) -> usize {
    2 * tags.div_ceil(TAGS_A_PAGE)
}

/// All tags of an archive.
pub(super) struct TagTable {
    /// Those that most articles have first, then by name.
    lines: Vec<TagLine>,
    /// Their places by name, and what each stands under.
    by_name: Vec<(Letter, usize)>,
    scale: Option<Scale>,
}

impl TagTable {
    /// Of an archive with these topics.
    pub(super) fn of(overview: &Overview, topics: &Topics) -> Self {
        let mut tags: Vec<(letter::Key, &Topic, bool)> =
            topics.tags().map(|(topic, has_page)| (letter::Key::of(topic.name()), topic, has_page)).collect();
        tags.sort_by(|(one, topic, _), (other, rival, _)| {
            (Reverse(topic.articles.len()), one).cmp(&(Reverse(rival.articles.len()), other))
        });
        let mut by_name: Vec<usize> = (0..tags.len()).collect();
        by_name.sort_by_key(|place| &tags[*place].0);
        let by_name = by_name.into_iter().map(|place| (tags[place].0.letter(), place)).collect();
        let tags: Vec<(&Topic, bool)> =
            tags.into_iter().map(|(_, topic, has_page)| (topic, has_page)).collect();
        let timeline = Timeline::of(topics.postings(), overview);
        let lines = lines(&tags, timeline.as_ref(), overview.articles as usize);
        Self { lines, by_name, scale: timeline.as_ref().map(Timeline::scale) }
    }

    /// How many pages each order has; none if there are no tags.
    pub(super) fn pages(&self) -> u32 {
        u32::try_from(self.lines.len().div_ceil(TAGS_A_PAGE)).unwrap_or(u32::MAX)
    }

    /// A page, from 1.
    pub(super) fn page(&self, order: TagOrder, number: u32) -> TagsPage<'_> {
        let first = (number as usize - 1) * TAGS_A_PAGE;
        let (letters, groups) = match order {
            TagOrder::Count => {
                let lines = self.lines.iter().skip(first).take(TAGS_A_PAGE).collect();
                (Vec::new(), vec![(None, lines)])
            }
            TagOrder::Name => (self.letters(), self.groups(first)),
        };
        TagsPage {
            order,
            number,
            pages: self.pages(),
            first,
            tags: self.lines.len(),
            scale: self.scale.as_ref(),
            letters,
            groups,
        }
    }

    /// Each letter and the page that it begins on.
    fn letters(&self) -> Vec<(&Letter, u32)> {
        let mut letters: Vec<(&Letter, u32)> = Vec::new();
        for ((letter, _), page) in self.by_name.iter().zip((0..).map(|place| place / TAGS_A_PAGE + 1)) {
            if letters.last().is_none_or(|(last, _)| *last != letter) {
                letters.push((letter, u32::try_from(page).unwrap_or(u32::MAX)));
            }
        }
        letters
    }

    fn groups(&self, first: usize) -> Vec<(Option<&Letter>, Vec<&TagLine>)> {
        let page = self.by_name.get(first..).unwrap_or_default();
        let page = &page[..page.len().min(TAGS_A_PAGE)];
        let groups = page.chunk_by(|(one, _), (other, _)| one == other);
        groups
            .map(|group| (Some(&group[0].0), group.iter().map(|(_, at)| &self.lines[*at]).collect()))
            .collect()
    }
}

fn lines(tags: &[(&Topic, bool)], timeline: Option<&Timeline>, articles: usize) -> Vec<TagLine> {
    let links: Vec<Arc<TagLink>> =
        tags.iter().map(|(topic, has_page)| Arc::new(link(topic, *has_page))).collect();
    let postings: Vec<&[u32]> = tags.iter().map(|(topic, _)| topic.articles.as_slice()).collect();
    let related = related::related(&postings, articles);
    let line = |((link, articles), related): ((&Arc<TagLink>, &&[u32]), Vec<u32>)| TagLine {
        link: Arc::clone(link),
        articles: articles.len(),
        share: timeline.and_then(|timeline| timeline.share(articles)),
        related: related.into_iter().map(|place| Arc::clone(&links[place as usize])).collect(),
    };
    links.iter().zip(&postings).zip(related).map(line).collect()
}

/// To the tag's page; where it has none, the viewer draws the list.
fn link(topic: &Topic, has_page: bool) -> TagLink {
    let path = match has_page {
        true => topic.route().path(),
        false => format!("/{}", Query::of(Selection::of_spellings(topic.spellings.clone()))),
    };
    TagLink { name: topic.name().to_owned(), path }
}
