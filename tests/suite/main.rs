//! The native tests, in one binary.

#![expect(clippy::unwrap_used, reason = "tests may panic")]

mod architecture;
mod archive_feed;
mod archive_fixtures;
mod archive_html;
mod archive_schema;
mod archive_shared;
mod archive_strategies;
mod check;
mod cli;
mod cli_pages;
mod cli_site;
mod config;
mod feeds;
mod find;
mod find_figures;
mod find_relevance;
mod find_text;
mod first_paint;
mod head;
mod import;
mod links;
mod offline;
mod packs;
mod publish;
mod published;
mod rebuild;
mod sample;
mod serve_built;
mod shared;
mod single_file;
mod site;
mod tag_pages;
mod topics;
mod view;
mod viewer_files;
mod wire;
