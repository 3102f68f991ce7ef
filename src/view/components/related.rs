//! The addresses that an article points to: inside the archive where it has them.

use crate::find::Selection;
use crate::site::ArticlePage;
use crate::view::element::{El, el};
use crate::view::scene::Scene;

use super::link::to_article;
use super::spans::is_safe;

/// The related links of an article; nothing if it has none.
pub(in crate::view) fn related_links(scene: &Scene, page: &ArticlePage) -> Option<El> {
    let article = &page.article;
    if article.related.is_empty() {
        return None;
    }
    let inside = page.related.iter().map(Option::as_ref).chain(std::iter::repeat(None));
    let items = article.related.iter().zip(inside).map(|(link, inside)| {
        let text = link.title.clone().unwrap_or_else(|| readable(&link.url));
        let item = el("li").key(link.url.clone());
        match inside {
            Some(inside) => item.child(to_article(scene, inside, &Selection::default()).text(text)),
            None if is_safe(&link.url) => {
                item.child(el("a").attr("href", link.url.clone()).attr("rel", "external").text(text))
            }
            None => item.text(text),
        }
    });
    let frame = el("section")
        .class("sources")
        .attr("aria-labelledby", "sources-title")
        .child(el("h2").attr("id", "sources-title").text("Sources and links"))
        .child(el("ul").children(items));
    Some(frame)
}

/// An address without what readers don't read.
fn readable(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.strip_prefix("www.").unwrap_or(rest).trim_end_matches('/').to_owned()
}
