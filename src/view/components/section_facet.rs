//! The sections and how many articles each holds under the other filters.

use crate::find::Selection;
use crate::view::element::{El, el};
use crate::view::scene::Scene;
use crate::view::words;

use super::link::adjust;

/// The sections that lead somewhere, and those that are chosen.
pub(super) fn section_facet(
    scene: &Scene,
    sections: &[(String, Option<u32>)],
    selection: &Selection,
) -> Option<El> {
    let mut rows = Vec::new();
    for (section, count) in sections {
        let chosen = selection.sections.contains(section);
        if *count != Some(0) || chosen {
            let link = adjust(scene, selection.section_toggled(section));
            rows.push(facet(link, section, *count, chosen.then_some("facet-on")));
        }
    }
    if rows.is_empty() {
        return None;
    }
    let frame = el("section")
        .class("facet-group")
        .attr("aria-labelledby", "sections-title")
        .child(el("h2").attr("id", "sections-title").class("facet-title").text("Sections"))
        .child(el("ul").class("facets").children(rows));
    Some(frame)
}

/// A value with its count, as soon as it is known; `chosen` is the class of one that is selected.
pub(super) fn facet(link: El, name: &str, count: Option<u32>, chosen: Option<&'static str>) -> El {
    let link = link
        .class(chosen.unwrap_or("facet"))
        .attr("aria-current", chosen.and(Some("true")))
        .child(el("span").class("facet-name").child(el("bdi").text(name.to_owned())))
        .child(
            el("span")
                .class("facet-count")
                .text(count.map_or_else(String::new, |count| words::number(count as usize))),
        );
    el("li").key(name.to_owned()).child(link)
}
