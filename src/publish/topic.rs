//! The lists of one tag or one section each, and which of them have pages.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::OnceLock;

use crate::article::{Slug, Tag};
use crate::find::{Axis, Field, Fields, Postings};
use crate::site::{CARDS_A_PAGE, Count, Narrowed, Overview, Route, TOP_TAGS, facet_slug};

use super::room::Room;

/// A tag in all its spellings, or a section, and its articles.
pub(super) struct Topic {
    /// The last part of its address.
    pub slug: Slug,
    /// Empty if it is a section.
    pub spellings: Vec<Tag>,
    /// `None` if it is a tag.
    pub section: Option<String>,
    /// The numbers of its articles, rising.
    pub articles: Vec<u32>,
    narrowed: OnceLock<Narrowed>,
}

/// What counts within topics are taken from.
pub(super) struct Topics {
    /// Sections first, then the commonest tags.
    pub with_pages: Vec<Topic>,
    /// How many pages each of them has at the most; the viewer draws those that follow.
    most: u32,
    /// The rarest, as far as there is no room for them.
    without_pages: Vec<Topic>,
    postings: Postings,
    periods: OnceLock<Vec<Option<usize>>>,
}

impl Topics {
    /// The topics of an archive. What would pass what hosts allow has no pages, and the viewer draws it.
    pub(super) fn of(postings: Postings, room: &Room) -> Self {
        let sections: Vec<Topic> = postings.fields[Field::Section]
            .iter()
            .map(|facet| topic(&facet.value, Vec::new(), Some(facet.value.clone()), facet.articles.clone()))
            .collect();
        let mut with_pages = sections;
        with_pages.extend(tags(&postings));
        let room = room.for_lists(&with_pages.iter().map(Topic::pages).collect::<Vec<_>>());
        let without_pages = with_pages.split_off(room.lists.min(with_pages.len()));
        Self { with_pages, most: room.pages, without_pages, postings, periods: OnceLock::new() }
    }

    /// Each page of each topic: the topic's place among those with pages, and the page, from 1.
    pub(super) fn pages(&self) -> impl Iterator<Item = (usize, u32)> {
        let pages = |topic: &Topic| 1..=topic.pages().min(self.most);
        let topics = self.with_pages.iter().enumerate();
        topics.flat_map(move |(place, topic)| pages(topic).map(move |page| (place, page)))
    }

    /// What they were taken from.
    pub(super) fn postings(&self) -> &Postings {
        &self.postings
    }

    /// All tags, and whether they have pages.
    pub(super) fn tags(&self) -> impl Iterator<Item = (&Topic, bool)> {
        let with_pages = self.with_pages.iter().map(|topic| (topic, true));
        let without_pages = self.without_pages.iter().map(|topic| (topic, false));
        with_pages.chain(without_pages).filter(|(topic, _)| topic.section.is_none())
    }

    /// What the pages of a topic say beside its cards.
    pub(super) fn narrowed<'a>(&self, topic: &'a Topic, overview: &Overview) -> &'a Narrowed {
        topic.narrowed.get_or_init(|| self.narrow(topic, overview))
    }

    fn narrow(&self, topic: &Topic, overview: &Overview) -> Narrowed {
        let mut hits = vec![0_u32; self.postings.tags.len()];
        let mut by_field = Fields::of(|field| vec![0_u32; self.postings.fields[field].len()]);
        for number in topic.articles.iter().map(|number| *number as usize) {
            self.postings.tags_of[number].iter().for_each(|tag| hits[*tag as usize] += 1);
            for field in Field::ALL {
                if let Some(value) = self.postings.fields_of[number][field] {
                    by_field[field][value as usize] += 1;
                }
            }
        }
        let tags = self.postings.tags.iter().map(|posting| &posting.value);
        let mut tags: Vec<(&Tag, u32)> = tags.zip(hits).filter(|(_, hits)| *hits > 0).collect();
        let tags_in_all = count(tags.len());
        // As the viewer orders them: what is selected stands first.
        tags.sort_by_key(|(tag, hits)| (!topic.spellings.contains(tag), std::cmp::Reverse(*hits)));
        let counted = |(tag, articles): &(&Tag, u32)| Count { value: (*tag).clone(), articles: *articles };
        let counts = |field: Field| {
            let values = self.postings.fields[field].iter().map(|posting| posting.value.clone());
            values.zip(&by_field[field]).map(|(value, articles)| Count { value, articles: *articles })
        };
        let chosen = |field: Field, all: &[Count<String>]| {
            let leading = counts(field).filter(|count| count.articles > 0).take(TOP_TAGS).collect();
            if all.is_empty() { Vec::new() } else { leading }
        };
        Narrowed {
            spellings: topic.spellings.clone(),
            section: topic.section.clone(),
            articles: count(topic.articles.len()),
            periods: overview.axis().map(|axis| self.by_period(axis, topic)).unwrap_or_default(),
            sections: match topic.section {
                // A section doesn't shrink the choice of sections.
                Some(_) => overview.sections.clone(),
                None => counts(Field::Section).collect(),
            },
            publishers: chosen(Field::Publisher, &overview.publishers),
            languages: chosen(Field::Language, &overview.languages),
            tags: tags.iter().take(TOP_TAGS).map(counted).collect(),
            tags_in_all,
        }
    }
}

impl Topics {
    fn by_period(&self, axis: Axis, topic: &Topic) -> Vec<u32> {
        let period_of =
            self.periods.get_or_init(|| axis.of_each(&self.postings.days, self.postings.articles));
        let mut articles = vec![0; axis.periods()];
        for period in topic.articles.iter().filter_map(|number| period_of[*number as usize]) {
            articles[period] += 1;
        }
        articles
    }
}

impl Topic {
    /// Its first page.
    pub(super) fn route(&self) -> Route {
        match self.section {
            Some(_) => Route::Section(self.slug.clone(), 1),
            None => Route::Tag(self.slug.clone(), 1),
        }
    }

    /// The section, or the tag in its commonest spelling.
    pub(super) fn name(&self) -> &str {
        self.section.as_deref().or(self.spellings.first().map(Tag::as_str)).unwrap_or_default()
    }

    /// How many pages it has; at least one.
    pub(super) fn pages(&self) -> u32 {
        count(self.articles.len().div_ceil(CARDS_A_PAGE).max(1))
    }

    /// The numbers of the articles of a page, from 1.
    pub(super) fn on_page(&self, page: u32) -> &[u32] {
        let first = (page as usize - 1) * CARDS_A_PAGE;
        let last = (first + CARDS_A_PAGE).min(self.articles.len());
        &self.articles[first.min(last)..last]
    }
}

/// Commonest first. Tags that differ in their letters' case alone share an address, and so a list.
fn tags(postings: &Postings) -> Vec<Topic> {
    let mut topics: Vec<Topic> = Vec::new();
    let mut places = HashMap::new();
    for facet in &postings.tags {
        let found = topic(facet.value.as_str(), vec![facet.value.clone()], None, facet.articles.clone());
        match places.entry(found.slug.clone()) {
            Entry::Vacant(place) => {
                place.insert(topics.len());
                topics.push(found);
            }
            Entry::Occupied(place) => {
                let known = &mut topics[*place.get()];
                known.spellings.push(facet.value.clone());
                known.articles.extend(&facet.articles);
                known.articles.sort_unstable();
                known.articles.dedup();
            }
        }
    }
    topics
}

fn topic(text: &str, spellings: Vec<Tag>, section: Option<String>, articles: Vec<u32>) -> Topic {
    Topic { slug: facet_slug(text), spellings, section, articles, narrowed: OnceLock::new() }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
