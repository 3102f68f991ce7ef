//! An article in a list: one target, with its section and tags as targets of their own.

use crate::article::{Direction, Language};
use crate::find::Selection;
use crate::site::Card;
use crate::view::element::{El, el};
use crate::view::scene::Scene;

use super::byline::minutes;
use super::day::day;
use super::link::{to_article, to_list};
use super::marked::marked;
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

/// Some articles in their order, found by a selection; a passage stands for the standfirst of the card at its place.
pub(in crate::view) fn cards(
    scene: &Scene,
    cards: &[Card],
    passages: &[Option<String>],
    selection: &Selection,
    first: Rank,
) -> El {
    let items = cards.iter().enumerate().map(|(place, card)| {
        let rank = match place {
            0 => first,
            _ if place < AT_ONCE && first != Rank::Usual => Rank::Top,
            _ => Rank::Usual,
        };
        let passage = passages.get(place).and_then(Option::as_deref);
        el("li").key(card.link.to_string()).child(show(scene, card, passage, selection, rank))
    });
    el("ol").class("cards").children(items)
}

/// The section of an article, leading to the list filtered by it.
pub(in crate::view) fn section_link(scene: &Scene, section: &str) -> El {
    let selection = Selection::of_section(section);
    el("p").class("kicker").child(to_list(scene, selection).text(section.to_owned()))
}

fn show(scene: &Scene, card: &Card, passage: Option<&str>, selection: &Selection, rank: Rank) -> El {
    let class = match (&card.picture, rank) {
        (Some(_), Rank::Lead) => "card card-lead",
        (Some(_), _) => "card",
        (None, Rank::Lead) => "card card-lead card-plain",
        (None, _) => "card card-plain",
    };
    let haste = if rank == Rank::Usual { Haste::Lazy } else { Haste::Eager };
    let language = card.language.as_ref();
    let rtl = language.map(Language::direction) == Some(Direction::Rtl);
    let headline = to_article(scene, &card.link, selection).class("card-link");
    let headline = marked(scene, headline, &card.title);
    let below = passage.or(card.standfirst.as_deref());
    let text = el("div")
        .class("card-text")
        .child(card.section.as_ref().map(|section| section_link(scene, section)))
        .child(el("h2").class("card-headline").child(headline))
        .child(below.map(|text| marked(scene, el("p").class("card-standfirst"), text)))
        .child(meta(scene, card));
    let picture = card.picture.as_ref().map(|picture| image(scene, picture, haste));
    el("article")
        .class(class)
        .attr("lang", language.map(|language| language.as_str().to_owned()))
        .attr("dir", rtl.then_some("rtl"))
        .child(text)
        .child(picture.map(|image| el("div").class("card-picture").child(image)))
}

/// Date, publisher, minutes and tags, in the interface's own direction.
fn meta(scene: &Scene, card: &Card) -> El {
    let tags = (!card.tags.is_empty()).then(|| el("span").child(tag_line(scene, &card.tags, TAGS)));
    el("p")
        .class("meta")
        .attr("dir", "ltr")
        .child(card.published.map(|at| el("span").child(day(scene, at))))
        .child(card.publisher.clone().map(|name| el("span").child(el("bdi").text(name))))
        .child(minutes(card.minutes))
        .child(tags)
}
