//! The tags, found by typing, added as all of, any of or none of.

use std::cmp::Reverse;

use crate::find::{Mode, Selection};
use crate::site::{Route, TOP_TAGS, TagOrder};
use crate::view::app::Message;
use crate::view::element::{El, el};
use crate::view::facets::{Facets, TagCount};
use crate::view::list_view::TagDepth;
use crate::view::scene::Scene;
use crate::view::{browser, words};

use super::field_facet::facet;
use super::link::adjust;
use super::settings::Settings;

/// Where all tags are listed; no page of the viewer's.
const ALL: Route = Route::Tags(TagOrder::Count, 1);

/// How many tags a search shows at the most.
const FOUND: usize = 60;

/// Modes, a box to find tags in, and the tags.
pub(super) fn tag_facet(scene: &Scene, facets: &Facets, selection: &Selection, settings: &Settings) -> El {
    let (rows, rarer) = shown(facets, selection, settings);
    let none = rows.is_empty().then(|| el("p").class("facet-none").text("No tag fits."));
    let rows = rows.into_iter().map(|tag| row(scene, tag, settings.mode, selection));
    let all = || el("a").class("facet-all").attr("href", scene.href(&ALL.path())).text("All tags");
    el("section")
        .class("facet-group")
        .attr("aria-labelledby", "tags-title")
        .child(el("h2").attr("id", "tags-title").class("facet-title").text("Tags"))
        .child(modes(scene, settings))
        .child(find(scene, settings))
        .child(el("ul").class("facets").attr("id", "tag-facets").children(rows))
        .child(none)
        .child(more(scene, rarer, settings))
        .child((!scene.is_single_file()).then(all))
}

/// Selected tags first, then those that lead somewhere, most articles first; and how many beyond the first [`TOP_TAGS`].
fn shown<'a>(facets: &'a Facets, selection: &Selection, settings: &Settings) -> (Vec<TagCount<'a>>, usize) {
    let typed = settings.typed.as_str();
    let chosen = |tag: &TagCount<'_>| selection.mode_of(tag.tag).is_some();
    let fits = |tag: &TagCount<'_>| typed.is_empty() || browser::lower_case(tag.tag.as_str()).contains(typed);
    let leads = |tag: &TagCount<'_>| chosen(tag) || count(tag, settings.mode) != Some(0);
    let most = match (typed.is_empty(), settings.all) {
        (false, _) => FOUND,
        (true, true) => usize::MAX,
        (true, false) => TOP_TAGS,
    };
    let rank = |tag: &TagCount<'_>| (!chosen(tag), Reverse(count(tag, settings.mode)));
    // Before the index has come the rarer tags are only counted.
    let mut fitting = (facets.tags_in_all as usize).saturating_sub(facets.named());
    let mut rows: Vec<TagCount<'_>> = Vec::new();
    for tag in facets.tags().filter(fits).filter(leads) {
        fitting += 1;
        let place = rows.partition_point(|before| rank(before) <= rank(&tag));
        if place < most {
            rows.truncate(most - 1);
            rows.insert(place, tag);
        }
    }
    (rows, fitting.saturating_sub(TOP_TAGS))
}

fn count(tag: &TagCount<'_>, mode: Mode) -> Option<u32> {
    if mode == Mode::Either { tag.either } else { tag.hits }
}

fn row(scene: &Scene, tag: TagCount<'_>, mode: Mode, selection: &Selection) -> El {
    let chosen = selection.mode_of(tag.tag).map(|mode| match mode {
        Mode::Not => "facet-on facet-not",
        Mode::All | Mode::Either => "facet-on",
    });
    let link = adjust(scene, selection.toggled(tag.tag, mode));
    facet(link, tag.tag.as_str(), count(&tag, mode), chosen)
}

fn find(scene: &Scene, settings: &Settings) -> El {
    let (send, settings) = (scene.send.clone(), settings.clone());
    el("input")
        .class("facet-find")
        .attr("type", "search")
        .attr("placeholder", "Find a tag")
        .attr("aria-label", "Find a tag")
        .attr("autocomplete", "off")
        .on_input(move |event| {
            let typed = browser::lower_case(browser::input_value(&event).trim());
            send.emit(Message::Set(Settings { typed, tags: TagDepth::All, ..settings.clone() }));
        })
}

/// A button that shows the rarer tags, or hides them again; nothing if there are none.
fn more(scene: &Scene, rarer: usize, settings: &Settings) -> Option<El> {
    if rarer == 0 || !settings.typed.is_empty() {
        return None;
    }
    let (name, expanded) = match settings.all {
        true => ("Fewer tags".to_owned(), "true"),
        false => (format!("{} more", words::number(rarer)), "false"),
    };
    let (send, settings) = (scene.send.clone(), settings.clone());
    let button = el("button")
        .attr("type", "button")
        .class("facet-more")
        .attr("aria-expanded", expanded)
        .attr("aria-controls", "tag-facets")
        .on_click(move |_| {
            send.emit(Message::Set(Settings { all: !settings.all, tags: TagDepth::All, ..settings.clone() }));
        });
    Some(button.text(name))
}

fn modes(scene: &Scene, settings: &Settings) -> El {
    let choices = [(Mode::All, "all of"), (Mode::Either, "any of"), (Mode::Not, "none of")];
    let radios = choices.map(|(mode, name)| {
        let (send, settings) = (scene.send.clone(), settings.clone());
        let radio = el("input")
            .attr("type", "radio")
            .attr("name", "tag-mode")
            .checked(settings.mode == mode)
            .on_change(move |_| send.emit(Message::Set(Settings { mode, ..settings.clone() })));
        el("label").child(radio).child(el("span").text(name))
    });
    el("fieldset").class("modes").child(el("legend").text("Articles with")).children(radios)
}
