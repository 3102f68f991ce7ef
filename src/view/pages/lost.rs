//! The page for addresses that lead nowhere.

use yew::prelude::*;

use crate::find::Selection;
use crate::site::{Card, Route};
use crate::view::components::{Link, Rank, cards};
use crate::view::hooks::{use_arrival, use_parts};
use crate::view::scene::Scene;
use crate::view::{Library, Part, words};

/// How many articles are offered instead.
const OFFERED: u32 = 5;

#[derive(Properties, PartialEq)]
pub(in crate::view) struct LostPageProps {
    pub scene: Scene,
    /// The path that was asked for.
    pub asked: String,
}

#[component]
pub(in crate::view) fn LostPage(props: &LostPageProps) -> Html {
    let scene = &props.scene;
    let newest = if scene.hydrated { newest(&scene.library) } else { Ok(Vec::new()) };
    // Without the newest articles the page still says what it has to say.
    let _ = use_parts(&scene.library, newest.as_ref().err().cloned());
    use_arrival(scene, Some(words::lost_title(&scene.site)));
    let offered = newest.unwrap_or_default();
    html! {
        <div class="lost">
            <h1 tabindex="-1">{ "There is nothing at this address" }</h1>
            if scene.hydrated {
                <p class="lost-address"><bdi>{ props.asked.clone() }</bdi></p>
            }
            <p>
                { "The link may be old or mistyped. " }
                { Link::to(scene, Route::List(1)).show("All articles".into()) }
                { " are listed on the first page." }
            </p>
            if !offered.is_empty() {
                <h2>{ "The newest" }</h2>
                { cards(scene, &offered, &Selection::default(), Rank::Usual) }
            }
        </div>
    }
}

fn newest(library: &Library) -> Result<Vec<Card>, Part> {
    let numbers: Vec<u32> = (0..library.overview()?.articles.min(OFFERED)).collect();
    Ok(library.cards(&numbers)?.into_iter().filter_map(|card| card.0.ok()).collect())
}
