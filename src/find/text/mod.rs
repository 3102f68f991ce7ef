//! The text index: a dictionary in shards and posting lists in parts, and the answers to what is typed.

mod ask;
#[cfg(not(target_arch = "wasm32"))]
mod build;
#[cfg(not(target_arch = "wasm32"))]
mod collect;
mod dictionary;
mod lookup;
mod marks;
mod meaning;
mod posting;
mod rank;
mod search;
#[cfg(not(target_arch = "wasm32"))]
mod stem;
#[cfg(not(target_arch = "wasm32"))]
mod terms;
mod typed;
mod typo;
mod words;

pub use ask::{Ask, Clause};
#[cfg(not(target_arch = "wasm32"))]
pub use build::{TextFiles, build_text};
pub use marks::{Marks, Run, passage};
pub use search::{Extent, Found, search};
pub use words::{Decompose, all_words};

/// Unicode's NFKD.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn decompose(text: &str) -> String {
    icu_normalizer::DecomposingNormalizerBorrowed::new_nfkd().normalize(text).into_owned()
}
