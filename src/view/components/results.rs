//! The articles that were found, and what is said of them.

use yew::prelude::*;

use crate::find::{Selection, Sort};
use crate::view::hooks::Loading;
use crate::view::list_view::ListView;
use crate::view::scene::Scene;
use crate::view::words;

use super::Link;
use super::active_filters::active_filters;
use super::card::{Rank, cards};
use super::failure::failure;
use super::no_results::no_results;
use super::notices::notices;
use super::pager::pager;

/// A page of a list.
pub(in crate::view) fn results(scene: &Scene, view: &ListView, loading: &Loading) -> Html {
    let selection = &view.query.selection;
    let first =
        if *selection == Selection::default() && view.query.page == 1 { Rank::Lead } else { Rank::Top };
    let mut texts: Vec<String> = view.problems.iter().map(ToString::to_string).collect();
    if view.unreadable > 0 {
        texts.push(format!("{} of this page could not be read.", words::articles(view.unreadable)));
    }
    html! {
        <section class="results" aria-label="Articles">
            { bar(scene, view) }
            { active_filters(scene, selection) }
            { failure(loading) }
            { notices(&texts) }
            { no_results(scene, view) }
            { cards(scene, &view.cards, selection, first) }
            { pager(scene, selection, view.query.page, view.pages) }
        </section>
    }
}

fn bar(scene: &Scene, view: &ListView) -> Html {
    let selection = &view.query.selection;
    let active = selection.filters().len();
    let filtered = words::describe(selection);
    html! {
        <div class="results-bar">
            <h1 class="results-title" tabindex="-1">
                if filtered.is_empty() { { "All articles" } } else { { filtered } }
            </h1>
            <p class="results-count" role="status">{ words::articles(view.total) }</p>
            <button type="button" class="filters-open" popovertarget="filters">
                if active > 0 { { format!("Filter · {active}") } } else { { "Filter" } }
            </button>
            { sort(scene, selection) }
        </div>
    }
}

fn sort(scene: &Scene, selection: &Selection) -> Html {
    let choice = |sort: Sort, name: &'static str| {
        let link = Link::to_list(scene, Selection { sort, ..selection.clone() }).adjusting();
        link.current((selection.sort == sort).then_some("true")).show(name.into())
    };
    html! {
        <p class="sort">{ choice(Sort::Newest, "Newest first") }{ choice(Sort::Oldest, "Oldest first") }</p>
    }
}
