//! Where the reader is: what every part of a page needs to know to be drawn.

use std::rc::Rc;

use yew::AttrValue;
use yew_router::navigator::Navigator;
use yew_router::query::Raw;

use crate::find::Selection;
use crate::site::{Query, QueryProblem, Route, SiteName, relative, with_root};

use super::Library;
use super::browser::{self, Motion};

/// The page's address as the site sees it, and the ways from it. Cheap to clone.
#[derive(Clone)]
pub(super) struct Scene {
    /// The page.
    pub route: Route,
    /// What the query string asks; nothing during the first render, which shows what was prerendered.
    pub query: Query,
    /// What could not be read in the query string.
    pub problems: Vec<QueryProblem>,
    /// Whether the first render has passed.
    pub hydrated: bool,
    /// Title and the like.
    pub site: Rc<SiteName>,
    /// What has been loaded.
    pub library: Library,
    root: AttrValue,
    navigator: Option<Navigator>,
}

impl PartialEq for Scene {
    fn eq(&self, other: &Self) -> bool {
        self.route == other.route
            && self.query == other.query
            && self.problems == other.problems
            && self.hydrated == other.hydrated
    }
}

/// What lasts from scene to scene.
#[derive(Clone, PartialEq)]
pub(super) struct Session {
    /// What has been loaded.
    pub library: Library,
    /// Title and the like.
    pub site: Rc<SiteName>,
    /// Whether the first render has passed.
    pub hydrated: bool,
}

impl Scene {
    /// The scene at a path and query string of the host.
    pub(super) fn at(session: Session, path: &str, query: &str, navigator: Option<Navigator>) -> Self {
        let basename = navigator.as_ref().and_then(Navigator::basename).unwrap_or_default();
        let route = Route::parse(path.strip_prefix(basename).unwrap_or(path));
        let root = match route {
            Route::NotFound(_) => format!("{basename}/"),
            _ => relative(&route.path()),
        };
        let Session { library, site, hydrated } = session;
        let (query, problems) = Query::parse(if hydrated { query } else { "" });
        Self { route, query, problems, hydrated, site, library, root: root.into(), navigator }
    }

    /// A path of the site, or an absolute URL, as seen from here.
    pub(super) fn href(&self, path: &str) -> String {
        with_root(&self.root, path)
    }

    /// Goes to a page of the site.
    pub(super) fn go(&self, to: &Route, query: &Query, motion: Motion) {
        let Some(navigator) = &self.navigator else { return };
        browser::leave(motion);
        // Our queries are text already and can't fail to become text.
        let _ = navigator.push_with_query(to, Raw(&query.to_string()));
    }

    /// Shows the list by another selection; the focus stays.
    pub(super) fn adjust(&self, selection: Selection) {
        self.go(&Route::List(1), &Query::of(selection), Motion::Adjust);
    }
}
