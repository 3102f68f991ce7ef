//! A list without articles: says which filter keeps how many away.

use yew::prelude::*;

use crate::find::Filter;
use crate::view::list_view::ListView;
use crate::view::scene::Scene;
use crate::view::words;

use super::Link;

/// What to do about an empty list; nothing if it isn't empty.
pub(super) fn no_results(scene: &Scene, view: &ListView) -> Html {
    if view.total > 0 {
        return Html::default();
    }
    if view.query.selection.is_everything() {
        return html! { <p class="empty">{ "There are no articles in this archive yet." }</p> };
    }
    let helpful = view.relaxations.iter().filter(|(_, count)| *count > 0);
    let offers: Vec<Html> = helpful.map(|(filter, count)| offer(scene, view, filter, *count)).collect();
    html! {
        <div class="empty">
            <p>{ "No article fits all of these filters." }</p>
            if offers.is_empty() {
                <p>{ "Dropping a single one is not enough." }</p>
            }
            <ul>{ for offers }</ul>
        </div>
    }
}

fn offer(scene: &Scene, view: &ListView, filter: &Filter, count: usize) -> Html {
    let link = Link::to_list(scene, view.query.selection.without(filter)).adjusting();
    let name = html! { <>{ "Without “" }<bdi>{ words::filter(filter) }</bdi>{ "”" }</> };
    let verb = if count == 1 { "is" } else { "are" };
    html! { <li key={words::filter(filter)}>{ link.show(name) }{ format!(" there {verb} {}.", words::articles(count)) }</li> }
}
