//! A picture with its room kept free, its caption and its credit.

use crate::article::Picture;
use crate::view::element::{El, el};
use crate::view::scene::Scene;

/// How soon a picture is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::view) enum Haste {
    /// When it comes near.
    Lazy,
    /// At once: it stands at the top.
    Eager,
}

/// A picture in a text, or above it.
pub(in crate::view) fn figure(scene: &Scene, picture: &Picture, class: &'static str, haste: Haste) -> El {
    let caption = picture.caption.clone().map(|text| el("span").class("caption").text(text));
    let credit = picture.credit.clone().map(|text| el("span").class("credit").text(text));
    let is_described = caption.is_some() || credit.is_some();
    el("figure")
        .class(class)
        .child(image(scene, picture, haste))
        .child(is_described.then(|| el("figcaption").child(caption).child(credit)))
}

/// The image alone. Width and height are always there, so that nothing moves when it comes: 3 to 2 if unknown.
pub(super) fn image(scene: &Scene, picture: &Picture, haste: Haste) -> El {
    let (width, height) = picture.width.zip(picture.height).unwrap_or((1200, 800));
    let eager = haste == Haste::Eager;
    el("img")
        .attr("alt", picture.alt.clone().unwrap_or_default())
        .attr("width", width.to_string())
        .attr("height", height.to_string())
        .attr("loading", if eager { "eager" } else { "lazy" })
        .attr("decoding", "async")
        .attr("fetchpriority", eager.then_some("high"))
        .attr("referrerpolicy", (!picture.is_local()).then_some("no-referrer"))
        // Last: a browser may ask for the picture as soon as it knows where it is.
        .attr("src", scene.picture(&picture.src))
}
