//! Entries that were passed over: where they stand, so that they can be read one by one and at once, and a feed never
//! lies in memory a second time as a tree.

use std::borrow::Cow;
use std::ops::Range;

use super::names::Scope;
use super::{Element, build};

/// Where an entry stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unread {
    /// Its bytes in the text.
    pub(super) bytes: Range<usize>,
    /// What is declared around it.
    pub(super) scope: Scope,
    /// How many elements are around it.
    pub(super) above: usize,
}

/// Whether an element is an entry: in the first element, as in Atom and RSS 1.0, or in its channel.
pub(super) fn is_entry(name: &str, depth: usize, parent: &str) -> bool {
    matches!(name, "item" | "entry") && (depth == 1 || depth == 2 && parent == "channel")
}

impl Element {
    /// With all that is in it, if it was left unread in `text`, of which it is a part.
    pub(in crate::import) fn whole(&self, text: &str) -> Cow<'_, Self> {
        let entry = self.unread.as_ref().and_then(|unread| build::entry(text, unread));
        entry.map_or(Cow::Borrowed(self), Cow::Owned)
    }

    /// Whether its source, markup included, holds `words`; not known, so true, if it was read.
    pub(in crate::import) fn may_hold(&self, words: &str, text: &str) -> bool {
        let source = self.unread.as_ref().and_then(|unread| text.get(unread.bytes.clone()));
        source.is_none_or(|source| source.contains(words))
    }
}
