//! What the reader has set beside the list, apart from the filters themselves.

use crate::find::Mode;
use crate::view::list_view::TagDepth;

/// How tags are found and added, and what was written wrongly.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Settings {
    /// How a tag is added.
    pub mode: Mode,
    /// What was typed to find a tag, in lower case.
    pub typed: String,
    /// Whether all tags are shown.
    pub all: bool,
    /// Which tags are needed for that.
    pub tags: TagDepth,
    /// The first and the last period that are being chosen.
    pub brush: Option<(usize, usize)>,
    /// Whether the periods stand in a table, too.
    pub as_table: bool,
    /// The first date is none.
    pub from_is_wrong: bool,
    /// The last date is none.
    pub to_is_wrong: bool,
}
