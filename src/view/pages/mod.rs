//! The kinds of page.

#[cfg(not(target_arch = "wasm32"))]
mod about;
mod list;
mod lost;
#[cfg(not(target_arch = "wasm32"))]
mod offline;
#[cfg(not(target_arch = "wasm32"))]
mod packed;
mod reader;
#[cfg(not(target_arch = "wasm32"))]
mod tags;

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use about::{Facts, about};
pub(super) use list::list_page;
pub(super) use lost::lost_page;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use offline::offline;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use packed::packed;
pub(super) use reader::{reader_page, unavailable};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use tags::{Letter, Scale, Share, TagLine, TagLink, TagsPage, tags};
