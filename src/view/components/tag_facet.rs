//! The tags, found by typing, added as all of, any of or none of.

use yew::prelude::*;

use crate::find::{Mode, Selection};
use crate::site::TOP_TAGS;
use crate::view::list_view::TagCount;
use crate::view::scene::Scene;
use crate::view::{browser, words};

use super::Link;
use super::section_facet::facet;

/// How many tags a search shows at the most.
const FOUND: usize = 60;

#[derive(Properties, PartialEq)]
pub(in crate::view) struct TagFacetProps {
    pub scene: Scene,
    /// The tags that are known so far.
    pub tags: Vec<TagCount>,
    /// How many there are.
    pub in_all: u32,
    pub selection: Selection,
    /// Called when all are wanted.
    pub on_all: Callback<()>,
}

/// What the reader has set: how tags are added, what was typed, whether all are shown.
#[derive(Debug, Clone, Default, PartialEq)]
struct Settings {
    mode: Mode,
    typed: String,
    all: bool,
}

#[component]
pub(in crate::view) fn TagFacet(props: &TagFacetProps) -> Html {
    let settings = use_state(Settings::default);
    let set = |change: fn(&mut Settings, String)| {
        let (settings, on_all) = (settings.clone(), props.on_all.clone());
        move |value: String| {
            let mut next = (*settings).clone();
            change(&mut next, value);
            settings.set(next);
            on_all.emit(());
        }
    };
    let on_type = set(|settings, typed| settings.typed = browser::lower_case(typed.trim()));
    let oninput = Callback::from(move |event: InputEvent| on_type(browser::input_value(&event)));
    let on_all = set(|settings, _| settings.all = !settings.all);
    let show_all = Callback::from(move |_: MouseEvent| on_all(String::new()));
    let rows = shown(props, &settings);
    let hidden = (props.in_all as usize).saturating_sub(TOP_TAGS);
    html! {
        <section class="facet-group" aria-labelledby="tags-title">
            <h2 id="tags-title" class="facet-title">{ "Tags" }</h2>
            { modes(&settings) }
            <input class="facet-find" type="search" placeholder="Find a tag" aria-label="Find a tag"
                autocomplete="off" {oninput} />
            <ul class="facets" id="tag-facets">
                { for rows.iter().map(|tag| row(&props.scene, tag, settings.mode, &props.selection)) }
            </ul>
            if rows.is_empty() {
                <p class="facet-none">{ "No tag fits." }</p>
            }
            if hidden > 0 && settings.typed.is_empty() {
                <button type="button" class="facet-more" aria-expanded={settings.all.to_string()}
                    aria-controls="tag-facets" onclick={show_all}>
                    if settings.all { { "Fewer tags" } } else { { format!("{} more", words::number(hidden)) } }
                </button>
            }
        </section>
    }
}

/// Selected tags first, then those that lead somewhere, most articles first.
fn shown(props: &TagFacetProps, settings: &Settings) -> Vec<TagCount> {
    let typed = settings.typed.as_str();
    let chosen = |tag: &TagCount| props.selection.mode_of(&tag.tag).is_some();
    let fits = |tag: &&TagCount| typed.is_empty() || browser::lower_case(tag.tag.as_str()).contains(typed);
    let leads = |tag: &&TagCount| chosen(tag) || count(tag, settings.mode) > 0;
    let mut rows: Vec<TagCount> = props.tags.iter().filter(fits).filter(leads).cloned().collect();
    rows.sort_by_key(|tag| (!chosen(tag), std::cmp::Reverse(count(tag, settings.mode))));
    let most = match (typed.is_empty(), settings.all) {
        (false, _) => FOUND,
        (true, true) => usize::MAX,
        (true, false) => TOP_TAGS,
    };
    rows.truncate(most);
    rows
}

fn count(tag: &TagCount, mode: Mode) -> u32 {
    if mode == Mode::Either { tag.either } else { tag.hits }
}

fn row(scene: &Scene, tag: &TagCount, mode: Mode, selection: &Selection) -> Html {
    let chosen = selection.mode_of(&tag.tag).map(|mode| match mode {
        Mode::Not => "facet-on facet-not",
        Mode::All | Mode::Either => "facet-on",
    });
    let link = Link::to_list(scene, selection.toggled(&tag.tag, mode));
    facet(link, tag.tag.as_str(), count(tag, mode), chosen)
}

fn modes(settings: &UseStateHandle<Settings>) -> Html {
    let choices = [(Mode::All, "all of"), (Mode::Either, "any of"), (Mode::Not, "none of")];
    let radios = choices.map(|(mode, name)| {
        let checked = settings.mode == mode;
        let settings = settings.clone();
        let onchange = Callback::from(move |_: Event| settings.set(Settings { mode, ..(*settings).clone() }));
        html! {
            <label>
                <input type="radio" name="tag-mode" {checked} {onchange} />
                <span>{ name }</span>
            </label>
        }
    });
    html! {
        <fieldset class="modes">
            <legend>{ "Articles with" }</legend>
            { for radios }
        </fieldset>
    }
}
