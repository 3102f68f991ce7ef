//! The pages of a list, each with a real address.

use crate::find::Selection;
use crate::site::Query;
use crate::view::element::{El, el};
use crate::view::scene::Scene;
use crate::view::words;

use super::link::to_query;

/// Links to the pages around the current one of a list; nothing if there is only one.
pub(super) fn pager(scene: &Scene, selection: &Selection, page: u32, pages: u32) -> Option<El> {
    let link = |number| to_query(scene, Query { selection: selection.clone(), page: number });
    pager_of(page, pages, link)
}

/// The same of whatever has pages, by a link to each.
pub(in crate::view) fn pager_of(page: u32, pages: u32, link: impl Fn(u32) -> El) -> Option<El> {
    if pages < 2 {
        return None;
    }
    let numbers = numbers(page, pages).into_iter().map(|number| match number {
        None => el("li").class("pager-gap").attr("aria-hidden", "true").text("…"),
        Some(number) => el("li").child(
            link(number)
                .attr("aria-label", format!("Page {number}"))
                .attr("aria-current", (number == page).then_some("page"))
                .text(words::number(number as usize)),
        ),
    });
    let step = |is_there: bool, number: u32, rel: &'static str, name: &'static str| {
        let link = is_there.then(|| link(number).attr("rel", rel).text(name));
        el("span").class("pager-step").child(link)
    };
    let frame = el("nav")
        .class("pager")
        .attr("aria-label", "Pages")
        .child(step(page > 1, page - 1, "prev", "← Previous"))
        .child(el("ol").class("pager-numbers").children(numbers))
        .child(step(page < pages, page + 1, "next", "Next →"));
    Some(frame)
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
