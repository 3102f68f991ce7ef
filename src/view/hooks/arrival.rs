//! Title, focus and scroll position when what was asked for is shown.

use yew::prelude::*;

use crate::view::browser;
use crate::view::scene::Scene;

/// Sets the title and settles focus and scroll position; `title` is `None` as long as the page is not there.
#[hook]
pub(in crate::view) fn use_arrival(scene: &Scene, title: Option<String>) {
    let address = format!("{}{}", scene.route.path(), scene.query);
    use_effect_with((address, title), |(_, title)| {
        let frame = title.as_ref().map(|title| {
            browser::set_title(title);
            browser::after(browser::arrive)
        });
        move || drop(frame)
    });
}
