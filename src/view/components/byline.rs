//! Who wrote an article, when it appeared and how long it takes.

use crate::site::ArticlePage;
use crate::view::element::{El, el};
use crate::view::scene::Scene;

use super::day::day;

/// The line below the headline.
pub(in crate::view) fn byline(scene: &Scene, page: &ArticlePage) -> El {
    let article = &page.article;
    let names: Vec<&str> = article.authors.iter().map(|author| author.name.as_str()).collect();
    let names = (!names.is_empty()).then(|| names.join(", "));
    let later = article.modified.filter(|modified| article.published.is_none_or(|p| p.date < modified.date));
    let line = el("p").class("byline meta").attr("dir", "ltr");
    line.child(names.map(|names| el("span").text("By ").child(el("bdi").text(names))))
        .child(article.published.map(|at| el("span").child(day(scene, at))))
        .child(later.map(|at| el("span").text("changed ").child(day(scene, at))))
        .child(minutes(page.minutes))
}

/// How long a text takes to read; nothing if there is none.
pub(super) fn minutes(minutes: u32) -> Option<El> {
    (minutes > 0).then(|| el("span").text(format!("{minutes} min")))
}
