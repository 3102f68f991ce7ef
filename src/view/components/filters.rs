//! What a list can be filtered by: a column beside it, a sheet below it on small screens.

use yew::prelude::*;

use crate::view::list_view::ListView;
use crate::view::scene::Scene;
use crate::view::words;

use super::date_range::date_range;
use super::section_facet::section_facet;
use super::tag_facet::TagFacet;

/// All filters. `on_all_tags` is called when the rarer tags are wanted too.
pub(in crate::view) fn filters(scene: &Scene, view: &ListView, on_all_tags: Callback<()>) -> Html {
    let (facets, selection) = (&view.facets, &view.query.selection);
    html! {
        <aside id="filters" class="filters" popover="auto" aria-label="Filters">
            { section_facet(scene, &facets.sections, selection) }
            if facets.tags_in_all > 0 {
                <TagFacet scene={scene.clone()} tags={facets.tags.clone()} in_all={facets.tags_in_all}
                    selection={selection.clone()} on_all={on_all_tags} />
            }
            { date_range(scene, selection) }
            <button type="button" class="filters-done" popovertarget="filters" popovertargetaction="hide">
                { format!("Show {}", words::articles(view.total)) }
            </button>
        </aside>
    }
}
