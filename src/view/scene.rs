//! Where the reader is: what every part of a page needs to know to be drawn.

use std::rc::Rc;

use yew::Callback;

use crate::find::text::Marks;
use crate::site::{FRAGMENT, Permalink, Query, QueryProblem, Route, SiteName, relative, with_root};

use super::Library;
use super::app::{AppProps, Message};
use super::browser;

/// The page's address as the site sees it, and the ways from it.
pub(super) struct Scene {
    /// The page.
    pub route: Route,
    /// What the query string asks; nothing during the first render, which shows what was prerendered.
    pub query: Query,
    /// What could not be read in the query string.
    pub problems: Vec<QueryProblem>,
    /// Whether the first render has passed.
    pub hydrated: bool,
    /// The words that were looked for and are found in what is shown.
    pub marks: Marks,
    /// How often the address of what is shown was copied.
    pub copied: u32,
    /// Title and the like.
    pub site: Rc<SiteName>,
    /// What has been loaded.
    pub library: Library,
    /// Tells the viewer what the reader does.
    pub send: Callback<Message>,
    /// The path of the site's root on its host, without its last slash.
    base: String,
    /// The way from the page to the site's root.
    root: String,
}

impl Scene {
    /// The scene that a page starts with.
    pub(super) fn new(props: &AppProps, send: Callback<Message>) -> Self {
        let mut scene = Self {
            route: Route::List(1),
            query: Query::default(),
            problems: Vec::new(),
            hydrated: false,
            marks: Marks::default(),
            copied: 0,
            site: props.site.clone(),
            library: props.library.clone(),
            send,
            base: props.root.trim_end_matches('/').to_owned(),
            root: String::new(),
        };
        scene.stand_at(Route::parse(&props.path));
        scene
    }

    /// Looks at the browser's address.
    pub(super) fn look(&mut self) {
        let (path, query) = browser::location(&self.base);
        self.stand_at(Route::parse(path.strip_prefix(&self.base).unwrap_or(&path)));
        (self.query, self.problems) = Query::parse(&query);
        self.copied = 0;
    }

    /// Where a picture is to be had: inside the page or at its address.
    pub(super) fn picture(&self, src: &str) -> String {
        self.library.inlined(src).unwrap_or_else(|| self.href(src))
    }

    /// Whether the site is one file, which has no pages but those that the viewer draws.
    pub(super) fn is_single_file(&self) -> bool {
        self.base == FRAGMENT
    }

    /// A path of the site, or an absolute URL, as seen from here.
    pub(super) fn href(&self, path: &str) -> String {
        with_root(&self.root, path)
    }

    /// The address of a page on the host.
    pub(super) fn address(&self, to: &Route, query: &Query) -> String {
        format!("{}{}{query}", self.base, to.path())
    }

    /// The article that a link of this page leads to; `href` as its attribute has it.
    pub(super) fn article_at(&self, href: &str) -> Option<Permalink> {
        let path = href.strip_prefix(&self.root)?;
        match Route::parse(path.split('?').next().unwrap_or_default()) {
            Route::Article(link) => Some(link),
            _ => None,
        }
    }

    fn stand_at(&mut self, route: Route) {
        let is_absolute = match route {
            Route::NotFound(_) => true,
            // The page that stands for it is shown with and without a slash at the address's end.
            Route::Article(_) => self.library.is_packed(),
            _ => false,
        } || self.is_single_file();
        self.root = if is_absolute { format!("{}/", self.base) } else { relative(&route.path()) };
        self.route = route;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::Page;

    fn article_at(path: &str, href: &str) -> Option<String> {
        let library = Library::new("/a/b/", Page::Lost);
        let (path, root) = (path.to_owned(), "/a/b/".to_owned());
        let scene = Scene::new(&AppProps { path, root, library, site: Rc::default() }, Callback::noop());
        Some(scene.article_at(href)?.to_string())
    }

    #[test]
    fn links_to_articles_are_told_from_others() {
        let article = Some("1858/08/16/x".to_owned());
        assert_eq!(article_at("/", "./1858/08/16/x/"), article);
        assert_eq!(article_at("/tag/radio/", "../../1858/08/16/x/?tag=radio"), article);
        assert_eq!(article_at("/nowhere/", "/a/b/1858/08/16/x/"), article);
        for href in
            ["./", "./page/2/", "./?tag=a", "https://example.org/1858/08/16/x/", "#main", "/1858/08/16/x/"]
        {
            assert_eq!(article_at("/", href), None, "{href}");
        }
        assert_eq!(article_at("/tag/radio/", "../../../../1858/08/16/x/"), None, "of the page before");
    }
}
