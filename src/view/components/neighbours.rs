//! The older and the newer article, within the filters that one came from.

use crate::find::Selection;
use crate::site::Card;
use crate::view::element::{El, el};
use crate::view::reader_view::ReaderView;
use crate::view::scene::Scene;
use crate::view::words;

use super::link::{to_article, to_list};

/// Links to both, and to the list that they are taken from.
pub(in crate::view) fn neighbours(scene: &Scene, view: &ReaderView) -> El {
    let selection = view.filtered.clone().unwrap_or_default();
    let list = view.filtered.as_ref().map(|filtered| {
        let link = to_list(scene, filtered.clone()).text(words::describe(filtered));
        el("p").class("neighbours-filter").text("In ").child(link)
    });
    let pair = el("div")
        .class("neighbours-pair")
        .child(neighbour(scene, view.older.as_ref(), &selection, ["older", "prev", "← Older"]))
        .child(neighbour(scene, view.newer.as_ref(), &selection, ["newer", "next", "Newer →"]));
    let frame = el("nav").class("neighbours").attr("aria-label", "Older and newer articles");
    frame.child(list).child(pair)
}

fn neighbour(
    scene: &Scene,
    card: Option<&Card>,
    selection: &Selection,
    [class, rel, name]: [&'static str; 3],
) -> El {
    let Some(card) = card else { return el("span") };
    let lang = card.language.as_ref().map(|language| language.as_str().to_owned());
    to_article(scene, &card.link, selection)
        .class(class)
        .attr("rel", rel)
        .child(el("span").class("neighbours-name").text(name))
        .child(el("bdi").attr("lang", lang).text(card.title.clone()))
}
