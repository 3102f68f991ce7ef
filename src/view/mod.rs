//! The viewer: a Yew component that renders natively (prerendering, tests) and in the browser, and functions that draw
//! its parts. Only `browser` touches the browser's own interfaces.

mod app;
pub mod browser;
mod components;
mod element;
mod facets;
mod finder;
mod library;
mod list_view;
mod nearest;
mod pages;
mod part;
mod reader_view;
mod scene;
mod shown;
mod words;

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use app::{App, AppProps};
pub use library::Library;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use pages::{
    Facts, Letter, Scale, Share, TagLine, TagLink, TagsPage, about, offline, packed, tags,
};
pub use part::Part;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use part::{damaged, read_article, read_index, shelve};
pub use words::{about_title, article_title, list_title, lost_title, offline_title, tags_title};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use words::{day, ends, periods};
