//! The index of words, tags, sections and dates, and the answers to selections. Pure; knows no file, no URL and no screen.

mod answer;
mod bits;
mod bytes;
mod days;
mod field;
#[cfg(not(target_arch = "wasm32"))]
mod files;
mod index;
mod list;
mod part;
mod partial_date;
#[cfg(not(target_arch = "wasm32"))]
mod postings;
mod rows;
mod selection;
mod shelf;
mod spelling;
pub mod text;
mod timeline;

pub use answer::{Counts, Hits};
pub use days::Days;
pub use field::{Field, Fields};
#[cfg(not(target_arch = "wasm32"))]
pub use files::IndexFiles;
pub use index::{Facet, Index, IndexError};
#[cfg(not(target_arch = "wasm32"))]
pub use part::seal;
pub use part::{IndexPart, PartFault, fnv1a, unseal};
pub use partial_date::PartialDate;
#[cfg(not(target_arch = "wasm32"))]
pub use postings::{FacetFiles, Posting, Postings};
pub use selection::{Filter, Mode, Selection, Sort};
pub use shelf::{Catalog, Lack, Shelf};
pub use timeline::Axis;
