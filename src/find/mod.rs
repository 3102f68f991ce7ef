//! The index of tags, sections and dates, and the answers to selections. Pure; knows no file, no URL and no screen.

mod answer;
#[cfg(not(target_arch = "wasm32"))]
mod build;
mod index;
mod partial_date;
mod selection;
pub mod text;

pub use answer::Answer;
#[cfg(not(target_arch = "wasm32"))]
pub use build::build;
pub use index::{Facet, Index, IndexError};
pub use partial_date::PartialDate;
pub use selection::{Filter, Mode, Selection, Sort};
