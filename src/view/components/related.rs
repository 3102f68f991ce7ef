//! The addresses that an article points to: inside the archive where it has them.

use yew::prelude::*;

use crate::find::Selection;
use crate::site::ArticlePage;
use crate::view::scene::Scene;

use super::Link;
use super::spans::is_safe;

/// The related links of an article; nothing if it has none.
pub(in crate::view) fn related_links(scene: &Scene, page: &ArticlePage) -> Html {
    let article = &page.article;
    let inside = page.related.iter().cloned().chain(std::iter::repeat(None));
    let items = article.related.iter().zip(inside).map(|(link, inside)| {
        let text = link.title.clone().unwrap_or_else(|| readable(&link.url));
        html! {
            <li key={link.url.clone()}>
                if let Some(link) = inside {
                    { Link::to_article(scene, &link, &Selection::default()).show(text.into()) }
                } else if is_safe(&link.url) {
                    <a href={link.url.clone()} rel="external">{ text }</a>
                } else {
                    { text }
                }
            </li>
        }
    });
    if article.related.is_empty() {
        return Html::default();
    }
    html! {
        <section class="sources" aria-labelledby="sources-title">
            <h2 id="sources-title">{ "Sources and links" }</h2>
            <ul>{ for items }</ul>
        </section>
    }
}

/// An address without what readers don't read.
fn readable(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.strip_prefix("www.").unwrap_or(rest).trim_end_matches('/').to_owned()
}
