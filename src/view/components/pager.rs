//! The pages of a list, each with a real address.

use yew::prelude::*;

use crate::find::Selection;
use crate::site::{Query, Route};
use crate::view::scene::Scene;
use crate::view::words;

use super::Link;

/// Links to the pages around the current one; nothing if there is only one.
pub(super) fn pager(scene: &Scene, selection: &Selection, page: u32, pages: u32) -> Html {
    if pages < 2 {
        return Html::default();
    }
    let numbers = numbers(page, pages).into_iter().map(|number| match number {
        None => html! { <li class="pager-gap" aria-hidden="true">{ "…" }</li> },
        Some(number) => {
            let link = link(scene, selection, number).label(format!("Page {number}"));
            let link = link.current((number == page).then_some("page"));
            html! { <li key={number}>{ link.show(words::number(number as usize).into()) }</li> }
        }
    });
    html! {
        <nav class="pager" aria-label="Pages">
            <span class="pager-step">
                if page > 1 { { link(scene, selection, page - 1).rel("prev").show("← Previous".into()) } }
            </span>
            <ol class="pager-numbers">{ for numbers }</ol>
            <span class="pager-step">
                if page < pages { { link(scene, selection, page + 1).rel("next").show("Next →".into()) } }
            </span>
        </nav>
    }
}

/// Pages of the whole list have paths of their own; filtered ones are named in the query.
fn link<'a>(scene: &'a Scene, selection: &Selection, number: u32) -> Link<'a> {
    if *selection == Selection::default() {
        return Link::to(scene, Route::List(number));
    }
    Link::to(scene, Route::List(1)).query(Query { selection: selection.clone(), page: number })
}

/// The first, the last, and those around the current one; `None` where some are left out.
fn numbers(page: u32, pages: u32) -> Vec<Option<u32>> {
    let near = |number: &u32| *number == 1 || *number == pages || number.abs_diff(page) <= 1;
    let mut shown = Vec::new();
    for number in (1..=pages).filter(near) {
        match shown.last() {
            Some(Some(before)) if before + 2 == number => shown.push(Some(number - 1)),
            Some(Some(before)) if before + 1 < number => shown.push(None),
            _ => {}
        }
        shown.push(Some(number));
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn gaps_stand_for_two_pages_or_more() {
        let text = |page, pages| {
            let names = numbers(page, pages).into_iter().map(|n| n.map_or("…".into(), |n| n.to_string()));
            names.collect::<Vec<String>>().join(" ")
        };
        assert_eq!(text(1, 2), "1 2");
        assert_eq!(text(1, 70), "1 2 … 70");
        assert_eq!(text(4, 70), "1 2 3 4 5 … 70");
        assert_eq!(text(35, 70), "1 … 34 35 36 … 70");
        assert_eq!(text(70, 70), "1 … 69 70");
    }
}
