//! What an address asked for that could not be followed.

use crate::view::element::{El, el};

/// Sentences that say so.
pub(super) fn notices(texts: Vec<String>) -> Option<El> {
    let frame = || el("div").class("notices").attr("role", "status");
    (!texts.is_empty()).then(|| frame().children(texts.into_iter().map(|text| el("p").text(text))))
}
