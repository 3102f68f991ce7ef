//! The three kinds of page.

mod list;
mod lost;
mod reader;

pub(super) use list::ListPage;
pub(super) use lost::LostPage;
pub(super) use reader::ReaderPage;
