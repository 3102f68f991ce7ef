//! Links between pages of one source, such as a saved site, whose addresses on the web aren't known:
//! `page://folder/news/a.html`. They say where a page lay, and lead to the article that it became.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use url::Url;

/// How they begin.
const START: &str = "page://";

/// What the name of a source keeps as it is.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What the links of a page are relative to: the page at `path` of the source that is called `root`. Without a name for the
/// source, its pictures are found and its pages are not.
pub(crate) fn base(root: &str, path: &str) -> Option<Url> {
    let mut url = Url::parse(&format!("{START}{}/", utf8_percent_encode(root, KEPT))).ok()?;
    url.path_segments_mut().ok()?.pop_if_empty().extend(path.split('/').filter(|part| !part.is_empty()));
    Some(url)
}

/// Whether a link leads to a page of a source.
pub(crate) fn is_one(url: &str) -> bool {
    url.strip_prefix(START).is_some_and(|rest| !rest.starts_with('/'))
}

/// The source and the path of a link to a page.
pub(crate) fn parts(url: &str) -> Option<(&str, &str)> {
    url.strip_prefix(START)?.split_once('/').filter(|(root, _)| !root.is_empty())
}

/// The link without what is looked for inside the page.
pub(super) fn whole(mut url: Url) -> Option<Url> {
    url.set_query(None);
    url.set_fragment(None);
    is_one(url.as_str()).then_some(url)
}

/// The path below the folder of the source.
pub(super) fn path(url: &Url) -> Option<&str> {
    url.as_str().starts_with(START).then(|| url.path().trim_start_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_named_by_their_source_and_path() {
        let url = base("My site/2", "news/a b?.html").unwrap();
        assert_eq!(url.as_str(), "page://My%20site%2F2/news/a%20b%3F.html");
        assert_eq!(parts(url.as_str()), Some(("My%20site%2F2", "news/a%20b%3F.html")));
        let link = |href: &str| whole(url.join(href).unwrap()).map(String::from);
        assert_eq!(link("b.html?x#y").as_deref(), Some("page://My%20site%2F2/news/b.html"));
        assert_eq!(link("../../../c/").as_deref(), Some("page://My%20site%2F2/c/"));
        assert_eq!(base("", "a.html").map(whole), Some(None));
        assert!(!is_one("page:///a") && !is_one("https://example.org/"));
    }
}
