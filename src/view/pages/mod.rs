//! The three kinds of page.

mod list;
mod lost;
mod reader;

pub(super) use list::list_page;
pub(super) use lost::lost_page;
pub(super) use reader::{reader_page, unavailable};
