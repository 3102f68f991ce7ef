//! Makes the site's routes known to yew-router.

use std::collections::HashMap;

use yew_router::Routable;

use crate::site::Route;

impl Routable for Route {
    fn from_path(path: &str, _: &HashMap<&str, &str>) -> Option<Self> {
        Self::recognize(path)
    }

    fn to_path(&self) -> String {
        self.path()
    }

    fn routes() -> Vec<&'static str> {
        vec!["/", "/page/:number/", "/:year/:month/:day/:slug/", "/undated/:slug/"]
    }

    fn not_found_route() -> Option<Self> {
        None
    }

    fn recognize(pathname: &str) -> Option<Self> {
        Some(Self::parse(pathname))
    }
}
