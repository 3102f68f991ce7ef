//! An article in a list: one target, with its section and tags as targets of their own.

use yew::prelude::*;

use crate::article::{Direction, Language};
use crate::find::Selection;
use crate::site::Card;
use crate::view::scene::Scene;

use super::Link;
use super::day::day;
use super::picture::{Haste, image};
use super::tag_line::tag_line;

/// How many tags a card names.
const TAGS: usize = 5;

/// How many cards may be seen without scrolling.
const AT_ONCE: usize = 4;

/// How much room the first of some cards takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::view) enum Rank {
    /// It leads the archive, with its picture across the column.
    Lead,
    /// Likely seen without scrolling.
    Top,
    /// Further down the page.
    Usual,
}

/// Some articles in their order, found by a selection.
pub(in crate::view) fn cards(scene: &Scene, cards: &[Card], selection: &Selection, first: Rank) -> Html {
    let items = cards.iter().enumerate().map(|(place, card)| {
        let rank = match place {
            0 => first,
            _ if place < AT_ONCE && first != Rank::Usual => Rank::Top,
            _ => Rank::Usual,
        };
        html! { <li key={card.link.to_string()}>{ show(scene, card, selection, rank) }</li> }
    });
    html! { <ol class="cards">{ for items }</ol> }
}

/// The section of an article, leading to the list filtered by it.
pub(in crate::view) fn section_link(scene: &Scene, section: &str) -> Html {
    let selection = Selection { sections: vec![section.to_owned()], ..Selection::default() };
    html! { <p class="kicker">{ Link::to_list(scene, selection).show(section.to_owned().into()) }</p> }
}

fn show(scene: &Scene, card: &Card, selection: &Selection, rank: Rank) -> Html {
    let class = match &card.picture {
        Some(_) if rank == Rank::Lead => "card card-lead",
        Some(_) => "card",
        None => "card card-plain",
    };
    let haste = if rank == Rank::Usual { Haste::Lazy } else { Haste::Eager };
    let language = card.language.as_ref();
    let lang = language.map(|language| language.as_str().to_owned());
    let rtl = language.map(Language::direction) == Some(Direction::Rtl);
    html! {
        <article {class} {lang} dir={rtl.then_some("rtl")}>
            <div class="card-text">
                if let Some(section) = &card.section { { section_link(scene, section) } }
                <h2 class="card-headline">
                    { Link::to_article(scene, &card.link, selection).class("card-link").show(card.title.clone().into()) }
                </h2>
                if let Some(standfirst) = &card.standfirst {
                    <p class="card-standfirst">{ standfirst.clone() }</p>
                }
                { meta(scene, card) }
            </div>
            if let Some(picture) = &card.picture {
                <div class="card-picture">{ image(scene, picture, haste) }</div>
            }
        </article>
    }
}

/// Date, publisher, minutes and tags, in the interface's own direction.
fn meta(scene: &Scene, card: &Card) -> Html {
    html! {
        <p class="meta" dir="ltr">
            if let Some(at) = card.published { <span>{ day(scene, at) }</span> }
            if let Some(publisher) = &card.publisher { <span><bdi>{ publisher.clone() }</bdi></span> }
            if card.minutes > 0 { <span>{ format!("{} min", card.minutes) }</span> }
            if !card.tags.is_empty() { <span>{ tag_line(scene, &card.tags, TAGS) }</span> }
        </p>
    }
}
