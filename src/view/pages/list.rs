//! The list of articles, whole or filtered.

use crate::site::DataError;
use crate::view::components::{Settings, filters, results};
use crate::view::element::{El, el};
use crate::view::list_view::ListView;
use crate::view::scene::Scene;

/// Filters and results. `is_busy` while something else was asked for.
pub(in crate::view) fn list_page(
    scene: &Scene,
    view: &ListView,
    settings: &Settings,
    error: Option<&DataError>,
    is_busy: bool,
) -> El {
    el("div")
        .key("list".into())
        .class("library")
        .attr("aria-busy", is_busy.then_some("true"))
        .child(filters(scene, view, settings))
        .child(results(scene, view, settings, error))
}
