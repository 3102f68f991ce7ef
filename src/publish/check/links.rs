//! Where the addresses in a page lead: into the site, and to which of its paths, or out of it.

use percent_encoding::percent_decode_str;
use url::Url;

/// A host that no link names.
const HERE: &str = "http://site.invalid";

/// Where an address leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    /// To another host, to a mail program, or into the address itself.
    Outside,
    /// To a path of the site, from its root.
    Inside { path: String, fragment: Option<String> },
    /// Above the site's root, or nowhere.
    Nowhere,
}

/// One page's place, in the site and on the web.
pub(super) struct Place {
    here: Option<Url>,
    base_path: String,
    /// The address that the site says it has.
    base_url: Option<String>,
}

impl Place {
    /// `root` is the page's own word for the way to the site's root; `own` the address that it says it has.
    pub(super) fn new(page: &str, root: Option<&str>, own: Option<&str>) -> Self {
        let base_path = root.filter(|root| root.starts_with('/')).unwrap_or("/").to_owned();
        let here = Url::parse(&format!("{HERE}{base_path}{page}")).ok();
        let path = page.strip_suffix("index.html").unwrap_or(page);
        let base_url = own.and_then(|own| own.strip_suffix(path)).filter(|base| base.ends_with('/'));
        Self { here, base_path, base_url: base_url.map(str::to_owned) }
    }

    /// Where an address of the page leads.
    pub(super) fn target(&self, address: &str) -> Target {
        let address = address.trim();
        let Some(Ok(url)) = self.here.as_ref().map(|here| here.join(address)) else { return Target::Nowhere };
        let fragment =
            url.fragment().filter(|text| !text.is_empty() && *text != "top" && !text.contains(":~:"));
        let fragment = fragment.map(decoded);
        let path = if url.as_str().starts_with(HERE) {
            url.path().strip_prefix(&self.base_path).map(decoded)
        } else {
            let base = self.base_url.as_deref().and_then(|base| url.as_str().strip_prefix(base));
            match base {
                Some(rest) => rest.split(['?', '#']).next().map(decoded),
                None => return Target::Outside,
            }
        };
        path.map_or(Target::Nowhere, |path| Target::Inside { path, fragment })
    }
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lead_into_the_site_or_out_of_it() {
        let place = Place::new("2000/a/index.html", Some("../../"), Some("https://example.org/x/2000/a/"));
        let inside = |path: &str, fragment: Option<&str>| Target::Inside {
            path: path.to_owned(),
            fragment: fragment.map(str::to_owned),
        };
        assert_eq!(place.target("../b/?tag=x#y%20z"), inside("2000/b/", Some("y z")));
        assert_eq!(place.target("?tag=x"), inside("2000/a/index.html", None));
        assert_eq!(place.target("#here"), inside("2000/a/index.html", Some("here")));
        assert_eq!(place.target("https://example.org/x/share/a.png"), inside("share/a.png", None));
        for outside in ["https://example.org/", "mailto:a@example.org", "data:,x", "//example.com/x/"] {
            assert_eq!(place.target(outside), Target::Outside, "{outside}");
        }
        assert_eq!(place.target("http://["), Target::Nowhere);
        let lost = Place::new("404.html", Some("/a/b/"), None);
        assert_eq!(lost.target("/a/b/style.css"), inside("style.css", None));
        assert_eq!(lost.target("/style.css"), Target::Nowhere);
    }
}
