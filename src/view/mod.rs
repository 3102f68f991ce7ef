//! The viewer: Yew components that render natively (prerendering, tests) and in the browser. Only `browser` touches
//! the browser's own interfaces.

mod app;
pub mod browser;
mod components;
mod hooks;
mod library;
mod list_view;
mod pages;
mod reader_view;
mod routable;
mod scene;
mod words;

pub use app::{App, AppProps};
pub use library::{Library, Part};
pub use words::{article_title, list_title, lost_title};
