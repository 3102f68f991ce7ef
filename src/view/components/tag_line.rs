//! An article's tags as words, each leading to the list filtered by it.

use yew::prelude::*;

use crate::article::Tag;
use crate::find::Selection;
use crate::view::scene::Scene;

use super::Link;

/// The first `most` tags by name, the others as a number.
pub(in crate::view) fn tag_line(scene: &Scene, tags: &[Tag], most: usize) -> Html {
    let rest = tags.len().saturating_sub(most);
    let links = tags.iter().take(most).enumerate().map(|(place, tag)| {
        let selection = Selection { all: vec![tag.clone()], ..Selection::default() };
        let comma = if place > 0 { ", " } else { "" };
        let name = html! { <bdi>{ tag.to_string() }</bdi> };
        html! { <>{ comma }{ Link::to_list(scene, selection).show(name) }</> }
    });
    html! {
        <span class="tags">
            { for links }
            if rest > 0 { { format!(" and {rest} more") } }
        </span>
    }
}
