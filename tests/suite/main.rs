//! The native tests, in one binary.

mod archive_feed;
mod archive_html;
mod archive_strategies;
mod shared;
