//! The sections, publishers or languages, and how many articles each has under the other filters.

use crate::find::{Field, Selection};
use crate::site::TOP_TAGS;
use crate::view::element::{El, el};
use crate::view::facets::Values;
use crate::view::scene::Scene;
use crate::view::words;

use super::link::adjust;

/// The values that lead somewhere, and those that are chosen; nothing where there is no choice.
pub(super) fn field_facet(scene: &Scene, field: Field, values: &Values, selection: &Selection) -> Option<El> {
    let is_chosen = |value: &String| selection.fields[field].contains(value);
    let leads = |(value, count): &&(String, Option<u32>)| *count != Some(0) || is_chosen(value);
    let is_choice = field == Field::Section || values.len() > 1;
    let most = if field == Field::Section { usize::MAX } else { TOP_TAGS };
    let leading = values.iter().filter(leads);
    // Of many, the commonest alone; what is chosen is never left out.
    let shown = leading.enumerate().filter(|(place, (value, _))| *place < most || is_chosen(value));
    let rows: Vec<El> = shown
        .map(|(_, (value, count))| {
            let link = adjust(scene, selection.field_toggled(field, value));
            let name = words::value(field, value, scene.hydrated);
            facet(link, &name, *count, is_chosen(value).then_some("facet-on"))
        })
        .collect();
    let (id, title) = match field {
        Field::Section => ("sections-title", "Sections"),
        Field::Publisher => ("publishers-title", "Publishers"),
        Field::Language => ("languages-title", "Languages"),
    };
    let is_wanted = !rows.is_empty() && (is_choice || !selection.fields[field].is_empty());
    is_wanted.then(|| {
        el("section")
            .class("facet-group")
            .attr("aria-labelledby", id)
            .child(el("h2").attr("id", id).class("facet-title").text(title))
            .child(el("ul").class("facets").children(rows))
    })
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
