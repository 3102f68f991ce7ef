//! What stands above and below every page.

use yew::prelude::*;

use crate::site::{Route, SiteName};
use crate::view::scene::Scene;

use super::Link;

/// The archive's name.
pub(in crate::view) fn masthead(scene: &Scene) -> Html {
    let at_home = matches!(scene.route, Route::List(_));
    let about = scene.site.description.as_ref().filter(|_| at_home);
    html! {
        <header class={if at_home { "masthead" } else { "masthead masthead-small" }}>
            <div class="masthead-inner">
                { Link::to(scene, Route::List(1)).class("masthead-name").show(scene.site.title.clone().into()) }
                if let Some(about) = about {
                    <p class="masthead-about">{ about.clone() }</p>
                }
            </div>
        </header>
    }
}

/// Whose texts these are, and what they are shown with.
pub(in crate::view) fn footer(site: &SiteName) -> Html {
    html! {
        <footer class="footer">
            <p>{ site.rights.clone().unwrap_or_else(|| site.title.clone()) }</p>
            <p>{ "Published with Backissue. Nothing about you leaves this page." }</p>
        </footer>
    }
}
