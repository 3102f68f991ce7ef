//! What the archive is. Rendered natively alone: the viewer leaves the page as it is.

use yew::Callback;

use crate::site::{Count, Route, Span, TagOrder};
use crate::view::app::AppProps;
use crate::view::components::{frame, to, to_list};
use crate::view::element::{El, el, markup};
use crate::view::scene::Scene;
use crate::view::words;

/// What is said of an archive.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Facts {
    /// What its owner says of it.
    pub text: Option<String>,
    /// How many articles it has.
    pub articles: u32,
    /// From when to when it reaches.
    pub span: Option<Span>,
    /// Its sections, commonest first.
    pub sections: Vec<Count<String>>,
    /// How many tags it has.
    pub tags: u32,
    /// Whether it has feeds.
    pub has_feeds: bool,
    /// Whether pictures lie on other sites, which can't be kept with it.
    pub has_remote_pictures: bool,
}

/// Adds the page as a whole.
pub(crate) fn about(props: &AppProps, facts: &Facts, html: &mut String) {
    let scene = Scene::new(props, Callback::noop());
    markup(frame(&scene, page(&scene, facts)), html);
}

fn page(scene: &Scene, facts: &Facts) -> El {
    let text =
        facts.text.iter().flat_map(|text| text.split("\n\n")).map(|text| el("p").text(text.to_owned()));
    let feeds = facts.has_feeds.then(|| feeds(scene));
    el("article")
        .class("about")
        .child(el("h1").text(format!("About {}", scene.site.title)))
        .children(text)
        .child(el("p").text(holds(facts)))
        .child(sections(scene, facts))
        .child((facts.tags > 0).then(|| tags(scene, facts.tags)))
        .child(keep(facts))
        .child(feeds)
        .child(el("p").child(to(scene, Route::List(1)).text("All articles")))
}

fn tags(scene: &Scene, count: u32) -> El {
    let tags = if count == 1 { "tag" } else { "tags" };
    let link = to(scene, Route::Tags(TagOrder::Count, 1)).text("All tags");
    let count = format!(": {} {tags}, and which of them go together", words::number(count as usize));
    el("section").child(el("h2").text("Tags")).child(el("p").child(link).text(count))
}

/// Kept out of sight unless the browser can keep an archive: a script of the site then says what it takes.
fn keep(facts: &Facts) -> El {
    let left_out =
        el("p").text("Pictures that lie on other sites are not kept with it; they need a connection.");
    let bar = el("progress").attr("aria-label", "Kept so far");
    el("section")
        .attr("id", "keep")
        .class("away")
        .child(el("h2").text("Read it without a connection"))
        .child(el("p").attr("role", "status"))
        .child(bar)
        .child(el("button").attr("type", "button").text("Keep this archive"))
        .child(facts.has_remote_pictures.then_some(left_out))
}

fn feeds(scene: &Scene) -> El {
    let feeds = [("Atom", "feed.xml"), ("RSS", "rss.xml"), ("JSON Feed", "feed.json")];
    let feeds = feeds.map(|(name, path)| el("li").child(el("a").attr("href", scene.href(path)).text(name)));
    el("section").child(el("h2").text("Follow it")).child(el("ul").children(feeds))
}

/// `It holds 1,204 articles, from 3 July 1605 to 16 August 2024.`
fn holds(facts: &Facts) -> String {
    let articles = words::articles(facts.articles as usize);
    match facts.span {
        Some(span) if span.oldest != span.newest => {
            let [oldest, newest] = [span.oldest, span.newest].map(|day| words::day(day.0));
            format!("It holds {articles}, from {oldest} to {newest}.")
        }
        _ => format!("It holds {articles}."),
    }
}

fn sections(scene: &Scene, facts: &Facts) -> Option<El> {
    let list = facts.sections.iter().map(|count| {
        let selection = crate::find::Selection::of_section(&count.value);
        let link = to_list(scene, selection).child(el("bdi").text(count.value.clone()));
        el("li").child(link).text(format!(", {}", words::articles(count.articles as usize)))
    });
    (!facts.sections.is_empty())
        .then(|| el("section").child(el("h2").text("Sections")).child(el("ul").children(list)))
}
