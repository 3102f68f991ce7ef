//! What all pages say of the site: the archive's words where the configuration has none.

use crate::archive::Archive;
use crate::site::SiteName;

use super::Config;

/// The name of an archive that has none.
const UNTITLED: &str = "Archive";

/// The site's name and the like.
pub(in crate::publish) fn identity(archive: &Archive, config: &Config) -> SiteName {
    let title = said(config.title.as_deref()).or_else(|| said(Some(&archive.title)));
    SiteName {
        title: title.unwrap_or_else(|| UNTITLED.to_owned()),
        description: said(config.description.as_deref()).or_else(|| archive.description.clone()),
        language: config.language.clone().or_else(|| archive.language.clone()),
        rights: said(config.rights.as_deref()).or_else(|| archive.rights.clone()),
        logo: config.logo.as_ref().map(|logo| logo.as_str().to_owned()),
        menu: config.menu.iter().map(Into::into).collect(),
    }
}

/// An empty text says nothing.
fn said(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}
