//! The archive's file: a JSON Feed 1.1 with what the standard lacks under `_backissue`. Reads any JSON Feed.
//! The format is described in `docs/archive-format.md` and `docs/archive.schema.json`.

mod date;
mod draft;
mod error;
mod field;
mod file;
mod item;
mod missing;
mod ours;
mod read;
mod twins;
mod write;

pub use error::FeedError;
pub use read::{Feed, OpenFeed, Reading, open, parse, read};
pub use write::{write, write_to};

/// The newest version of `_backissue` that this program reads, and the one it writes.
const VERSION: u64 = 1;

/// What `_backissue` means; the JSON Feed standard asks for such an address.
const ABOUT: &str = "https://github.com/backissue/backissue/blob/main/docs/archive-format.md";
