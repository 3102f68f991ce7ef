//! Backissue publishes an archive of articles as static files. The modules stand in the order in which the data
//! goes through them; each may use those above it, as `tests/suite/architecture.rs` checks.
//!
//! ```text
//! bytes of one source ──import──▶ Article + Problems
//! many Articles ──archive──▶ one ordered, deduplicated Archive (a JSON Feed 1.1 file) + Ledger
//! Archive ──find──▶ index of words, tags, sections and dates
//! Archive + index ──publish──▶ pages (HTML) and data (JSON)
//! pages + data ──view──▶ list, filters, search, reader
//! ```

#[cfg(not(target_arch = "wasm32"))]
pub mod archive;
pub mod article;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod find;
#[cfg(not(target_arch = "wasm32"))]
pub mod import;
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
pub mod site;
pub mod view;
