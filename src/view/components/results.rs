//! The articles that were found, and what is said of them.

use crate::find::{Selection, Sort};
use crate::site::DataError;
use crate::view::element::{El, el};
use crate::view::list_view::ListView;
use crate::view::scene::Scene;
use crate::view::words;

use super::active_filters::active_filters;
use super::card::{Rank, cards};
use super::failure::failure;
use super::link::adjust;
use super::no_results::no_results;
use super::notices::notices;
use super::pager::pager;
use super::settings::Settings;
use super::share::share;
use super::timeline::timeline;

/// A page of a list.
pub(in crate::view) fn results(
    scene: &Scene,
    view: &ListView,
    settings: &Settings,
    error: Option<&DataError>,
) -> El {
    let selection = &view.query.selection;
    let first =
        if *selection == Selection::default() && view.query.page == 1 { Rank::Lead } else { Rank::Top };
    let mut texts: Vec<String> = view.problems.iter().map(ToString::to_string).collect();
    if view.unreadable > 0 {
        texts.push(format!("{} of this page could not be read.", words::articles(view.unreadable)));
    }
    texts.extend(view.found.iter().flat_map(|found| found.notes()));
    el("section")
        .class("results")
        .attr("aria-label", "Articles")
        .child(bar(scene, view))
        .child(timeline(scene, view, settings))
        .child(active_filters(scene, selection))
        .child(failure(scene, error))
        .child(notices(texts))
        .child(no_results(scene, view))
        .child(cards(scene, &view.cards, &view.passages, selection, first))
        .child(pager(scene, selection, view.query.page, view.pages))
}

fn bar(scene: &Scene, view: &ListView) -> El {
    let selection = &view.query.selection;
    let title = match words::describe(selection) {
        filters if filters.is_empty() => "All articles".to_owned(),
        filters => filters,
    };
    let open = match selection.filters().len() {
        0 => "Filter".to_owned(),
        active => format!("Filter · {active}"),
    };
    let (route, query) = view.query.address();
    let title_of_all = words::list_title(&scene.site, &view.query);
    let button = el("button").attr("type", "button").class("filters-open").attr("popovertarget", "filters");
    el("div")
        .class("results-bar")
        .child(el("h1").class("results-title").attr("tabindex", "-1").text(title))
        .child(el("p").class("results-count").attr("role", "status").text(words::articles(view.total)))
        .child(share(scene, title_of_all, &route, &query))
        .child(button.text(open))
        .child(sort(scene, selection))
}

fn sort(scene: &Scene, selection: &Selection) -> El {
    let choice = |sort: Sort, name: &'static str| {
        let current = (selection.sort == sort).then_some("true");
        adjust(scene, Selection { sort, ..selection.clone() }).attr("aria-current", current).text(name)
    };
    let best = (!selection.text.is_empty()).then(|| choice(Sort::Best, "Best first"));
    el("p")
        .class("sort")
        .children(best)
        .child(choice(Sort::Newest, "Newest first"))
        .child(choice(Sort::Oldest, "Oldest first"))
}
