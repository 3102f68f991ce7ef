//! A text in which the words that were looked for are marked.

use crate::view::browser::decompose;
use crate::view::element::{El, el};
use crate::view::scene::Scene;

/// `parent` with the text.
pub(in crate::view) fn marked(scene: &Scene, mut parent: El, text: &str) -> El {
    if scene.marks.is_empty() {
        return parent.text(text.to_owned());
    }
    for run in scene.marks.runs(text, decompose) {
        let text = run.text.to_owned();
        parent = if run.is_marked { parent.child(el("mark").text(text)) } else { parent.text(text) };
    }
    parent
}
