//! A picture with its room kept free, its caption and its credit.

use yew::prelude::*;

use crate::article::Picture;
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
pub(in crate::view) fn figure(scene: &Scene, picture: &Picture, class: &'static str, haste: Haste) -> Html {
    html! {
        <figure {class}>
            { image(scene, picture, haste) }
            if picture.caption.is_some() || picture.credit.is_some() {
                <figcaption>
                    if let Some(caption) = &picture.caption {
                        <span class="caption">{ caption.clone() }</span>
                    }
                    if let Some(credit) = &picture.credit {
                        <span class="credit">{ credit.clone() }</span>
                    }
                </figcaption>
            }
        </figure>
    }
}

/// The image alone. Width and height are always there, so that nothing moves when it comes: 3 to 2 if unknown.
pub(super) fn image(scene: &Scene, picture: &Picture, haste: Haste) -> Html {
    let (width, height) = picture.width.zip(picture.height).unwrap_or((1200, 800));
    let eager = haste == Haste::Eager;
    html! {
        <img src={scene.href(&picture.src)} alt={picture.alt.clone().unwrap_or_default()}
            width={width.to_string()} height={height.to_string()}
            loading={if eager { "eager" } else { "lazy" }} decoding="async"
            fetchpriority={eager.then_some("high")}
            referrerpolicy={(!picture.is_local()).then_some("no-referrer")} />
    }
}
