//! One article, to be read.

use crate::article::Language;
use crate::find::Selection;
use crate::site::{ArticlePage, DataError, Query, Route};
use crate::view::components::{
    Haste, Rank, body, byline, cards, failure, figure, marked, neighbours, places, provenance, related_links,
    section_link, share, tag_line, to,
};
use crate::view::element::{El, el};
use crate::view::reader_view::ReaderView;
use crate::view::scene::Scene;

/// An article and what leads on from it.
pub(in crate::view) fn reader_page(scene: &Scene, view: &ReaderView) -> El {
    let page = &view.page;
    let article = &page.article;
    let language = article.language.as_ref();
    let text = el("article")
        .class("reader")
        .attr("lang", language.map(|language| language.as_str().to_owned()))
        .attr("dir", language.map(Language::direction).map(|direction| direction.as_str()))
        .child(head(scene, page))
        .child(article.picture.as_ref().map(|picture| figure(scene, picture, "lead-picture", Haste::Eager)))
        .child(body(scene, &article.body));
    // Another article is another page: nothing of the former one stays.
    el("div").key(page.link.to_string()).child(text).child(after(scene, view))
}

/// What stands for an article that can't be had.
pub(in crate::view) fn unavailable(scene: &Scene, error: &DataError) -> El {
    el("div")
        .key("unavailable".into())
        .class("lost")
        .child(el("h1").attr("tabindex", "-1").text("This article is not here"))
        .child(failure(scene, Some(error)))
        .child(el("p").child(to(scene, Route::List(1)).text("All articles")))
}

fn head(scene: &Scene, page: &ArticlePage) -> El {
    let article = &page.article;
    el("header")
        .class("reader-head")
        .child(article.section.as_ref().map(|section| section_link(scene, section)))
        .child(marked(scene, el("h1").attr("tabindex", "-1"), &article.title))
        .child(article.standfirst.clone().map(|text| el("p").class("standfirst").text(text)))
        .child(el("div").class("byline-bar").child(byline(scene, page)).child(share(
            scene,
            article.title.clone(),
            &Route::Article(page.link.clone()),
            &Query::default(),
        )))
        .child(places(scene, article))
}

fn after(scene: &Scene, view: &ReaderView) -> El {
    let page = &view.page;
    let article = &page.article;
    let tags = (!article.tags.is_empty()).then(|| tag_line(scene, &article.tags, usize::MAX));
    el("div")
        .class("after")
        .child(provenance(article))
        .child(tags.map(|tags| el("p").class("filed").text("Filed under ").child(tags)))
        .child(related_links(scene, page))
        .child(neighbours(scene, view))
        .child(read_next(scene, page))
}

fn read_next(scene: &Scene, page: &ArticlePage) -> Option<El> {
    let list = || cards(scene, &page.next, &[], &Selection::default(), Rank::Usual);
    let frame = || el("section").class("read-next").attr("aria-labelledby", "read-next-title");
    let title = || el("h2").attr("id", "read-next-title").text("Read next");
    (!page.next.is_empty()).then(|| frame().child(title()).child(list()))
}
