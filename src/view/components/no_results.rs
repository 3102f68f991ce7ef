//! A list without articles: says which filter keeps how many away.

use crate::find::Filter;
use crate::view::element::{El, el};
use crate::view::list_view::ListView;
use crate::view::scene::Scene;
use crate::view::words;

use super::link::adjust;

/// What to do about an empty list; nothing if it isn't empty.
pub(super) fn no_results(scene: &Scene, view: &ListView) -> Option<El> {
    if view.total > 0 {
        return None;
    }
    if view.query.selection.is_everything() {
        return Some(el("p").class("empty").text("There are no articles in this archive yet."));
    }
    let helpful = view.relaxations.iter().filter(|(_, count)| *count > 0);
    let offers: Vec<El> = helpful.map(|(filter, count)| offer(scene, view, filter, *count)).collect();
    let none = offers.is_empty().then(|| el("p").text("Dropping a single one is not enough."));
    let frame = el("div").class("empty").child(el("p").text("No article fits all of these filters."));
    Some(frame.child(none).child(el("ul").children(offers)))
}

fn offer(scene: &Scene, view: &ListView, filter: &Filter, count: usize) -> El {
    let name = words::filter(filter);
    let verb = if count == 1 { "is" } else { "are" };
    let link = adjust(scene, view.query.selection.without(filter))
        .text("Without “")
        .child(el("bdi").text(name.clone()))
        .text("”");
    el("li").key(name).child(link).text(format!(" there {verb} {}.", words::articles(count)))
}
