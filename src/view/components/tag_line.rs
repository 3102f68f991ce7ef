//! An article's tags as words, each leading to the list filtered by it.

use crate::article::Tag;
use crate::find::Selection;
use crate::view::element::{El, el};
use crate::view::scene::Scene;

use super::link::to_list;

/// The first `most` tags by name, the others as a number.
pub(in crate::view) fn tag_line(scene: &Scene, tags: &[Tag], most: usize) -> El {
    let mut line = el("span").class("tags");
    for (place, tag) in tags.iter().take(most).enumerate() {
        if place > 0 {
            line = line.text(", ");
        }
        let selection = Selection { all: vec![tag.clone()], ..Selection::default() };
        line = line.child(to_list(scene, selection).child(el("bdi").text(tag.to_string())));
    }
    match tags.len().saturating_sub(most) {
        0 => line,
        rest => line.text(format!(" and {rest} more")),
    }
}
