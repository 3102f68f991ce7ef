//! Renders pages with the viewer's own components.

use std::rc::Rc;

use tokio::runtime::{Builder, Runtime};
use tokio::task::LocalSet;
use yew::LocalServerRenderer;

use crate::site::{PageData, Route};
use crate::view::{App, AppProps, Library};

/// Renders one page after another.
pub(super) struct Prerenderer(Runtime);

impl Prerenderer {
    pub(super) fn new() -> Self {
        let runtime = Builder::new_current_thread().build();
        Self(runtime.expect("a runtime without input and output asks nothing of the system"))
    }

    /// The markup of a page, with the marks that the viewer needs to take it over. `base` is the site's path on the host.
    pub(super) fn render(&self, route: &Route, base: &str, data: PageData) -> String {
        let props = AppProps {
            path: route.path(),
            root: base.to_owned(),
            library: Library::new(base, data.page),
            site: Rc::new(data.site),
        };
        let renderer = LocalServerRenderer::<App>::with_props(props);
        self.0.block_on(LocalSet::new().run_until(renderer.render()))
    }
}
