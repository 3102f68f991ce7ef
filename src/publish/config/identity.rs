//! What all pages say of the site: the archive's words where the configuration has none.

use crate::archive::Archive;
use crate::site::SiteName;

use super::Config;

/// The name of an archive that has none.
const UNTITLED: &str = "Archive";

/// The site's name and the like.
pub(in crate::publish) fn identity(archive: &Archive, config: &Config) -> SiteName {
    let title = config.title.as_deref().unwrap_or(&archive.title).trim();
    SiteName {
        title: if title.is_empty() { UNTITLED.to_owned() } else { title.to_owned() },
        description: said(&config.description).or_else(|| archive.description.clone()),
        language: config.language.clone().or_else(|| archive.language.clone()),
        rights: said(&config.rights).or_else(|| archive.rights.clone()),
        menu: config.menu.iter().map(Into::into).collect(),
    }
}

/// An empty text says nothing.
fn said(text: &Option<String>) -> Option<String> {
    text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}
