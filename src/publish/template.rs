//! The page template: `index.html` with the viewer filled in by Trunk, and each page filled in here.

use super::head::{Head, escape};

/// Where Trunk's relative addresses point to.
const HERE: &str = "\"./";

/// The places that a page is filled at.
pub(super) const HEAD: &str = "<!--head-->";
pub(super) const APP: &str = "<!--app-->";
pub(super) const DATA: &str = "<!--data-->";

/// A template with its places for head, app and data.
#[derive(Debug, Clone)]
pub(super) struct Template(String);

/// What a page is filled with.
pub(super) struct Filling<'a> {
    /// The way to the site's root.
    pub root: &'a str,
    /// Title and metadata.
    pub head: &'a Head,
    /// The prerendered page.
    pub app: &'a str,
    /// What it was made from, safe inside a script element.
    pub json: &'a str,
    /// More scripts.
    pub scripts: &'a [String],
}

impl Template {
    /// Takes Trunk's page, its inline start script replaced by a file. `None` if a place is missing.
    pub(super) fn new(page: &str, start: &str) -> Option<Self> {
        let script = format!("<script type=\"module\" src=\"./{start}\"></script>");
        let begin = page.find("<script type=\"module\">")?;
        let end = begin + page[begin..].find("</script>")? + "</script>".len();
        let page = without_preload_integrity(&format!("{}{script}{}", &page[..begin], &page[end..]));
        let whole = [HEAD, APP, DATA].iter().all(|place| page.contains(place));
        whole.then_some(Self(page))
    }

    /// The page with its places.
    pub(super) fn text(&self) -> &str {
        &self.0
    }

    /// The HTML of a page.
    pub(super) fn fill(&self, filling: &Filling<'_>) -> String {
        let Filling { root, head, app, json, scripts } = filling;
        let scripts: String =
            scripts.iter().map(|src| format!("<script defer src=\"{src}\"></script>")).collect();
        let data = format!("<script type=\"application/json\" id=\"page-data\">{json}</script>{scripts}");
        let lang = head.language.as_deref().unwrap_or("en");
        // The app goes in last: what articles say is never searched for places.
        let shell = self.0.replace(HERE, &format!("\"{root}"));
        let shell = shell.replace("lang=\"en\"", &format!("lang=\"{}\"", escape(lang)));
        let (before, rest) = shell.split_once(HEAD).expect("new() looked for it");
        let (between, rest) = rest.split_once(APP).expect("new() looked for it");
        let (after, end) = rest.split_once(DATA).expect("new() looked for it");
        [before, head.html.as_str(), between, app, after, &data, end].concat()
    }
}

/// Browsers say on the console that they pass over the integrity of what is preloaded for fetching.
fn without_preload_integrity(page: &str) -> String {
    let mut page = page.to_owned();
    let Some(link) = page.find("<link rel=\"preload\"") else { return page };
    let end = page[link..].find('>').map_or(page.len(), |length| link + length);
    if let Some(start) = page[link..end].find(" integrity=\"").map(|at| link + at) {
        let value = start + " integrity=\"".len();
        if let Some(length) = page[value..].find('"') {
            page.replace_range(start..=value + length, "");
        }
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_places_are_filled_and_addresses_follow_the_root() {
        let page = r#"<html lang="en" data-root="./"><!--head--><link href="./a.css"><script type="module">x</script><div><!--app--></div><!--data-->"#;
        let template = Template::new(page, "start.js").unwrap();
        let head = Head { html: "<title>T</title>".into(), language: Some("ar".into()) };
        let html = template.fill(&Filling {
            root: "../../",
            head: &head,
            app: "<p><!--data--></p>",
            json: "{}",
            scripts: &[],
        });
        assert_eq!(
            html,
            r#"<html lang="ar" data-root="../../"><title>T</title><link href="../../a.css"><script type="module" src="../../start.js"></script><div><p><!--data--></p></div><script type="application/json" id="page-data">{}</script>"#
        );
        assert!(Template::new("<p>", "start.js").is_none());
    }
}
