//! The older and the newer article, within the filters that one came from.

use yew::prelude::*;

use crate::find::Selection;
use crate::site::Card;
use crate::view::reader_view::ReaderView;
use crate::view::scene::Scene;
use crate::view::words;

use super::Link;

/// Links to both, and to the list that they are taken from.
pub(in crate::view) fn neighbours(scene: &Scene, view: &ReaderView) -> Html {
    let selection = view.filtered.clone().unwrap_or_default();
    html! {
        <nav class="neighbours" aria-label="Older and newer articles">
            if let Some(filtered) = &view.filtered {
                <p class="neighbours-filter">
                    { "In " }
                    { Link::to_list(scene, filtered.clone()).show(words::describe(filtered).into()) }
                </p>
            }
            <div class="neighbours-pair">
                { neighbour(scene, view.older.as_ref(), "older", "← Older", &selection) }
                { neighbour(scene, view.newer.as_ref(), "newer", "Newer →", &selection) }
            </div>
        </nav>
    }
}

fn neighbour(
    scene: &Scene,
    card: Option<&Card>,
    class: &'static str,
    name: &str,
    selection: &Selection,
) -> Html {
    let Some(card) = card else { return html! { <span /> } };
    let lang = card.language.as_ref().map(|language| language.as_str().to_owned());
    let text = html! {
        <>
            <span class="neighbours-name">{ name.to_owned() }</span>
            <bdi {lang}>{ card.title.clone() }</bdi>
        </>
    };
    let rel = if class == "older" { "prev" } else { "next" };
    Link::to_article(scene, &card.link, selection).class(class).rel(rel).show(text)
}
