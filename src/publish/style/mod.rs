//! The style sheet of a site. What pages of a kind need to be painted stands in the page itself, so that no request comes
//! before; the whole is a file that is loaded once, after the text.

mod rule;
mod selector;

use crate::site::{Page, Route};

use rule::{Block, Rule, read, write};
use selector::is_foreign;

/// Pages that need the same rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// A list with its filters.
    List,
    /// An article and what leads on from it.
    Reader,
    /// What the archive is, and the page for unknown addresses.
    Notice,
    /// All tags.
    Tags,
}

/// What the names of classes and ids begin with that only lists have.
const OF_LISTS: [&str; 16] = [
    "card-lead",
    "chip",
    "chips",
    "date-input",
    "dates",
    "empty",
    "facet",
    "facets",
    "failure",
    "filters",
    "input-hint",
    "library",
    "modes",
    "notices",
    "results",
    "sort",
];

/// … that only articles have.
const OF_READERS: [&str; 16] = [
    "after",
    "body",
    "byline",
    "caption",
    "credit",
    "embed",
    "figure",
    "filed",
    "lead-picture",
    "neighbours",
    "provenance",
    "read-next",
    "reader",
    "sources",
    "standfirst",
    "table",
];

/// … that only notices have, and that the viewer shows while it waits.
const OF_NOTICES: [&str; 3] = ["about", "lost", "skeleton"];

/// … that only the pages of all tags have.
const OF_TAGS: [&str; 1] = ["topics"];

/// … that only what comes in several pages has.
const OF_PAGES: [&str; 1] = ["pager"];

/// … that only lists and the pages of all tags have.
const OF_TIMELINES: [&str; 1] = ["timeline"];

/// … that no page has before the viewer runs.
const OF_VIEWER: [&str; 4] = ["failure", "mark-here", "places", "timeline-table"];

/// A style sheet and what pages take from it.
#[derive(Debug, Clone, Default)]
pub(super) struct Style {
    /// All rules.
    pub whole: String,
    /// All rules without those that every page has inside for good.
    pub linked: String,
    inside: [String; Layout::ALL.len()],
}

impl Layout {
    pub(super) const ALL: [Self; 4] = [Self::List, Self::Reader, Self::Notice, Self::Tags];

    /// The layout of a page.
    pub(super) fn of(page: &Page, route: &Route) -> Self {
        match (page, route) {
            (Page::List(_), _) => Self::List,
            (Page::Article(_), _) => Self::Reader,
            (Page::About, Route::Tags(..)) => Self::Tags,
            (Page::About | Page::Lost | Page::Packed, _) => Self::Notice,
        }
    }

    fn foreign(self) -> Vec<&'static str> {
        let foreign: &[&[&str]] = match self {
            Self::List => &[&OF_READERS, &OF_NOTICES, &OF_TAGS],
            Self::Reader => &[&OF_LISTS, &OF_NOTICES, &OF_TAGS, &OF_PAGES, &OF_TIMELINES],
            Self::Notice => &[&OF_LISTS, &OF_READERS, &OF_TAGS, &OF_PAGES, &OF_TIMELINES],
            Self::Tags => &[&OF_LISTS, &OF_READERS, &OF_NOTICES],
        };
        [foreign.concat(), OF_VIEWER.to_vec()].concat()
    }
}

impl Style {
    /// Takes a style sheet apart.
    pub(super) fn of(css: &str) -> Self {
        let rules = read(css);
        let linked: Vec<Rule> = rules.iter().filter(|rule| !is_local_face(rule)).cloned().collect();
        Self {
            inside: Layout::ALL.map(|layout| write(&needed(&rules, layout))),
            linked: write(&linked),
            whole: write(&rules),
        }
    }

    /// What stands in pages of a layout.
    pub(super) fn inside(&self, layout: Layout) -> &str {
        &self.inside[layout as usize]
    }
}

/// The rules that pages of a layout are painted with.
fn needed(rules: &[Rule], layout: Layout) -> Vec<Rule> {
    let needed = rules.iter().filter_map(|rule| {
        let block = match &rule.block {
            Block::Rules(inner) => Block::Rules(needed(inner, layout)),
            block => block.clone(),
        };
        let is_needed = match rule.prelude.as_str() {
            "@font-face" => is_local_face(rule),
            prelude if waits(prelude) => false,
            prelude if prelude.starts_with('@') => block != Block::Rules(Vec::new()),
            selectors => !waits_for_reader(selectors) && !is_foreign(selectors, &layout.foreign()),
        };
        is_needed.then(|| Rule { prelude: rule.prelude.clone(), block })
    });
    needed.collect()
}

/// What paper and movement need can come later.
fn waits(prelude: &str) -> bool {
    ["@media print", "@page", "@media (prefers-reduced-motion", "@keyframes"]
        .iter()
        .any(|start| prelude.starts_with(start))
}

/// A face of the system's own fonts. It stands in every page: in the sheet a second time, it would be a face of its own.
/// One that is loaded stands in the sheet alone, from whose place its address is told.
fn is_local_face(rule: &Rule) -> bool {
    let Block::Text(text) = &rule.block else { return false };
    rule.prelude == "@font-face" && !text.contains("url(")
}

/// What only shows once the reader does something, or the viewer runs.
fn waits_for_reader(selectors: &str) -> bool {
    [":hover", ":popover-open", "::backdrop", ":root[data-viewer]"]
        .iter()
        .any(|state| selectors.contains(state))
}

#[cfg(test)]
mod tests;
