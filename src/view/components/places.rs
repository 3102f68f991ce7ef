//! How often what was looked for stands in an article, and the way from one place to the next.

use crate::article::Article;
use crate::view::browser::{self, decompose};
use crate::view::element::{El, el};
use crate::view::scene::Scene;

/// Nothing, if nothing was looked for.
pub(in crate::view) fn places(scene: &Scene, article: &Article) -> Option<El> {
    if scene.marks.is_empty() {
        return None;
    }
    let text = format!("{}\n{}", article.title, article.body_text());
    let count = scene.marks.runs(&text, decompose).iter().filter(|run| run.is_marked).count();
    let said = match count {
        0 => "What was looked for does not stand in the text".to_owned(),
        1 => "1 place".to_owned(),
        _ => format!("{count} places"),
    };
    let step = |name: &'static str, sign: &'static str, by: i32| {
        el("button")
            .attr("type", "button")
            .attr("aria-label", name)
            .text(sign)
            .on_click(move |_| browser::step(by))
    };
    let steps = [step("Previous place", "↑", -1), step("Next place", "↓", 1)];
    let steps = steps.into_iter().filter(|_| count > 0);
    Some(el("p").class("places").attr("role", "status").text(said).children(steps))
}
