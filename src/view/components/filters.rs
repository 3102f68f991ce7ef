//! What a list can be filtered by: a column beside it, a sheet below it on small screens.

use crate::find::Field;
use crate::view::element::{El, el};
use crate::view::list_view::ListView;
use crate::view::scene::Scene;
use crate::view::words;

use super::date_range::date_range;
use super::field_facet::field_facet;
use super::settings::Settings;
use super::tag_facet::tag_facet;

/// All filters.
pub(in crate::view) fn filters(scene: &Scene, view: &ListView, settings: &Settings) -> El {
    let (facets, selection) = (&view.facets, &view.query.selection);
    let field = |field: Field| field_facet(scene, field, &facets.fields[field], selection);
    let done = el("button")
        .attr("type", "button")
        .class("filters-done")
        .attr("popovertarget", "filters")
        .attr("popovertargetaction", "hide")
        .text(format!("Show {}", words::articles(view.total)));
    el("aside")
        .attr("id", "filters")
        .class("filters")
        .attr("popover", "auto")
        .attr("aria-label", "Filters")
        .attr("aria-busy", view.awaits.is_some().then_some("true"))
        .child(field(Field::Section))
        .child((facets.tags_in_all > 0).then(|| tag_facet(scene, facets, selection, settings)))
        .child(field(Field::Publisher))
        .child(field(Field::Language))
        .child(date_range(scene, selection, settings))
        .child(done)
}
