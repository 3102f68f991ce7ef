//! One article, to be read.

use std::rc::Rc;

use yew::prelude::*;

use crate::article::Language;
use crate::find::Selection;
use crate::site::{ArticlePage, Permalink, Route};
use crate::view::components::{
    Haste, Link, Rank, body, byline, cards, failure, figure, neighbours, provenance, related_links,
    section_link, skeleton, tag_line,
};
use crate::view::hooks::{Loading, use_arrival, use_parts};
use crate::view::reader_view::{ReaderKey, ReaderView};
use crate::view::scene::Scene;
use crate::view::words;

#[derive(Properties, PartialEq)]
pub(in crate::view) struct ReaderPageProps {
    pub scene: Scene,
    pub link: Permalink,
}

#[component]
pub(in crate::view) fn ReaderPage(props: &ReaderPageProps) -> Html {
    let scene = &props.scene;
    let shown = use_mut_ref(|| None::<Rc<ReaderView>>);
    let key = ReaderKey { link: props.link.clone(), selection: scene.query.selection.clone() };
    let full = ReaderView::compose(&scene.library, &key);
    let loading = use_parts(&scene.library, full.as_ref().err().cloned());
    // Filtered neighbours may be long in coming, or never come: the article doesn't wait for them.
    let readable = full.or_else(|_| ReaderView::alone(&scene.library, &key));
    let title =
        readable.as_ref().ok().map(|view| words::article_title(&scene.site, &view.page.article.title));
    use_arrival(scene, title);
    if let Ok(view) = readable {
        shown.replace(Some(Rc::new(view)));
    } else if loading.error.is_some() {
        return unavailable(scene, &loading);
    }
    let view = shown.borrow().clone();
    view.map_or_else(skeleton, |view| reading(scene, &view))
}

fn unavailable(scene: &Scene, loading: &Loading) -> Html {
    html! {
        <div class="lost">
            <h1 tabindex="-1">{ "This article is not here" }</h1>
            { failure(loading) }
            <p>{ Link::to(scene, Route::List(1)).show("All articles".into()) }</p>
        </div>
    }
}

fn reading(scene: &Scene, view: &ReaderView) -> Html {
    let page = &view.page;
    let article = &page.article;
    let lang = article.language.as_ref().map(|language| language.as_str().to_owned());
    let dir = article.language.as_ref().map(Language::direction).map(|direction| direction.as_str());
    html! {
        <>
            <article class="reader" {lang} {dir}>
                { head(scene, page) }
                if let Some(picture) = &article.picture {
                    { figure(scene, picture, "lead-picture", Haste::Eager) }
                }
                { body(scene, &article.body) }
            </article>
            <div class="after">
                { provenance(article) }
                if !article.tags.is_empty() {
                    <p class="filed">{ "Filed under " }{ tag_line(scene, &article.tags, usize::MAX) }</p>
                }
                { related_links(scene, page) }
                { neighbours(scene, view) }
                if !page.next.is_empty() {
                    <section class="read-next" aria-labelledby="read-next-title">
                        <h2 id="read-next-title">{ "Read next" }</h2>
                        { cards(scene, &page.next, &Selection::default(), Rank::Usual) }
                    </section>
                }
            </div>
        </>
    }
}

fn head(scene: &Scene, page: &ArticlePage) -> Html {
    let article = &page.article;
    html! {
        <header class="reader-head">
            if let Some(section) = &article.section { { section_link(scene, section) } }
            <h1 tabindex="-1">{ article.title.clone() }</h1>
            if let Some(standfirst) = &article.standfirst {
                <p class="standfirst">{ standfirst.clone() }</p>
            }
            { byline(scene, page) }
        </header>
    }
}
