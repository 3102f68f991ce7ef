//! The filters that hold now, each to be taken away.

use yew::prelude::*;

use crate::find::{Filter, Selection};
use crate::view::scene::Scene;
use crate::view::words;

use super::Link;

/// A chip for each filter, and one action that clears all.
pub(super) fn active_filters(scene: &Scene, selection: &Selection) -> Html {
    let filters = selection.filters();
    if filters.is_empty() {
        return Html::default();
    }
    let chips = filters.iter().map(|filter| chip(scene, filter, selection));
    let clear = Link::to_list(scene, selection.cleared()).adjusting().class("chips-clear");
    html! {
        <ul class="chips" aria-label="Active filters">
            { for chips }
            <li>{ clear.show("Clear all".into()) }</li>
        </ul>
    }
}

fn chip(scene: &Scene, filter: &Filter, selection: &Selection) -> Html {
    let text = words::filter(filter);
    let class = if matches!(filter, Filter::Not(_)) { "chip chip-not" } else { "chip" };
    let link = Link::to_list(scene, selection.without(filter)).adjusting().class(class);
    let inner =
        html! { <><bdi>{ text.clone() }</bdi><span class="chip-cross" aria-hidden="true">{ "×" }</span></> };
    html! { <li key={text.clone()}>{ link.label(format!("Remove filter: {text}")).show(inner) }</li> }
}
