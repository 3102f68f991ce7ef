//! All tags of the archive. Rendered natively alone: the viewer leaves the page as it is.

mod table;

use std::sync::Arc;

use yew::Callback;

use crate::site::{Route, TagOrder};
use crate::view::app::AppProps;
use crate::view::components::{frame, pager_of, to};
use crate::view::element::{El, el, markup};
use crate::view::scene::Scene;
use crate::view::words;

pub(crate) use table::{Letter, Scale, Share, TagLine, TagLink, TagsPage};

/// The way from one bar to the next, in units of their height.
const STEP: usize = 4;

/// Adds the page as a whole.
pub(crate) fn tags(props: &AppProps, page: &TagsPage<'_>, html: &mut String) {
    let scene = Scene::new(props, Callback::noop());
    markup(frame(&scene, table(&scene, page)), html);
}

fn table(scene: &Scene, page: &TagsPage<'_>) -> El {
    let lists = page.groups.iter().map(|(letter, lines)| {
        let list = match letter {
            None => el("ol").attr("start", (page.first > 0).then(|| (page.first + 1).to_string())),
            Some(_) => el("ul"),
        };
        let list = list.class("topics-list").children(lines.iter().map(|line| row(scene, line)));
        match letter {
            None => list,
            Some(letter) => {
                let title = el("h2").attr("id", letter.id.clone()).text(letter.name.clone());
                el("section").class("topics-group").child(title).child(list)
            }
        }
    });
    el("div")
        .class(if page.scale.is_some() { "topics" } else { "topics topics-timeless" })
        .child(el("h1").text("All tags"))
        .child(el("p").class("topics-about").text(about(page)))
        .child(orders(scene, page.order))
        .child(letters(scene, page))
        .child(page.scale.map(scale))
        .children(lists)
        .child(pager_of(page.number, page.pages, |number| to(scene, Route::Tags(page.order, number))))
}

/// What is to be seen in the table.
fn about(page: &TagsPage<'_>) -> String {
    let tags = if page.tags == 1 { "tag" } else { "tags" };
    let shares = page.scale.map_or_else(String::new, |Scale { from, to, step }| {
        format!(" The bars show what share of the articles of each {step} from {from} to {to} has the tag.")
    });
    let related = "After “with” stand those that it shares articles with oftener than by chance.";
    format!("{} {tags}.{shares} {related}", words::number(page.tags))
}

fn orders(scene: &Scene, order: TagOrder) -> El {
    let links = [(TagOrder::Count, "Commonest first"), (TagOrder::Name, "By name")].map(|(other, name)| {
        to(scene, Route::Tags(other, 1)).attr("aria-current", (order == other).then_some("true")).text(name)
    });
    el("nav").class("topics-orders").attr("aria-label", "Order").children(links)
}

fn letters(scene: &Scene, page: &TagsPage<'_>) -> Option<El> {
    let links = page.letters.iter().map(|(letter, number)| {
        let address = scene.href(&Route::Tags(page.order, *number).path());
        el("a").attr("href", format!("{address}#{}", letter.id)).text(letter.name.clone())
    });
    let frame = || el("nav").class("topics-letters").attr("aria-label", "Letters");
    (page.letters.len() > 1).then(|| frame().children(links))
}

/// When the bars begin and end, above them.
fn scale(scale: &Scale) -> El {
    let ends = [&scale.from, &scale.to].map(|end| el("span").text(end.clone()));
    el("p").class("topics-axis").attr("aria-hidden", "true").child(el("span").children(ends))
}

fn row(scene: &Scene, line: &TagLine) -> El {
    let count = el("span").class("topics-count").text(words::number(line.articles));
    el("li")
        .child(link(scene, &line.link).class("topics-name"))
        .child(count)
        .child(line.share.as_ref().map(drawing))
        .child(related(scene, &line.related))
}

fn related(scene: &Scene, tags: &[Arc<TagLink>]) -> Option<El> {
    let (first, rest) = tags.split_first()?;
    let line = el("span").class("topics-related").text("with ").child(link(scene, first));
    Some(rest.iter().fold(line, |line, tag| line.text(", ").child(link(scene, tag))))
}

/// To the list of a tag's articles.
fn link(scene: &Scene, tag: &TagLink) -> El {
    el("a").attr("href", scene.href(&tag.path)).child(el("bdi").text(tag.name.clone()))
}

/// Bars, one a period.
fn drawing(share: &Share) -> El {
    let mut bars = String::new();
    for (place, height) in share.heights.iter().enumerate().filter(|(_, height)| **height > 0) {
        bars.push_str(&format!("M{} {}v-{height}", place * STEP + STEP / 2, Share::HIGHEST));
    }
    el("svg")
        .class("topics-share")
        .attr("role", "img")
        .attr("viewBox", format!("0 0 {} {}", share.heights.len() * STEP, Share::HIGHEST))
        .attr("preserveAspectRatio", "none")
        .child(el("title").text(share.most.clone()))
        .child(el("path").attr("d", bars))
}
