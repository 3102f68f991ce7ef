//! The filters that hold now, each to be taken away.

use crate::find::{Filter, Selection};
use crate::view::element::{El, el};
use crate::view::scene::Scene;
use crate::view::words;

use super::link::adjust;

/// A chip for each filter, and one action that clears all.
pub(super) fn active_filters(scene: &Scene, selection: &Selection) -> Option<El> {
    let filters = selection.filters();
    if filters.is_empty() {
        return None;
    }
    let chips = filters.iter().map(|filter| chip(scene, filter, selection));
    let clear = adjust(scene, selection.cleared()).class("chips-clear").text("Clear all");
    let list = el("ul").class("chips").children(chips).child(el("li").key(String::new()).child(clear));
    Some(el("section").attr("aria-label", "Active filters").child(list))
}

fn chip(scene: &Scene, filter: &Filter, selection: &Selection) -> El {
    let text = words::filter(filter);
    let class = if matches!(filter, Filter::Not(_)) { "chip chip-not" } else { "chip" };
    let link = adjust(scene, selection.without(filter))
        .class(class)
        .attr("aria-label", format!("Remove filter: {text}"))
        .child(el("bdi").text(text.clone()))
        .child(el("span").class("chip-cross").attr("aria-hidden", "true").text("×"));
    el("li").key(text).child(link)
}
