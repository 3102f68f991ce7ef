//! The web app manifest (W3C): what a site is called where it is put on a phone's first screen.

use serde_json::json;

use crate::article::Direction;
use crate::publish::{Palette, Rgb};
use crate::site::SiteName;

use super::icon::{Icon, Purpose};

/// Where it lies.
pub(in crate::publish) const MANIFEST_PATH: &str = "manifest.webmanifest";

/// The text of the manifest. Its addresses are relative to itself, and so to the site's root.
pub(super) fn manifest(site: &SiteName, palette: &Palette, icons: &[Icon]) -> String {
    let paper = hex(palette.paper);
    let icons: Vec<_> = icons
        .iter()
        .map(|icon| {
            json!({
                "src": icon.path,
                "sizes": icon.size.map_or("any".to_owned(), |size| format!("{size}x{size}")),
                "type": if icon.size.is_some() { "image/png" } else { "image/svg+xml" },
                "purpose": match icon.purpose { Purpose::Any => "any", Purpose::Maskable => "maskable" },
            })
        })
        .collect();
    let mut manifest = json!({
        "name": site.title,
        "short_name": site.title,
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": paper,
        "theme_color": paper,
        "icons": icons,
    });
    if let Some(description) = &site.description {
        manifest["description"] = json!(description);
    }
    if let Some(language) = &site.language {
        manifest["lang"] = json!(language.as_str());
        manifest["dir"] = json!(match language.direction() {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        });
    }
    manifest.to_string()
}

/// `#fffdf9`.
pub(super) fn hex(colour: Rgb) -> String {
    let [red, green, blue] = colour;
    format!("#{red:02x}{green:02x}{blue:02x}")
}
