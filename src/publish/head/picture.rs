//! The picture that a preview shows.

use crate::article::Picture;
use crate::publish::config::Config;

/// The size of the pictures that are made for previews.
const SHARE_SIZE: (u32, u32) = (1200, 630);

/// A picture with an absolute address.
pub(super) struct Preview {
    pub url: String,
    pub size: Option<(u32, u32)>,
    pub alt: Option<String>,
}

/// The lead image if previews can show it, else the picture that was made for the page.
pub(super) fn preview(
    lead: Option<&Picture>,
    name: &str,
    share_picture: Option<&str>,
    config: &Config,
) -> Option<Preview> {
    let lead = lead.filter(|picture| previews_show(picture)).and_then(|picture| {
        let url = if picture.is_local() { config.absolute(&picture.src)? } else { picture.src.clone() };
        Some(Preview { url, size: picture.width.zip(picture.height), alt: picture.alt.clone() })
    });
    lead.or_else(|| {
        let url = config.absolute(share_picture?)?;
        Some(Preview { url, size: Some(SHARE_SIZE), alt: Some(name.to_owned()) })
    })
}

/// Whether an article's lead image can be shown in previews: chat apps and search engines draw no SVG, and what lies
/// beside the archive is taken for a picture by its name alone.
pub(in crate::publish) fn previews_show(picture: &Picture) -> bool {
    let path = picture.src.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    match extension.as_deref() {
        Some("svg" | "svgz") => false,
        Some("png" | "jpg" | "jpeg" | "gif" | "webp" | "avif") => true,
        _ => !picture.is_local(),
    }
}
