//! The sections and how many articles each holds under the other filters.

use yew::prelude::*;

use crate::find::Selection;
use crate::view::scene::Scene;

use super::Link;

/// The sections that lead somewhere, and those that are chosen.
pub(super) fn section_facet(scene: &Scene, sections: &[(String, u32)], selection: &Selection) -> Html {
    let chosen = |section: &String| selection.sections.contains(section);
    let shown = sections.iter().filter(|(section, count)| *count > 0 || chosen(section));
    let rows = shown.map(|(section, count)| {
        let link = Link::to_list(scene, selection.section_toggled(section));
        facet(link, section, *count, chosen(section).then_some("facet-on"))
    });
    if sections.is_empty() {
        return Html::default();
    }
    html! {
        <section class="facet-group" aria-labelledby="sections-title">
            <h2 id="sections-title" class="facet-title">{ "Sections" }</h2>
            <ul class="facets">{ for rows }</ul>
        </section>
    }
}

/// A value with its count; `chosen` is the class of one that is selected.
pub(super) fn facet(link: Link<'_>, name: &str, count: u32, chosen: Option<&'static str>) -> Html {
    let link = link.adjusting().class(chosen.unwrap_or("facet")).current(chosen.and(Some("true")));
    let text = html! {
        <>
            <span class="facet-name"><bdi>{ name.to_owned() }</bdi></span>
            <span class="facet-count">{ crate::view::words::number(count as usize) }</span>
        </>
    };
    html! { <li key={name.to_owned()}>{ link.show(text) }</li> }
}
