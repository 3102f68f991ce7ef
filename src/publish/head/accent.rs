//! The owner's colours as a style of their own, which stands above the layers of the style sheet.

use crate::publish::config::{Colour, Config};

/// The style; `None` if the sheet's own colours hold. Print stays black.
pub(super) fn style(config: &Config) -> Option<String> {
    let rule = |scheme: &str, colour: &Colour| {
        let colour = colour.as_str();
        format!("@media screen and (prefers-color-scheme:{scheme}){{:root{{--accent:{colour}}}}}")
    };
    let light = config.accent.as_ref().map(|colour| rule("light", colour));
    let dark = config.accent_dark.as_ref().map(|colour| rule("dark", colour));
    let css: String = light.into_iter().chain(dark).collect();
    (!css.is_empty()).then_some(css)
}
