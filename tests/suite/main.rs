//! The native tests, in one binary.

#![expect(clippy::unwrap_used, reason = "tests may panic")]

mod architecture;
mod archive_feed;
mod archive_fixtures;
mod archive_html;
mod archive_schema;
mod archive_shared;
mod archive_strategies;
mod cli;
mod cli_site;
mod find;
mod import;
mod publish;
mod sample;
mod shared;
mod single_file;
mod site;
mod view;
mod wire;
