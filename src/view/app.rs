//! The shell around every page, the same for the browser and the prerenderer.

use std::rc::Rc;

use yew::prelude::*;
use yew_router::Router;
use yew_router::history::AnyHistory;
use yew_router::hooks::{use_location, use_navigator};

use crate::site::{Route, SiteName};

use super::Library;
use super::browser;
use super::components::{footer, masthead};
use super::pages::{ListPage, LostPage, ReaderPage};
use super::scene::{Scene, Session};

/// What a page is started with.
#[derive(Properties, Clone, PartialEq)]
pub struct AppProps {
    /// Where the reader is and goes.
    pub history: AnyHistory,
    /// The path of the site's root without its last slash, if it is not the host's root.
    #[prop_or_default]
    pub basename: Option<AttrValue>,
    /// Holds what the page carries.
    pub library: Library,
    /// Title and the like.
    pub site: Rc<SiteName>,
}

/// The whole viewer. The first render shows what was prerendered, whatever the query string says.
#[component]
pub fn App(props: &AppProps) -> Html {
    html! {
        <Router history={props.history.clone()} basename={props.basename.clone()}>
            <Shell library={props.library.clone()} site={props.site.clone()} />
        </Router>
    }
}

#[derive(Properties, PartialEq)]
struct ShellProps {
    library: Library,
    site: Rc<SiteName>,
}

#[component]
fn Shell(props: &ShellProps) -> Html {
    let hydrated = use_state(|| false);
    let set_hydrated = hydrated.setter();
    use_effect_with((), move |()| {
        set_hydrated.set(true);
        browser::mark_ready();
    });
    let (location, navigator) = (use_location(), use_navigator());
    let (path, query) = location.as_ref().map_or(("/", ""), |l| (l.path(), l.query_str()));
    let session = Session { library: props.library.clone(), site: props.site.clone(), hydrated: *hydrated };
    let scene = Scene::at(session, path, query, navigator);
    let page = match scene.route.clone() {
        Route::List(number) => html! { <ListPage scene={scene.clone()} {number} /> },
        Route::Article(link) => html! { <ReaderPage scene={scene.clone()} {link} /> },
        Route::NotFound(asked) => html! { <LostPage scene={scene.clone()} {asked} /> },
    };
    html! {
        <>
            <a class="skip" href="#main">{ "Skip to the text" }</a>
            { masthead(&scene) }
            <main id="main" tabindex="-1">{ page }</main>
            { footer(&scene.site) }
        </>
    }
}
