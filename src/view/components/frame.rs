//! What stands above and below every page.

use crate::site::Route;
use crate::view::element::{El, el};
use crate::view::scene::Scene;

use super::link::to;
use super::search_box::search_box;

/// A page with what stands above and below it.
pub(in crate::view) fn frame(scene: &Scene, page: El) -> [El; 4] {
    let main = el("main").attr("id", "main").attr("tabindex", "-1").child(page);
    let skip = el("a").class("skip").attr("href", "#main").text("Skip to the text");
    [skip, masthead(scene), main, footer(scene)]
}

/// The archive's logo and name, and its menu.
fn masthead(scene: &Scene) -> El {
    let at_home = scene.route.is_list();
    let about = scene.site.description.clone().filter(|_| at_home);
    let logo = scene.site.logo.as_deref().map(|src| {
        el("img")
            .class("masthead-logo")
            .attr("alt", "")
            .attr("width", "40")
            .attr("height", "40")
            .attr("src", scene.picture(src))
    });
    let name = to(scene, Route::List(1)).class("masthead-name").children(logo).text(scene.site.title.clone());
    let menu = scene
        .site
        .menu
        .iter()
        .map(|link| el("a").attr("href", scene.href(&link.url)).text(link.name.clone()));
    let menu = (!scene.site.menu.is_empty())
        .then(|| el("nav").class("menu").attr("aria-label", "Menu").children(menu));
    let inner = el("div").class("masthead-inner").child(name).child(search_box(scene)).child(menu);
    el("header")
        .class(if at_home { "masthead" } else { "masthead masthead-small" })
        .child(inner.child(about.map(|about| el("p").class("masthead-about").text(about))))
}

/// Whose texts these are, and what they are shown with.
fn footer(scene: &Scene) -> El {
    let site = &scene.site;
    let rights = site.rights.clone().unwrap_or_else(|| site.title.clone());
    let about = || el("p").child(el("a").attr("href", scene.href(&Route::About.path())).text("About"));
    el("footer")
        .class("footer")
        .child(el("p").text(rights))
        .child((!scene.is_single_file()).then(about))
        .child(el("p").text("Published with Backissue. Nothing about you leaves this page."))
}
