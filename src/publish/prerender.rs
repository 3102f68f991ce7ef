//! Renders pages with the viewer's own components.

use std::rc::Rc;

use tokio::runtime::{Builder, Runtime};
use tokio::task::LocalSet;
use yew::{BaseComponent, LocalServerRenderer};

use crate::site::{Page, PageData, Route, SiteName};
use crate::view::{About, AboutProps, App, AppProps, Facts, Library, Offline};

/// Renders one page after another.
pub(super) struct Prerenderer(Runtime);

impl Prerenderer {
    pub(super) fn new() -> Self {
        let runtime = Builder::new_current_thread().build();
        Self(runtime.expect("a runtime without input and output asks nothing of the system"))
    }

    /// The markup of a page, with the marks that the viewer needs to take it over. `base` is the site's path on the host.
    pub(super) fn render(&self, route: &Route, base: &str, data: PageData) -> String {
        let app = AppProps {
            path: route.path(),
            root: base.to_owned(),
            library: Library::new(base, data.page),
            site: Rc::new(data.site),
        };
        self.run(LocalServerRenderer::<App>::with_props(app))
    }

    /// The markup of the page about the archive.
    pub(super) fn render_about(&self, base: &str, site: SiteName, facts: Facts) -> String {
        let app = AppProps {
            path: Route::About.path(),
            root: base.to_owned(),
            library: Library::new(base, Page::About),
            site: Rc::new(site),
        };
        self.run(LocalServerRenderer::<About>::with_props(AboutProps { app, facts }))
    }

    /// The markup of the page that is shown where there is no connection: as seen from the site's root, wherever it is shown.
    pub(super) fn render_offline(&self, site: SiteName) -> String {
        let app = AppProps {
            path: "/offline.html".to_owned(),
            root: "./".to_owned(),
            library: Library::new("./", Page::About),
            site: Rc::new(site),
        };
        self.run(LocalServerRenderer::<Offline>::with_props(app))
    }

    fn run<C: BaseComponent>(&self, renderer: LocalServerRenderer<C>) -> String {
        self.0.block_on(LocalSet::new().run_until(renderer.render()))
    }
}
