//! Who wrote an article, when it appeared and how long it takes.

use yew::prelude::*;

use crate::site::ArticlePage;
use crate::view::scene::Scene;

use super::day::day;

/// The line below the headline.
pub(in crate::view) fn byline(scene: &Scene, page: &ArticlePage) -> Html {
    let article = &page.article;
    let names: Vec<&str> = article.authors.iter().map(|author| author.name.as_str()).collect();
    let later = article.modified.filter(|modified| article.published.is_none_or(|p| p.date < modified.date));
    html! {
        <p class="byline meta" dir="ltr">
            if !names.is_empty() { <span>{ "By " }<bdi>{ names.join(", ") }</bdi></span> }
            if let Some(at) = article.published { <span>{ day(scene, at) }</span> }
            if let Some(at) = later { <span>{ "changed " }{ day(scene, at) }</span> }
            if page.minutes > 0 { <span>{ format!("{} min", page.minutes) }</span> }
        </p>
    }
}
